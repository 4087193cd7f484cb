"""Rules on layout, which no reader of the matrix minds."""
