"""The rules that this plugin brings."""

from matrixlint_example.title_with_full_stop import title_with_full_stop

RULES = [title_with_full_stop]
