"""``python -m matrixlint``: the command without its script."""

import sys

from matrixlint.cli import main

if __name__ == "__main__":
    sys.exit(main())
