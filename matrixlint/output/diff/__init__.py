"""Output formats of the diff of two matrices."""
