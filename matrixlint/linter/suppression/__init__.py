"""Suppression comments: which diagnostics they hide, and what is wrong with them."""
