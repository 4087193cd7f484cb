"""``matrixlint check``: lint files and report the findings."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from matrixlint import __version__
from matrixlint.cli.check.exit_status import FAILED
from matrixlint.cli.check.options import Options
from matrixlint.cli.check.report import finish_run
from matrixlint.cli.check.targets import discover, find_contradictions, find_unknown_rules
from matrixlint.cli.streams import print_errors, print_stderr, print_text
from matrixlint.config.rule_selection import PROJECT
from matrixlint.errors import MatrixlintError
from matrixlint.linter.discovery import Discovery, Target
from matrixlint.linter.pipeline import lint_targets
from matrixlint.linter.result import MakeWorker, RunOptions, RunResult
from matrixlint.rules.plugins import load_rules
from matrixlint.rules.rule import Rule
from matrixlint.text.escape import escape_control

if TYPE_CHECKING:
    from matrixlint.cli.arguments import Parser


def run(words: Sequence[str]) -> int:
    """Run the command with the arguments *words* and return the exit status."""
    options = _parse_options(words)
    if options.help:
        print_text(build_parser().format_help())
        return 0
    if options.version:
        print_text(f"matrixlint {__version__}\n")
        return 0
    return _check(options, options.paths)


def build_parser() -> "Parser":
    """Return the parser of the options."""
    # Imported late: argparse with all flags takes 6 ms, and paths alone need no parser.
    from matrixlint.cli.check import flags

    return flags.build_parser()


def _parse_options(words: Sequence[str]) -> Options:
    if not any(word.startswith("-") and word != "-" for word in words):
        return Options(words)
    options = Options()
    options.paths = build_parser().read(words, options)
    return options


def _check(options: Options, paths: Sequence[str]) -> int:
    if details := list(find_contradictions(options, paths)):
        return finish_run(options, RunResult(details=details))
    try:
        discovery = discover(options, paths)
    except MatrixlintError as error:
        return finish_run(options, RunResult(details=error.details))
    # The set of rules depends on the configurations that were found.
    rules = _load_rules(discovery)
    if details := find_unknown_rules(options, rules):
        # A broken configuration may be the reason why rules are unknown.
        broken = [detail for detail in discovery.details if detail.path is not None]
        return finish_run(options, RunResult(details=[*broken, *details]))
    _print_notices(discovery)
    if options.show_files or options.show_settings:
        return _show(options, discovery)
    if discovery.details and (options.write_baseline or options.add_ignores is not None):
        # A missing file may be a REASON without its "=": write nothing.
        return finish_run(options, RunResult(details=discovery.details))
    formats = {target.settings.output_format for target in discovery.targets}
    return finish_run(options, _lint(options, discovery, rules), formats)


def _lint(options: Options, discovery: Discovery, rules: Sequence[Rule]) -> RunResult:
    """Lint the files of *discovery*; *rules* are the rules of all targets."""
    targets, notices = _add_project_facts(discovery)
    run_options = RunOptions(options.jobs, writes_baseline=options.write_baseline)
    result = lint_targets(targets, discovery.details, run_options, _choose_worker(options))
    if options.is_fixing and result.text is None:
        # A text that is excluded, or cannot be linted, is printed unchanged.
        result = result._replace(text=discovery.text)
    return result._replace(
        rules=[rule for rule in rules if _is_selected(rule, targets)],
        notices=[*notices, *result.notices],
    )


def _choose_worker(options: Options) -> MakeWorker | None:
    # Imported late: few runs change files.
    if options.is_fixing:
        from matrixlint.fixes.fix_file import fix_file

        work = partial(fix_file, unsafe=options.unsafe_fixes, is_shown=options.diff)
        return lambda mark: partial(work, mark=mark)
    if options.add_ignores is not None:
        from matrixlint.fixes.add_suppressions import suppress_file

        write = partial(suppress_file, reason=options.add_ignores)
        return lambda mark: partial(write, mark=mark)
    return None


def _load_rules(discovery: Discovery) -> list[Rule]:
    """Return the rules of all targets, plugins included."""
    plugins = {target.settings.plugins for target in discovery.targets}
    return list(
        {rule.code: rule for names in plugins or {()} for rule in load_rules(names)}.values()
    )


def _add_project_facts(discovery: Discovery) -> tuple[Sequence[Target], Sequence[str]]:
    """Return the targets with cross-file facts, and notices."""
    targets = discovery.targets
    if all(PROJECT.isdisjoint(target.settings.codes) for target in targets):
        return targets, ()
    # Imported late: few runs select rules that compare files or read documents.
    from matrixlint.linter.project.collect import collect_facts

    return collect_facts(discovery)


def _is_selected(rule: Rule, targets: Sequence[Target]) -> bool:
    return any(rule.code in target.settings.codes for target in targets)


def _print_notices(discovery: Discovery) -> None:
    targets = discovery.targets
    for path, outside in discovery.outside:
        message = f"link leads out of the project, to {outside!r}; not linted"
        print_stderr(escape_control(f"matrixlint: {path}: {message}"))
    if discovery.excluded and not targets:
        names = escape_control(", ".join(discovery.excluded))
        print_stderr(f"matrixlint: nothing to lint: all named files are excluded: {names}")
    if targets and not any(target.settings.codes for target in targets):
        print_stderr("matrixlint: nothing is checked: no rule is selected")


def _show(options: Options, discovery: Discovery) -> int:
    from matrixlint.cli.check import show

    listing = show.show_settings if options.show_settings else show.show_files
    print_text(listing(discovery.targets))
    print_errors(discovery.details)
    return FAILED if discovery.details else 0
