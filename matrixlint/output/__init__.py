"""What is printed and written: formats of reports, exports and diffs."""
