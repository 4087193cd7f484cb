"""Rules on conditions."""
