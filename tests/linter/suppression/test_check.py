"""Comments that ask for silence: their forms, what they cover, and what is wrong with them."""

from collections.abc import Mapping

import pytest

from matrixlint import Diagnostic, lint_text
from matrixlint.api import load
from matrixlint.config.settings import Settings
from matrixlint.linter.lint import lint_or_raise
from matrixlint.syntax.suppression_comments import parse_suppressions
from matrixlint.text.source import Source
from tests.finding import places
from tests.growth import assert_linear

HEAD = "[driver.a]\ntitle=A\n[driver.b]\ntitle=B\n"
# Two features, each with one finding, MX406, in its line of driver b.
FEATURE = "[operation.x]\ntitle=X\nstatus=optional\ndriver.a=complete\n"
PARTIAL = "driver.b=partial\n"
OTHER = "[operation.y]\ntitle=Y\nstatus=optional\ndriver.a=complete\ndriver.b=partial\n"
TEXT = HEAD + FEATURE + PARTIAL + OTHER


def covers(text: str) -> list[tuple[int, int]]:
    """Return the first and the last line that each suppression of *text* covers."""
    found = parse_suppressions(load(text).document)
    return [(each.lines[0], each.lines[-1]) for each in found]


def reported(text: str, config: Mapping[str, object] | None = None) -> list[str]:
    diagnostics = lint_text(text, config=config)
    return [
        f"{diagnostic.line}:{diagnostic.column} {diagnostic.code} {diagnostic.message}"
        for diagnostic in diagnostics
    ]


def above(comment: str) -> str:
    """Return the text with *comment* above the first partial, on line 9."""
    return f"{HEAD}{FEATURE}{comment}\n{PARTIAL}{OTHER}"


def test_what_is_suppressed_is_without_a_comment() -> None:
    assert places(lint_text(TEXT)) == [(9, "MX406"), (14, "MX406")]


@pytest.mark.parametrize(
    "comment",
    [
        "# matrixlint: ignore[MX406]",
        "#matrixlint:ignore[MX406]",
        "; matrixlint: ignore [ MX406 , ]",
        ";# matrixlint: ignore[MX501 partial-without-notes]",
        "  # matrixlint: ignore[partial-without-notes]",
        "\t# matrixlint: ignore[MX40] -- see [1] and ]",
        "# matrixlint: ignore[ALL]",
        "# matrixlint: ignore[MX]",
        "# matrixlint: ignore",
        "# matrixlint: ignore -- see [bug 1]",
        "# matrixlint: ignore--see",
        "# matrixlint: ignore[MX406] without two hyphens",
        "# matrixlint: ignore[MX406, ACME101]",
    ],
)
def test_comment_suppresses_the_next_key(comment: str) -> None:
    ignored = {"ignore": ["MX901"]}

    assert places(lint_text(above(comment), config=ignored)) == [(15, "MX406")]


@pytest.mark.parametrize(
    "comment",
    [
        "# a word before matrixlint: ignore",
        "# Matrixlint: ignore",
        "# matrixlint ignore",
        "# noqa: MX406",
    ],
)
def test_other_comments_are_none(comment: str) -> None:
    assert places(lint_text(above(comment))) == [(10, "MX406"), (15, "MX406")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignroe[MX406]", "'ignroe' is no suppression; expected ignore or ignore-file"),
        ("ignore_file", "'ignore_file' is no suppression; expected ignore or ignore-file"),
        ("disable=MX406", "'disable' is no suppression; expected ignore or ignore-file"),
        ("", "comment asks for nothing; expected ignore or ignore-file"),
        ("[MX406]", "comment asks for nothing; expected ignore or ignore-file"),
        ("ignore MX406", "'ignore' is followed by 'MX406'; expected '[RULE]' or '-- REASON'"),
        ("ignore=MX406", "'ignore' is followed by '=MX406'; expected '[RULE]' or '-- REASON'"),
        ("ignore-file all", "'ignore-file' is followed by 'all'; expected '[RULE]' or '-- REASON'"),
        ("ignore[MX406", "'[' of the suppression is not closed"),
        ("ignore[ , ]", "suppression names no rule in its brackets"),
    ],
)
def test_comment_of_another_form_is_reported_and_suppresses_nothing(
    comment: str, message: str
) -> None:
    text = above(f"# matrixlint: {comment}")

    assert reported(text)[0] == f"9:1 MX902 {message}"
    assert places(lint_text(text))[1:] == [(10, "MX406"), (15, "MX406")]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("ignroe", "did you mean 'ignore'?"),
        ("ignore_file", "did you mean 'ignore-file'?"),
        ("wurst", None),
        ("ignore[mx406]", "did you mean 'MX406'?"),
        ("ignore[partial_without_notes]", "did you mean 'partial-without-notes'?"),
        ("ignore[MX4O6]", "did you mean 'MX406'?"),
        ("ignore[wurst]", None),
    ],
)
def test_what_was_probably_meant_is_the_hint(word: str, hint: str | None) -> None:
    diagnostic = lint_text(above(f"# matrixlint: {word}"))[0]

    assert (diagnostic.code, diagnostic.hint) == ("MX902", hint)


def test_each_unknown_rule_is_reported_at_its_place() -> None:
    text = above("# matrixlint: ignore[MX406,MX999, wurst, ACME101]")

    assert reported(text)[:2] == [
        "9:28 MX902 suppression names 'MX999', which is no rule",
        "9:35 MX902 suppression names 'wurst', which is no rule",
    ]
    assert places(lint_text(text)) == [(9, "MX902"), (9, "MX902"), (15, "MX406")]


class TestCover:
    def test_a_comment_covers_the_next_key_with_all_its_lines(self) -> None:
        assert covers("[x]\n# matrixlint: ignore\na=1\n  2\n\n# c\n  3\n\n# c\nb=1\n") == [(2, 7)]

    def test_a_comment_above_a_header_covers_the_section(self) -> None:
        text = "# matrixlint: ignore\n\n# c\n[x]\na=1\nb=2\n 3\n# c\n\n[y]\na=1\n"

        assert covers(text) == [(1, 7)]

    def test_comments_may_be_stacked(self) -> None:
        comments = "# matrixlint: ignore\n; matrixlint: ignore\n\n# c\n# matrixlint: ignore\n"

        assert covers(f"[x]\n{comments}a=1\nb=2\n") == [(2, 7), (3, 7), (6, 7)]

    def test_in_a_value_a_comment_covers_the_rest_of_it(self) -> None:
        text = "[x]\na=1\n  2\n# matrixlint: ignore\n  3\n  4\nb=5\n"

        assert covers(text) == [(4, 6)]

    def test_with_nothing_below_a_comment_covers_the_lines_that_are_left(self) -> None:
        assert covers("[x]\na=1\n# matrixlint: ignore") == [(3, 3)]
        assert covers("[x]\na=1\n# matrixlint: ignore\n\n# c") == [(3, 5)]

    def test_a_comment_for_the_file_covers_it_from_anywhere(self) -> None:
        assert covers("[x]\na=1\n# matrixlint: ignore-file\n") == [(1, 4)]

    def test_a_header_that_is_fixed_is_one(self) -> None:
        text = f"{HEAD}# matrixlint: ignore\n[operation.x\ntitle=X\n"

        assert covers(text) == [(5, 7)]

    def test_under_a_line_that_continues_nothing_comments_are_received(self) -> None:
        assert covers("[x]\n  lost\n# matrixlint: ignore\na=1\n") == [(3, 4)]

    def test_of_a_conflict_the_first_side_is_received(self) -> None:
        comment = "# matrixlint: ignore[MX406]\n"
        text = f"{HEAD}{FEATURE}<<<<<<< a\n{comment}{PARTIAL}=======\n{comment}b\n>>>>>>> c\n"

        assert covers(text) == [(10, 11)]
        assert places(lint_text(text)) == [(9, "MX007")]

    def test_a_comment_above_the_marker_of_a_conflict_suppresses_it(self) -> None:
        comment = "# matrixlint: ignore[MX007]\n"
        text = f"{HEAD}{FEATURE}{comment}<<<<<<< a\n{PARTIAL}=======\nb\n>>>>>>> c\n"

        assert places(lint_text(text.replace(comment, ""))) == [(9, "MX007")]
        assert lint_text(text) == []

    def test_a_comment_in_the_preamble_covers_the_first_section(self) -> None:
        assert covers(f"# c\n# matrixlint: ignore\n{HEAD}") == [(2, 4)]

    def test_a_comment_behind_a_byte_order_mark_is_one(self) -> None:
        assert lint_text(f"\ufeff# matrixlint: ignore-file[MX006, MX406]\n{TEXT}") == []

    def test_line_ends_make_no_difference(self) -> None:
        text = above("# matrixlint: ignore[MX406]")

        assert lint_text(text.replace("\n", "\r\n")) == lint_text(text)


class TestUnused:
    def test_a_comment_that_suppresses_nothing_is_reported(self) -> None:
        diagnostic = lint_text(f"{HEAD}{FEATURE}# matrixlint: ignore\ndriver.b=complete\n")[0]

        assert (*diagnostic.span, diagnostic.code, diagnostic.message) == (
            *(9, 1, 9, 21, "MX901", "suppression silences nothing"),
        )

    def test_only_the_unused_words_are_named_and_dropped(self) -> None:
        text = above("  # matrixlint: ignore[MX401,  MX406, MX5, MX401] -- why")
        diagnostics = lint_text(text)

        assert [diagnostic.message for diagnostic in diagnostics[:1]] == [
            "suppression silences nothing of 'MX401' or 'MX5'"
        ]
        assert applied(text, diagnostics[0]) == text.replace("MX401,  MX406, MX5, MX401", "MX406")

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("", PARTIAL),
            (FEATURE + PARTIAL, ""),
        ],
    )
    def test_the_fix_drops_the_line(self, before: str, after: str) -> None:
        text = f"{HEAD}{before}# matrixlint: ignore[MX999, MX401]\n{FEATURE}{after}"
        text = text.replace("MX999, ", "")
        (diagnostic,) = (diagnostic for diagnostic in lint_text(text) if diagnostic.code == "MX901")

        assert diagnostic.fix
        assert (diagnostic.fix.title, diagnostic.fix.safe) == ("drop the comment", True)
        assert applied(text, diagnostic) == text.replace("# matrixlint: ignore[MX401]\n", "")

    def test_the_last_line_is_dropped_without_the_end_it_misses(self) -> None:
        (_, _, diagnostic) = lint_text(f"{TEXT}# matrixlint: ignore[MX401]")

        assert applied(f"{TEXT}# matrixlint: ignore[MX401]", diagnostic) == TEXT.removesuffix("\n")

    def test_rules_that_did_not_run_are_not_checked(self) -> None:
        text = above("# matrixlint: ignore[MX408, MX406]")

        assert places(lint_text(text)) == [(15, "MX406")]
        assert places(lint_text(text, config={"select": ["ALL"], "ignore": ["MX7", "MX8"]})) == [
            *((9, "MX901"), (15, "MX406")),
        ]
        assert lint_text(text, config={"select": ["MX901"]}) == []

    @pytest.mark.parametrize(
        "text",
        [
            "title=X\n# matrixlint: ignore[MX406]\n[x]\n",
            "# matrixlint: ignore[MX406]\n[x]\n",
            f"# matrixlint: ignore[MX406]\n{HEAD}{FEATURE}driver.b=complete\nlost words\n",
        ],
    )
    def test_where_a_error_takes_text_away_nothing_is_known(self, text: str) -> None:
        assert [
            diagnostic.code for diagnostic in lint_text(text) if diagnostic.code[:3] == "MX9"
        ] == []

    def test_two_comments_that_suppress_one_finding_are_both_used(self) -> None:
        text = above("# matrixlint: ignore[MX406]\n# matrixlint: ignore[MX4]")

        assert places(lint_text(text)) == [(16, "MX406")]


class TestOwnRules:
    UNUSED = f"{HEAD}{FEATURE}%s# matrixlint: ignore[MX401]\ndriver.b=complete\n"

    @pytest.mark.parametrize("word", ["", "[ALL]", "[MX]"])
    def test_nothing_short_suppresses_them(self, word: str) -> None:
        diagnostics = lint_text(self.UNUSED % f"# matrixlint: ignore{word}\n")

        assert places(diagnostics) == [(9, "MX901"), (10, "MX901")]

    @pytest.mark.parametrize("word", ["MX901", "unused-suppression", "MX9"])
    def test_they_are_suppressed_by_name(self, word: str) -> None:
        assert lint_text(self.UNUSED % f"# matrixlint: ignore[{word}]\n") == []
        assert lint_text(self.UNUSED % "" + f"# matrixlint: ignore-file[{word}]\n") == []

    def test_a_comment_may_speak_of_itself(self) -> None:
        text = f"{HEAD}{FEATURE}# matrixlint: ignore[MX401, MX901]\ndriver.b=complete\n"

        assert lint_text(text) == []

    def test_one_that_has_nothing_to_speak_of_is_reported(self) -> None:
        text = f"# matrixlint: ignore-file[MX901]\n{HEAD}{FEATURE}driver.b=complete\n"

        assert reported(text) == ["1:1 MX901 suppression silences nothing of 'MX901'"]

    def test_all_unused_words_of_a_comment_are_reported_at_once(self) -> None:
        text = above("# matrixlint: ignore[MX401, MX902, MX406]")

        assert reported(text)[0] == "9:1 MX901 suppression silences nothing of 'MX401' or 'MX902'"

    def test_an_unknown_rule_is_suppressed_by_name(self) -> None:
        text = above("# matrixlint: ignore[MX902]\n# matrixlint: ignore[MX406, wurst]")

        assert places(lint_text(text)) == [(16, "MX406")]


REASONED = {"require-suppression-reason": True}


class TestReason:
    @pytest.mark.parametrize(
        ("comment", "column"),
        [("ignore[MX406]", 1), ("ignore", 1), ("ignore[MX406] because", 1), ("ignore[MX4] -- ", 1)],
    )
    def test_a_suppression_without_one_is_reported_where_it_is_wanted(
        self, comment: str, column: int
    ) -> None:
        text = above(f"# matrixlint: {comment}")

        assert reported(text, REASONED)[0] == (
            f"9:{column} MX903 suppression gives no reason; expected '-- REASON' behind it"
        )
        assert places(lint_text(text)) == [(15, "MX406")]

    @pytest.mark.parametrize("comment", ["ignore[MX406] -- why", "ignore -- why", "ignore--why"])
    def test_a_suppression_with_one_is_not(self, comment: str) -> None:
        text = above(f"# matrixlint: {comment}")

        assert places(lint_text(text, config=REASONED)) == [(15, "MX406")]

    def test_what_is_no_suppression_needs_none(self) -> None:
        diagnostics = lint_text(above("# matrixlint: ignroe"), config=REASONED)

        assert places(diagnostics) == [(9, "MX902"), (10, "MX406"), (15, "MX406")]


def test_the_linter_marks_what_is_suppressed() -> None:
    source = Source.from_text("a.ini", above("# matrixlint: ignore[MX406]"))

    assert [
        (diagnostic.line, diagnostic.suppressed) for diagnostic in lint_or_raise(source, Settings())
    ] == [
        (10, "comment"),
        (15, None),
    ]
    assert [
        diagnostic.suppressed for diagnostic in lint_or_raise(source, Settings(suppressions=False))
    ] == [
        None,
        None,
    ]


def test_rules_on_suppressions_take_the_severity_that_is_set() -> None:
    text = above("# matrixlint: ignore[MX401]")
    diagnostics = lint_text(text, config={"severity": {"unused-suppression": "error"}})

    assert [(diagnostic.code, str(diagnostic.severity)) for diagnostic in diagnostics[:1]] == [
        ("MX901", "error")
    ]


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (["# matrixlint: ignore[MX406]\n"], 4_000),
        (["# matrixlint: ignore-file[MX406, MX501]\n"], 4_000),
        (["# matrixlint: ignore[MX901]\n", "# matrixlint: ignore[MX408]\n"], 2_000),
        (["# matrixlint: ignore[MX406]\ndriver.b=missing\n"], 2_000),
        (["#"], 1_000_000),
        (["# matrixlint:", " "], 500_000),
        (["# matrixlint: ignore", "["], 500_000),
    ],
    ids=["stacked", "of the file", "of their own", "apart", "signs", "blanks", "brackets"],
)
def test_many_comments_take_linear_time(lines: list[str], count: int) -> None:
    first, *rest = lines

    def lint(size: int) -> None:
        # A comment that is one line alone is long; others are many.
        many = lines * size if first.endswith("\n") else [first, "".join(rest or lines) * size]
        text = "".join((HEAD, FEATURE, *many, "\n", PARTIAL))
        lint_text(text, config={"select": ["ALL"]})

    assert_linear(lint, count)


def applied(text: str, diagnostic: Diagnostic) -> str:
    """Return *text* with the fix of *diagnostic*, which has one edit."""
    assert diagnostic.fix
    (edit,) = diagnostic.fix.edits
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    start = starts[edit.span.line - 1] + edit.span.column - 1
    end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
    return text[:start] + edit.text + text[end:]
