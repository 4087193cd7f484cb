"""The language server: what the linter knows, told to an editor while a matrix is written."""
