"""Language server: diagnostics, fixes, completion and navigation in editors."""
