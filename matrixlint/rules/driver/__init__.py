"""Rules on drivers and on the file as a whole."""
