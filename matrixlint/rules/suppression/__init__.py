"""Rules on the comments that ask for silence."""
