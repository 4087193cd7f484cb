"""Lint one source or many: discovery, rules, suppressions, baselines, project."""
