"""Suppression comments: match them with diagnostics, and check them."""
