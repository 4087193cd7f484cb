"""The grades dialect: backends and their sections, grades and theirs, and no features."""

import pytest

from matrixlint import lint_text, load
from tests.finding import everything, places
from tests.rules.snippet import check, named, reported

TEXT = """\
[backends]
backend-impl-bind9=Bind 9
backend-impl-nsd4=NSD 4

[grades]
valid-grades=integrated,untested

[grades.integrated]
title=Integrated

[grades.untested]
title=Untested

[backends.backend-impl-bind9]
status=integrated

[backends.backend-impl-nsd4]
status=untested
"""


def changed(old: str, new: str) -> str:
    """Return the matrix with one part of it written in another way."""
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def findings(old: str, new: str) -> list[str]:
    return reported(changed(old, new), "MX")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status=untested", "notes="),
        ("status=untested", "in-tree=False"),
        ("status=untested", "STATUS=untested"),
        ("integrated,untested", "integrated , untested ,"),
        ("integrated,untested", "integrated,\n  untested"),
        ("backend-impl-nsd4=", "backend-impl-NSD4="),
        ("[backends.backend-impl-nsd4]", "[backends.backend-impl-NSD4]"),
        ("[backends]", "[DEFAULT]\nstatus=untested\ntype=xfr\n\n[backends]"),
        ("status=untested", "status=untested\nnotes=100% of it"),
        ("[grades.untested]", "[grades.old]\ntitle=Old\n\n[grades.untested]"),
        ("[grades.untested]", "[driver.x]\ntitle=X\n\n[grades.untested]"),
    ],
)
def test_harmless_change_is_no_finding(old: str, new: str) -> None:
    assert findings(old, new) == []


def test_findings_name_driver_and_value() -> None:
    text = changed("[backends.backend-impl-nsd4]", "[backends.backend-impl-zebra]")
    text = text.replace("=integrated,", "=integrated,failing,").replace("=untested\n", "=broken\n")

    assert named(text, "MX") == [
        ("MX402", "backend-impl-nsd4", "nsd4", "NSD 4"),
        ("MX602", "valid-grades", None, "failing"),
        ("MX403", None, "zebra", None),
        ("MX301", "status", None, "broken"),
    ]


@pytest.mark.parametrize(
    ("status", "end", "hint"),
    [
        ("Untested", 16, "untested"),
        ("untestd", 15, "untested"),
        ("broken", 14, None),
        ("tested", 14, None),
        ("", 8, None),
        ("integrated,untested", 27, None),
    ],
)
def test_status_that_is_no_valid_grade_is_reported(status: str, end: int, hint: str | None) -> None:
    assert findings("status=untested", f"status={status}") == [
        f"18:8-{end} MX301 error status is {status!r}; expected integrated or untested",
        *([f"= did you mean '{hint}'?"] if hint else []),
    ]


@pytest.mark.parametrize(
    ("status", "line"),
    [("untested\n  really", 19), ("\n  untested", 19), ("broken\n\n  really", 20)],
)
def test_status_of_several_lines_is_reported_at_the_first_line_too_many(
    status: str, line: int
) -> None:
    width = len(status.rpartition("\n")[2])

    assert findings("status=untested", f"status={status}") == [
        f"{line}:3-{width + 1} MX301 error status runs over several lines; expected one word"
    ]


def test_status_is_reported_where_no_grade_is_valid() -> None:
    assert reported(changed("integrated,untested", ""), "MX") == [
        "15:8-18 MX301 error status is 'integrated'; expected a grade that 'valid-grades' lists",
        "18:8-16 MX301 error status is 'untested'; expected a grade that 'valid-grades' lists",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("valid-grades=integrated,untested", ""),
        ("[grades]\nvalid-grades=integrated,untested", ""),
    ],
)
def test_no_grade_is_reported_where_none_is_listed(old: str, new: str) -> None:
    assert findings(old, new) == []


def test_status_of_the_defaults_is_reported_once_there() -> None:
    text = changed("status=untested", "type=xfr").replace("status=integrated", "type=axfr")

    assert reported("[DEFAULT]\nstatus=broken\n\n" + text, "MX") == [
        "2:8-14 MX301 error status is 'broken'; expected integrated or untested",
    ]


def test_illegible_list_of_grades_judges_no_status() -> None:
    text = changed("integrated,untested", "integrated,\n  un\x07\x07\x07\x07\x07\x07")

    assert places(everything(text)) == [(7, "MX005")]


@pytest.mark.parametrize("key", ["status=untested", "type=agent", "in-tree=False", "docs=x"])
def test_indented_section_is_reported_once(key: str) -> None:
    name = key.partition("=")[0]

    (diagnostic,) = findings("status=untested", f"  {key}\n  notes=Many.")

    assert diagnostic == (
        f"18:3-{len(key) + 3} MX008 error indented key {name!r} (and 1 more below) is not "
        f"read as a key but as part of what stands above"
    )


@pytest.mark.parametrize("name", ["bakcends", "backend", "Backends"])
def test_misspelt_declarations_are_reported_alone(name: str) -> None:
    defaults = "[DEFAULT]\ntype=xfr\n\n"

    assert reported(defaults + changed("[backends]", f"[{name}]"), "MX") == [
        f"4:1-{len(name) + 3} MX204 error [{name}] declares no driver, and is no feature",
        "= did you mean '[backends]'?",
    ]


@pytest.mark.parametrize("name", ["bakcends.x", "grade", "wurst"])
def test_another_section_of_backends_is_none_of_them(name: str) -> None:
    assert findings("[grades]", f"[{name}]\nbackend-impl-x=X\n\n[grades]") == []


def test_backend_without_its_section_is_reported_at_its_declaration() -> None:
    assert findings("[backends.backend-impl-nsd4]", "[backends.other]") == [
        "3:1-18 MX402 error backend 'nsd4' has no section",
    ]


def test_backend_that_is_near_one_with_a_section_is_missed_all_the_same() -> None:
    text = changed("nsd4=NSD 4", "bind8=Bind 8").replace("[backends.backend-impl-nsd4]", "[other]")

    assert reported(text, "MX402") == ["3:1-19 MX402 error backend 'bind8' has no section"]


def test_undeclared_backend_is_reported_at_its_header() -> None:
    extra = "[backends.backend-impl-denominator]\nstatus=untested\n\n[grades]"

    assert findings("[grades]", extra) == [
        (
            "5:1-36 MX403 error [backends.backend-impl-denominator] is for a backend"
            " that is not declared"
        ),
    ]


def test_near_section_is_read_as_that_of_the_backend() -> None:
    assert findings("[backends.backend-impl-nsd4]", "[backends.backend-impl-nds4]") == [
        "17:1-29 MX403 error [backends.backend-impl-nds4] is for a backend that is not declared",
        "= did you mean 'nsd4'?",
    ]


def test_near_backend_that_has_its_section_is_no_help() -> None:
    extra = "[backends.backend-impl-bind8]\nstatus=untested\n\n[grades]"

    assert findings("[grades]", extra) == [
        "5:1-30 MX403 error [backends.backend-impl-bind8] is for a backend that is not declared",
    ]


def test_backends_are_not_checked_where_a_declaration_may_be_lost() -> None:
    assert places(everything(changed("backend-impl-nsd4=NSD 4", "backend-impl-nsd4"))) == [
        (3, "MX001")
    ]


def test_sections_are_not_missed_where_one_may_be_lost() -> None:
    check("""
        [backends]
        backend-impl-bind9=Bind 9

        [grades]
        valid-grades=integrated

        #> MX001
        []
        status=integrated
    """)
    check("""
        [backends]
        backend-impl-bind9=Bind 9

        #> MX007
        <<<<<<< ours
        [grades]
        valid-grades=integrated
        =======
        [grades.integrated]
        title=Integrated

        [backends.backend-impl-bind9]
        status=integrated
        >>>>>>> theirs
    """)


def test_unclosed_header_is_read_as_meant() -> None:
    assert places(
        everything(changed("[backends.backend-impl-nsd4]", "[backends.backend-impl-nsd4"))
    ) == [(17, "MX004")]


def test_valid_grade_without_its_section_is_reported_at_the_list() -> None:
    assert findings("integrated,untested", "integrated,untested,failing") == [
        "6:14-41 MX602 error grade 'failing' has no section '[grades.failing]'",
    ]


def test_misspelt_grade_is_read_as_its_section() -> None:
    assert findings("integrated,untested", "integrated,untetsed") == [
        "6:14-33 MX602 error grade 'untetsed' has no section '[grades.untetsed]'",
        "= did you mean 'untested'?",
    ]


def test_grade_listed_twice_is_reported_once() -> None:
    text = changed("integrated,untested", "integrated,untested,old,old")

    assert [(each.code, each.value) for each in everything(text)] == [("MX602", "old")]


def test_grades_are_read_in_the_order_of_the_list() -> None:
    matrix = load(changed("integrated,untested", "untested, ,integrated"))

    assert matrix.grades
    assert matrix.grades.valid == ("untested", "integrated")
    assert list(matrix.grades.backends) == ["bind9", "nsd4"]
    assert list(matrix.grades.grades) == ["integrated", "untested"]
    assert matrix.features == []


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("title=Untested", 'title="Untested"', ["MX705"]),
        ("status=untested", 'status="untested"', ["MX301"]),
        ("grades=integrated,untested", 'grades="integrated,untested"', []),
    ],
)
def test_quotes_around_words_that_are_compared_are_no_quoted_text(
    old: str, new: str, codes: list[str]
) -> None:
    found = [diagnostic.code for diagnostic in everything(changed(old, new))]

    assert [code for code in found if code in ("MX301", "MX705")] == codes


def test_a_grade_of_two_lines_makes_a_message_of_one() -> None:
    text = TEXT.replace("valid-grades=", "valid-grades=one\n two,", 1)
    found = [each.message for each in lint_text(text, config={"select": ["ALL"]})]

    assert found
    assert [message for message in found if "\n" in message] == []
