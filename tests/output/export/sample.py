"""A matrix that has everything an export may show, hostile texts too."""

from matrixlint.config.settings import Settings
from matrixlint.linter.lint import check_matrix, parse_matrix
from matrixlint.output.export.table_model import MatrixTable, build_table
from matrixlint.rules.registry import ALL
from matrixlint.text.source import Source

TEXT = """\
[driver.lvm]
title=LVM
[driver.Ceph]
title=Ceph | <b>RBD</b>
[driver.bare]
[operation.attach]
title=Attach
status=mandatory
notes=Needs a kernel.
driver.lvm=complete
driver.ceph=partial
driver-notes.ceph==1+1
  and more
driver.bare=unknown
[operation.detach]
title=@Detach
status=choice(detaching)
driver.lvm=compelte
driver.ceph=missing
[odd]
status=optional
driver.lvm=complete
driver.ceph=complete
driver.bare=missing
"""
EVERYTHING = Settings(codes=frozenset(rule.code for rule in ALL))


def made(text: str = TEXT, path: str = "doc/support-matrix.ini") -> MatrixTable:
    """Return *text* as a sheet, with all that is found in it."""
    matrix = parse_matrix(Source.from_text(path, text), EVERYTHING)
    return build_table(matrix, check_matrix(matrix, EVERYTHING).diagnostics)
