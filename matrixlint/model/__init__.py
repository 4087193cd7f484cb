"""The matrix: drivers, features, statuses, levels and conditions of a document."""
