"""The configuration: its files, settings, selection of rules, and validation."""
