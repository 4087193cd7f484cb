"""Rules on entries and notes: what drivers do of a feature."""
