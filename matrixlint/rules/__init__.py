"""Rules: their registry, the rule API, plugins, and one folder for each family."""
