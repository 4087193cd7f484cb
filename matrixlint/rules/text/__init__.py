"""Rules on what the text holds unseen."""
