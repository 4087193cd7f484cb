"""JSON Schema validation, and its error messages."""
