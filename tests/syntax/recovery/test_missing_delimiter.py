"""Lines without a delimiter: what they are thought to have been, and how they are mended."""

import pytest

from tests.parsed import CLEAN, DECLARED, applied, document, reported, sections

TARGET = "[target.a]\ntitle=A\n[x]\ntitle=X\na=complete\n"
TARGETS = "[targets]\ndriver-impl-a=A\n"
GRADES = "[backends]\nbackend-impl-a=A\n"


def hints(text: str) -> list[str | None]:
    errors = sorted(document(text).errors, key=lambda error: error.span)
    return [error.hint for error in errors if error.code == "MX001"]


def fixed(text: str) -> str:
    errors = [error for error in document(text).errors if error.code == "MX001"]
    fixes = [error.fix for error in errors if error.fix]
    assert [fix.safe for fix in fixes] == [False] * len(fixes)
    return applied(text, fixes)


@pytest.mark.parametrize(
    ("head", "line", "key"),
    [
        (CLEAN, "driver.b complete", "driver.b"),
        (CLEAN, "Driver.B  gone", "Driver.B"),
        (CLEAN, "driver-notes.a It is not so.", "driver-notes.a"),
        (CLEAN, "status mandatory", "status"),
        (CLEAN, "status\tChoice (one)", "status"),
        (CLEAN, "cli openstack volume show", "cli"),
        (CLEAN, "link somewhere", "link"),
        (f"{CLEAN}notes=Some.\n", "driver.b Complete", "driver.b"),
        (f"{CLEAN}notes=Some.\n", "driver-notes.a more", "driver-notes.a"),
        (f"{CLEAN}notes=Some.\n", "status optional", "status"),
        (f"{CLEAN}notes=Some.\n\n", "cli more", "cli"),
        (TARGETS, "driver-impl-b B", "driver-impl-b"),
        (GRADES, "backend-impl-b B", "backend-impl-b"),
        (TARGET, "maturity experimental", "maturity"),
        (TARGET, "driver-impl-b partial", "driver-impl-b"),
        (TARGET, "b Partial", "b"),
        (CLEAN, "status required", "status"),
        (CLEAN, "driver-impl-b complete", "driver-impl-b"),
        (f"{CLEAN}cli=Some.\n", "backend-impl-b unknown", "backend-impl-b"),
        (f"{CLEAN}a thing: that\n", "driver.b missing", "driver.b"),
    ],
)
def test_a_key_may_have_lost_its_delimiter(head: str, line: str, key: str) -> None:
    text = f"{head}{line}  \n"
    rest = line[len(key) :].strip()

    assert hints(text) == [f"is '=' missing behind {key!r}?"]
    assert fixed(text) == f"{head}{key}={rest}  \n"


@pytest.mark.parametrize(
    ("above", "delimiter"),
    [
        ("api=a", "="),
        ("api = a", " = "),
        ("api     =  a\n  b : c", " = "),
        ("api :a", " :"),
        ("api: a", ": "),
        ("api:", ": "),
        ("api=", "="),
        ("api =", " = "),
        ("api: a\nlink b", ": "),
        ("api = a\n", "="),
        ("foo : a", "="),
        ("# api = a", "="),
    ],
)
def test_a_delimiter_is_put_as_that_above_is(above: str, delimiter: str) -> None:
    text = f"{CLEAN}{above}\ndriver.b  missing\n"

    assert hints(text)[-1] == f"is {delimiter.strip()!r} missing behind 'driver.b'?"
    assert fixed(text).endswith(f"\ndriver.b{delimiter}missing\n")


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (CLEAN, "driver.b is not so"),
        (CLEAN, "driver.b"),
        (CLEAN, "b complete"),
        (f"{CLEAN}b.y]\n", "more of it"),
        (CLEAN, "status of things"),
        (CLEAN, "words of any kind"),
        (CLEAN, "cli"),
        (TARGET, "a thing"),
        (f"{TARGET}cli=some\n\n", "a thing"),
        (f"{CLEAN}title=T\n", "more of it"),
        (f"{CLEAN}status=optional\n", "more of it"),
        (f"{CLEAN}foo=optional\n", "more of it"),
        (f"{CLEAN}notes=Some.\n\n", "more of it"),
        (f"{CLEAN}notes=Some.\n[a b]: c\n", "more of it"),
        (f"{CLEAN}[a]:\n", "more of it"),
        (f"{CLEAN}notes=Some.\n=c\n", "more of it"),
        (f"{CLEAN}notes=Some.\n=\n", "more of it"),
        ("[x]\n", "driver.b complete"),
        ("[x]\nnotes=Some.\n", "more of it"),
    ],
)
def test_what_a_line_was_is_not_always_plain(head: str, line: str) -> None:
    text = f"{head}{line}\n"

    assert hints(text)[-1] is None
    assert fixed(text) == text


@pytest.mark.parametrize(
    ("head", "key"),
    [
        (f"{CLEAN}notes=Some.\n", "notes"),
        (f"{CLEAN}Notes = Some.\n", "Notes"),
        (f"{CLEAN}notes=Some.\n more\n", "notes"),
        (f"{CLEAN}notes=Some.\n# but\n; see it\n", "notes"),
        (f"{CLEAN}notes=Some.\n  more\n  # but\n  a = b\n", "notes"),
        (f"{CLEAN}driver-notes.a: Some.\n", "driver-notes.a"),
        (f"{CLEAN}cli=\n  some\n", "cli"),
        (f"{CLEAN}notes=Some:\nsee https://a.org/\nand it = more\n", "notes"),
        (f"{TARGET}notes=Some\n", "notes"),
        (f"{GRADES}[backends.a]\nconfig=some\n", "config"),
    ],
)
@pytest.mark.parametrize("line", ["more", "cli of it", "driver.b is so", "driver.b said"])
def test_a_line_may_belong_to_the_text_above(head: str, key: str, line: str) -> None:
    text = f"{head}{line}\n"

    assert hints(text) == [f"is it more of {key!r}? indent it"]
    assert fixed(text) == f"{head}  {line}\n"


def test_all_lines_of_a_text_may_have_lost_their_indentation() -> None:
    text = f"{CLEAN}notes=One\ntwo\n  three\nfour\ndriver-notes.a five\nsix\n"

    assert hints(text) == [
        "is it more of 'notes'? indent it",
        "is it more of 'notes'? indent it",
        "is '=' missing behind 'driver-notes.a'?",
        "is it more of 'driver-notes.a'? indent it",
    ]
    assert sections(fixed(text))["operation.x"]["notes"] == "One\ntwo\nthree\nfour"
    assert sections(fixed(text))["operation.x"]["driver-notes.a"] == "five\nsix"


@pytest.mark.parametrize(
    ("head", "put"),
    [
        ("n=", "n="),
        ("n  =", "n  = "),
        ("n:  ", "n: "),
        ("n\t:", "n\t: "),
        ("n=n", None),
        ("n==n", None),
        ("# n=", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("start", [CLEAN, "\n\n\n\n[x]\na=\n"])
def test_the_value_of_an_empty_key_may_be_the_line_below(
    start: str, head: str, put: str | None
) -> None:
    text = f"{start}{head}\nwords\n"
    key = head.rstrip("\t =:")

    assert reported(text) == ["8:1-6 MX001"]
    assert document(text).sections[-1].unknown_values == ({key} if put else set())
    assert hints(text) == [f"is it the value of {key!r}?" if put else None]
    assert fixed(text) == (f"{start}{put}words\n" if put else text)


def test_what_follows_the_value_of_an_empty_key_may_be_more_of_it() -> None:
    text = f"{CLEAN}driver-notes.a=\nsome\nmore\ndriver.b=\nmissing\nwords\n"

    assert fixed(text) == f"{CLEAN}driver-notes.a=some\n  more\ndriver.b=missing\nwords\n"


@pytest.mark.parametrize("word", ["cli", "Cli", "link", "driver.a", "driver-notes.a"])
def test_a_key_that_lost_its_value_is_none_itself(word: str) -> None:
    assert document(f"{CLEAN}driver.a=\n{word}\n").sections[-1].unknown_values == set()
    assert hints(f"{CLEAN}driver.a=\n{word}\n") == [None]
    assert document(f"[x]\nnotes=\n{word}\n").sections[-1].unknown_values == {"notes"}


@pytest.mark.parametrize("last", ["=", "=Some\n  more", "=Some\n# more"])
def test_a_first_line_that_is_nothing_has_no_key_above(last: str) -> None:
    text = f"words\n{DECLARED}notes{last}"

    assert reported(text) == ["1:1-6 MX001"]
    assert hints(text) == [None]
    assert document(text).sections[-1].unknown_values == set()
