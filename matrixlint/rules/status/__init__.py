"""Rules on how much a feature matters."""
