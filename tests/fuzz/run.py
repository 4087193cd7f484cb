"""
Coverage-guided fuzzing: ``python -m tests.fuzz.run SECONDS FOLDER [WORD ...]``.

What breaks a promise stays in FOLDER/finds, the first of each kind, and the run goes on;
what covers more of the code stays in FOLDER/seeds. The other words are libFuzzer's.
"""

import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from random import Random

import atheris

from tests.conftest import ROOT
from tests.generator import DIALECTS, clean_matrix
from tests.grades import clean_grades
from tests.random_slips import slip
from tests.strategies import CHARACTERS, LINES
from tests.tree import PACKAGE, modules

Hold = Callable[[bytes], None]
MOST_BYTES = 4096
# As many spoilt copies of each text are seeds too: cut keys, joined lines, lost headers.
SLIPS = 4


def run(seconds: int, folder: str, words: list[str]) -> None:
    """Fuzz for so many *seconds*; the process ends with libFuzzer's exit status."""
    with atheris.instrument_imports(include=[PACKAGE]):
        # Most modules are imported when they are first needed, too late for being watched.
        for module in modules():
            if module.name != "__main__":
                import_module(f"{PACKAGE}.{module.name}".rstrip("."))
        hold: Hold = import_module("tests.fuzz.promise").hold
    seeds, finds = (os.path.join(folder, name) for name in ("seeds", "finds"))
    for each in (seeds, finds):
        os.makedirs(each, exist_ok=True)
    sow(seeds)
    flags = (
        *(f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}"),
        # Of the clock, and others may hold the processor.
        *("-timeout=60", "-report_slow_units=60"),
        *("-rss_limit_mb=2048", f"-artifact_prefix={finds}{os.sep}"),
        *(f"-dict={dictionary(folder)}", "-print_final_stats=1"),
    )
    atheris.Setup([sys.argv[0], *flags, *words, seeds], collecting(hold, finds))
    atheris.Fuzz()


def collecting(hold: Hold, folder: str) -> Hold:
    """Return what does *hold* and puts what fails into *folder*, each kind of failure once."""
    known: set[str] = set()

    def tried(data: bytes) -> None:
        try:
            hold(data)
        except Exception as error:  # noqa: BLE001  whatever is raised is what is looked for
            kind = alike(error)
            if kind not in known:
                known.add(kind)
                with open(os.path.join(folder, f"find-{len(known)}"), "wb") as file:
                    file.write(data)
                sys.stderr.write(f"find-{len(known)}: {kind}: {error}\n")

    return tried


def alike(error: Exception) -> str:
    """Return what failures of one cause have in common: a type, and where it was raised."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {os.path.basename(last.filename)}:{last.lineno}"


def sow(folder: str) -> None:
    """Put examples and clean matrices of each dialect into *folder*, and slips in all of them."""
    # The same in each run; no secret is made of it.
    random = Random(0)  # noqa: S311
    texts = {name: clean_matrix(Random(name), name).encode() for name in DIALECTS}  # noqa: S311
    texts["grades"] = clean_grades(random).encode()
    for path in sorted((ROOT / "examples").rglob("*.ini")):
        texts[str(path.relative_to(ROOT)).replace(os.sep, "-")] = path.read_bytes()
    for name, data in list(texts.items()):
        text = data.decode("utf-8", "surrogateescape")
        for number in range(SLIPS):
            spoilt = slip(text, random).encode("utf-8", "surrogateescape")
            texts[f"{name}-{number}"] = spoilt
    for name, data in texts.items():
        if len(data) <= MOST_BYTES:
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)


def dictionary(folder: str) -> str:
    """Write the lines and characters that matter, as libFuzzer reads them, into *folder*."""
    path = os.path.join(folder, "dictionary")
    words = sorted(word.encode() for word in {*LINES, *CHARACTERS, "\r\n"} if word)
    escaped = ["".join(f"\\x{byte:02X}" for byte in word) for word in words]
    with open(path, "w", encoding="ascii") as file:
        file.writelines(f'"{word}"\n' for word in escaped)
    return path


if __name__ == "__main__":
    run(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
