"""One source or many, linted: discovery, rules, suppressions, baselines, project."""
