"""Suppression comments written into files."""
