"""INI: the document tree with positions, its parser, and edits of entries."""
