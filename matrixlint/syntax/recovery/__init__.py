"""Recovery from syntax errors: each module reads one kind of broken line."""
