"""
Run the commands that a page shows, word for word, in the working directory.

    python3 scripts/run_commands.py README.md

runs each line of the page's ``sh`` blocks, in their order, and stops at the first that fails. A
command that takes long, or does not end, is replaced by what BOUNDS says; a bound that no page
shows is an error.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping

# A command of CONTRIBUTING.md, and what is run instead.
BOUNDS: Mapping[str, str] = {
    # The suite itself is not repeated: these run the same sessions on one small file.
    ".venv/bin/nox -s test": ".venv/bin/nox -s test -- tests/text/test_similarity.py",
    ".venv/bin/nox -s test-all": (
        ".venv/bin/nox -s test-all -- --no-cov tests/text/test_similarity.py"
    ),
    ".venv/bin/nox -s test-external -- tests/external/test_release.py": "true",
    # Benchmarks of a minute or more.
    ".venv/bin/nox -s bench": ".venv/bin/nox -s bench -- --quick --runs 1",
    # An hour, and several.
    ".venv/bin/nox -s fuzz -- 3600 /tmp/fuzz": ".venv/bin/nox -s fuzz -- 10 /tmp/fuzz",
    "nice .venv/bin/nox -s mutation -- /tmp/mutation": "true",
    "nice .venv/bin/nox -s mutation -- /tmp/mutation matrixlint/model/condition.py": (
        "timeout 15 nice .venv/bin/nox -s mutation -- /tmp/mutation matrixlint/model/condition.py"
        " || test $? -eq 124"
    ),
    # The same matrices once more.
    ".venv/bin/nox -s ecosystem -- --update /tmp/sdists": "true",
    # A server ends when it is stopped.
    ".venv/bin/python -m http.server -d docs/_build": (
        "timeout 3 .venv/bin/python -m http.server -d docs/_build 0 || test $? -eq 124"
    ),
}
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REMARK = re.compile(r"\s+#\s.*")


def main(page: str) -> int:
    """Run the commands of *page*; return the exit status of the first that fails, or 0."""
    with open(page, encoding="utf-8") as stream:
        shown = list(commands(stream.read()))
    for command in shown:
        chosen = BOUNDS.get(command, command)
        sys.stdout.write(f"$ {chosen}\n")
        sys.stdout.flush()
        begun = time.monotonic()
        # The shell is the reader's: with pipefail, no part of a pipe fails unseen.
        status = subprocess.run(["bash", "-eo", "pipefail", "-c", chosen], check=False).returncode
        sys.stdout.write(f"[exit {status}, {time.monotonic() - begun:.0f} s]\n")
        if status:
            return status
    return 0


def commands(text: str) -> Iterator[str]:
    """Yield the commands of the page *text*, without the remarks behind them."""
    for block in _BLOCK.findall(text):
        for line in block.splitlines():
            if command := _REMARK.sub("", line).strip():
                yield command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
