"""
The benchmarks: contenders run in turn, and told as a table.

    python3 -m venv bench && bench/bin/pip install -q '.[bench]'
    bench/bin/python benchmarks/run.py
"""

import argparse
import json
import re
import sys
import tempfile

from contender import Part
from machine import environment
from part import parts
from stopwatch import measured
from table import Answer, document, markdown
from work import FULL, QUICK, make

_BLOCK = re.compile(r"(<!-- benchmarks -->\n).*?(<!-- /benchmarks -->)", re.DOTALL)


def main(words: list[str]) -> None:
    """Measure, print the table, and write what else *words* ask for."""
    options = _options(words)
    with tempfile.TemporaryDirectory() as folder:
        work = make(folder, QUICK if options.quick else FULL)
        asked = [part for part in parts(work) if options.part in part.title]
        answers = [_answer(part, options.runs) for part in asked]
    where = environment()
    text = markdown(answers, where)
    sys.stdout.write(text)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as stream:
            json.dump(document(answers, where), stream, indent=2)
    if options.readme:
        public = [answer for answer in answers if answer.part.is_for_readme]
        _insert(markdown(public, where), options.readme)


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/run.py", description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="how often each contender runs")
    parser.add_argument("--part", default="", help="only the parts with this in their title")
    parser.add_argument("--quick", action="store_true", help="on tiny files: a test of this code")
    parser.add_argument("--json", metavar="FILE", help="write every sample into FILE")
    parser.add_argument("--readme", metavar="FILE", help="put the table into FILE, in its place")
    return parser.parse_args(words)


def _answer(part: Part, runs: int) -> Answer:
    there = [each for each in part.contenders if each.is_installed]
    absent = [each.name for each in part.contenders if not each.is_installed]
    return Answer(part, measured(there, runs), absent)


def _insert(text: str, path: str) -> None:
    with open(path, encoding="utf-8") as stream:
        whole = stream.read()
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(_BLOCK.sub(lambda match: f"{match[1]}\n{text}\n{match[2]}", whole))


if __name__ == "__main__":
    main(sys.argv[1:])
