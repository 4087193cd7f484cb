"""Rules on what the texts say, and what they hold unseen."""
