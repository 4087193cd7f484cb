"""JSON Schema: validation, and its errors in words."""
