"""Rules on features and their fields."""
