"""Recovery from syntax errors: one module for each kind of broken line."""
