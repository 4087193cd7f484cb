"""Fixes: the fix engine, its safety checks, adding suppressions, migration."""
