"""Rules on choice groups."""
