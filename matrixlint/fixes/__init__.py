"""Fixes: the engine that applies them, its safety checks, suppressions, migration."""
