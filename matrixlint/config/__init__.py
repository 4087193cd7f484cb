"""Configuration: files, settings, rule selection and validation."""
