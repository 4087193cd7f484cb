"""Rules on what cannot be read as it stands."""
