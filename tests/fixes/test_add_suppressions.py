"""Comments written into a file: where they stand, and what they leave as it was."""

from collections.abc import Iterator

import pytest

from matrixlint import Diagnostic
from matrixlint.config.settings import Settings
from matrixlint.errors import FileError
from matrixlint.fixes.add_suppressions import FindActive, add_suppressions
from matrixlint.linter.lint import lint_or_raise
from matrixlint.rules.registry import ALL
from matrixlint.text.source import Source
from tests.parsed import CLEAN, DECLARED, FEATURE

EVERYTHING = Settings(codes=frozenset(rule.code for rule in ALL))


def live(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.suppressed is None]


def written(data: bytes, reason: str = "", settings: Settings = Settings()) -> bytes:  # noqa: B008
    done = add_suppressions("a.ini", data, settings, reason, live)
    assert live(lint_or_raise(Source.from_bytes("a.ini", done), settings)) == []
    assert add_suppressions("a.ini", done, settings, reason, live) == done
    return done


def text(given: str, reason: str = "") -> str:
    return written(given.encode(), reason).decode()


def test_a_clean_file_stays_as_it_is() -> None:
    assert text(CLEAN) == CLEAN


def test_a_comment_stands_above_each_key_and_header() -> None:
    odd = FEATURE.replace("=complete", "=compelte").replace("status=optional", "status=wurst")
    more = "[operation.y]\ntitle=Y\ndriver.a=partial\n"

    assert text(f"{DECLARED}{odd}# c\n\n{more}") == (
        f"{DECLARED}[operation.x]\ntitle=X\n"
        "# matrixlint: ignore[MX301]\nstatus=wurst\n"
        "# matrixlint: ignore[MX401]\ndriver.a=compelte\n"
        "# c\n\n# matrixlint: ignore[MX202]\n[operation.y]\ntitle=Y\n"
        "# matrixlint: ignore[MX406]\ndriver.a=partial\n"
    )


def test_a_place_has_one_comment_with_the_reason() -> None:
    broken = "[operation.y]\ndriver.a=missing\n"

    assert text(f"{CLEAN}{broken}", "see [1] -- later") == (
        f"{CLEAN}# matrixlint: ignore[MX201, MX202] -- see [1] -- later\n{broken}"
    )


def test_a_finding_further_down_in_a_value_is_suppressed_above_its_key() -> None:
    value = "cli=one\n  # c\n  two;\n  three\xa0four\n"

    assert text(f"{CLEAN}{value}") == f"{CLEAN}# matrixlint: ignore[MX704]\n{value}"


def test_a_comment_that_is_there_takes_the_rules_in() -> None:
    comment = "# matrixlint: ignore[MX301 , wurst] -- why"
    odd = CLEAN.replace("status=optional", f"{comment}\nstatus=\xa0wurst")

    assert text(odd, "why") == odd.replace(
        comment,
        "# matrixlint: ignore[MX902] -- why\n# matrixlint: ignore[MX301, wurst, MX704] -- why",
    )
    assert text(odd, "so") == odd.replace(
        comment,
        f"# matrixlint: ignore[MX902] -- so\n{comment}\n# matrixlint: ignore[MX704] -- so",
    )


def test_what_is_of_the_file_is_suppressed_at_its_top() -> None:
    assert text("# c\n[x]\n") == "# matrixlint: ignore-file[MX101]\n# c\n[x]\n"
    assert text("") == "# matrixlint: ignore-file[MX101]\n"
    assert text("# c\n; matrixlint: ignore-file[MX406]\n") == (
        "# c\n; matrixlint: ignore-file[MX406, MX101]\n"
    )


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2])
def test_a_byte_order_mark_stays_in_front(mark: bytes) -> None:
    data = mark + CLEAN.encode()

    assert written(data) == mark + b"# matrixlint: ignore-file[MX006]\n" + CLEAN.encode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_comments_end_as_the_lines_about_them_do(end: str) -> None:
    odd = CLEAN.replace("=complete\n", "=partial")
    comment = "# matrixlint: ignore[MX406]\n"
    wanted = odd.replace("driver.a=p", f"{comment}driver.a=p")

    assert text(odd.replace("\n", end)) == wanted.replace("\n", end)


def test_a_line_without_an_end_gets_one_above_it() -> None:
    assert text("title=X") == "# matrixlint: ignore-file[MX001]\ntitle=X"


def test_bytes_that_are_no_text_stay() -> None:
    data = CLEAN.replace("=X", "=X\xff").encode("latin-1") + b"# matrixlint: ignore[MX408]\nb=1\n"

    wanted = data.replace(b"title=X", b"# matrixlint: ignore[MX005]\ntitle=X")

    assert written(data) == wanted.replace(b"b=1", b"# matrixlint: ignore[MX203]\nb=1")


def test_a_marker_of_a_conflict_is_suppressed_at_its_place() -> None:
    conflict = "<<<<<<< a\nnotes=a\n=======\nnotes=b\n>>>>>>> b\n"

    assert text(f"{CLEAN}{conflict}") == f"{CLEAN}# matrixlint: ignore[MX007]\n{conflict}"


def test_a_line_without_a_section_is_suppressed_at_its_place() -> None:
    assert text(f"# c\n  lost\n{CLEAN}") == f"# c\n# matrixlint: ignore[MX001]\n  lost\n{CLEAN}"


def test_what_a_comment_does_not_reach_is_asked_of_the_file() -> None:
    odd = CLEAN.replace("=complete", "=partial")
    answers: Iterator[FindActive] = iter([live, list, live])

    def left(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        return next(answers)(diagnostics)

    done = add_suppressions("a.ini", odd.encode(), Settings(), "", left)

    assert done.decode() == f"# matrixlint: ignore-file[MX406]\n{odd}"


def test_what_comments_do_not_suppress_at_all_is_reported() -> None:
    with pytest.raises(FileError) as caught:
        add_suppressions("a.ini", CLEAN.replace("=X", "=").encode(), Settings(), "", list)

    assert str(caught.value) == "comments do not silence MX201; nothing was written"


def test_a_text_of_another_encoding_gets_no_comment() -> None:
    with pytest.raises(FileError) as caught:
        written("[x]\n".encode("utf-16"))
    assert str(caught.value) == "is UTF-16: no comment can be written into it"


def test_layout_is_suppressed_too() -> None:
    data = CLEAN.replace("title=X\n", "title=X \r\n\n \n").encode().removesuffix(b"\n")

    written(data, settings=EVERYTHING)
