"""The renderers of all dialects: what each makes a page of, and what it fails with."""

import os
from random import Random

import pytest

from tests.conftest import ROOT
from tests.differential.renderers import DIALECTS, failure
from tests.finding import everything, shown
from tests.generator import clean_matrix
from tests.grades import clean_grades

EXAMPLES = {
    "support-matrix.ini": "driver",
    "house-rules/drivers-have-links/support-matrix.ini": "driver",
    "house-rules/partials-name-bugs/support-matrix.ini": "driver",
    "nova-2016/support-matrix.ini": "targets",
}
# Small matrices that have a page; each failure below is that of one change.
DRIVER = """\
[driver.a]
title=A
[operation.x]
title=X
status=optional
notes=Note
driver.a=complete
"""
TARGETS = """\
[targets]
driver-impl-a=A
[x]
title=X
status=optional
notes=Note
cli=do
driver-impl-a=complete
driver-notes-a=More
"""
TARGET = """\
[target.a]
title=A
link=
[x]
title=X
maturity=complete
notes=Note
a=complete
"""
GRADES = """\
[backends]
backend-impl-bind9=A
[backends.backend-impl-bind9]
type=xfr
in-tree=True
notes=Note
repository=Here
maintainers=We
[grades]
valid-grades=integrated
[grades.integrated]
title=Good
notes=Word
in-tree=optional
css-class=success
"""
LEVELS = "complete,partial,missing,unknown"
STATUSES = "mandatory,choice,condition,optional"
MATURITIES = "incomplete,experimental,complete,deprecated"
PERCENT = "InterpolationSyntaxError: '%' must be followed by '%' or '(', found: "
UNBOUND = (
    "UnboundLocalError: cannot access local variable '{}' where it is not associated with a value"
)
DUPLICATE = (
    "DuplicateOptionError: While reading from '<???>' [line  8]: "
    "option 'cli' in section 'x' already exists"
)
OTHER_GRADE = "[grades.untested]\ntitle=T\nnotes=N\nin-tree=\ncss-class=\n"
OTHER_BACKEND = "[backends.backend-impl-b]\ntype=agent\n"

Change = tuple[str, str, str | None]
IN_DRIVER: list[Change] = [
    ("title=X\n", "", "Exception: 'title' option missing in '[operation.x]' section"),
    ("title=A\n", "", "NoOptionError: No option 'title' in section: 'driver.a'"),
    ("optional", "mature", None),
    ("=complete", "=%", PERCENT + "'%'"),
]
IN_TARGETS: list[Change] = [
    ("[targets]", "[drivers]", "NoSectionError: No section: 'targets'"),
    (
        "cli=do\n",
        "CLI=do\ncli=do\n",
        DUPLICATE,
    ),
    ("title=X\n", "", "Exception: 'title' field missing in '[x]' section"),
    (
        "=optional",
        "=conditional(y)",
        f"Exception: 'status' field value 'conditional' in ['x']section must be {STATUSES}",
    ),
    ("=optional", "=", f"Exception: 'status' field value '' in ['x']section must be {STATUSES}"),
    # What is in the parentheses, and whether they are closed, is not looked at.
    ("=optional", "=choice(", None),
    ("=optional", "=condition(x==y", None),
    # The first feature has to have a status; later ones need none.
    ("status=optional\n", "", UNBOUND.format("group")),
    ("[x]", "[w]\ntitle=W\nstatus=optional\ndriver-impl-a=missing\n[x]", None),
    (
        "driver-notes-a=More\n",
        "[w]\ntitle=W\ndriver-impl-a=missing\n",
        None,
    ),
    (
        "=complete",
        "=Complete",
        f"Exception: 'driver-impl-a' value 'Complete' in '[x]' section must be {LEVELS}",
    ),
    (
        "driver-impl-a=complete",
        "driver-impl-b=complete",
        "Exception: Driver impl 'driver-impl-b' in '[x]' not declared",
    ),
    ("driver-impl-a=complete\n", "", "Exception: 'a' missing in '[x]' section"),
    # A key is read in lower case, on either side.
    ("driver-impl-a=complete", "Driver-Impl-A=complete", None),
    # A name has three parts at most; they may be empty.
    (
        "[targets]\n",
        "[targets]\ndriver-impl-a-b-c-d=B\n",
        "Exception: 'driver-impl-a-b-c-d' field is malformed in '[DEFAULT]' section",
    ),
    ("[targets]\n", "[targets]\ndriver-impl-=B\n", "Exception: '' missing in '[x]' section"),
    # A section of any name is a feature.
    (
        "[x]",
        "[metadata]\nby=We\n[x]",
        "Exception: 'title' field missing in '[metadata]' section",
    ),
    # What is in [DEFAULT] is in every section.
    ("[targets]", "[DEFAULT]\ntitle=D\n[targets]", None),
    ("title=X", "[DEFAULT]\ntitle=D", None),
    (
        "[targets]",
        "[DEFAULT]\ndriver-impl-b=missing\n[targets]",
        None,
    ),
    # A value is interpolated when it is read, and a note is where its entry is.
    ("Note", "50%", PERCENT + "'%'"),
    ("cli=do", "cli=do %x", PERCENT + "'%x'"),
    ("More", "50% of it", PERCENT + "'% of it'"),
    ("driver-notes-a=More", "driver-notes-b=50%", None),
    ("cli=do", "clu=50%", None),
]
IN_TARGET: list[Change] = [
    ("title=A\n", "", "NoOptionError: No option 'title' in section: 'target.a'"),
    ("link=\n", "", "NoOptionError: No option 'link' in section: 'target.a'"),
    ("[target.a]", "[DEFAULT]\nlink=\n[target.a]", None),
    ("title=X\n", "", "Exception: 'title' field missing in '[x]' section"),
    (
        "maturity=complete",
        "maturity=Full",
        f"Exception: 'maturity' field value 'full' in ['x']section must be {MATURITIES}",
    ),
    ("maturity=complete", "maturity=COMPLETE", None),
    ("maturity=complete\n", "status=nonsense\n", None),
    ("\na=complete", "\na=complete:", None),
    ("\na=complete", "\na=complete:o:p", None),
    (
        "\na=complete",
        "\na=complete (o)",
        f"Exception: 'a' value 'complete (o)' in '[x]' section must be {LEVELS}",
    ),
    (
        "\na=complete",
        "\ndriver-impl-a=Partial",
        f"Exception: 'driver-impl-a' value 'Partial' in '[x]' section must be {LEVELS}",
    ),
    ("\na=complete", "\ndriver-impl-a=partial", None),
    # The prefix is taken out wherever it stands.
    ("\na=complete", "\ndriver-impl-driver-impl-a=partial", None),
    (
        "\na=complete",
        "\na=complete\ndriver-impl-b=partial",
        "Exception: Driver impl 'driver-impl-b' in '[x]' not declared",
    ),
    # A bare key that is no driver's is passed over.
    ("\na=complete", "\na=complete\nb=50%", None),
    ("\na=complete", "", "Exception: 'a' missing in '[x]' section"),
    # A driver keeps its capitals, and a key is read in lower case.
    ("[target.a]", "[target.A]", "Exception: 'A' missing in '[x]' section"),
    # A driver may be called like a field, which is its entry then.
    (
        "[target.a]",
        "[target.notes]",
        f"Exception: 'notes' value 'Note' in '[x]' section must be {LEVELS}",
    ),
    ("[x]", "[targets]\nno=title\n[x]", None),
    ("[x]", "[operation]\n[x]", "Exception: 'title' field missing in '[operation]' section"),
    ("Note", "50%", PERCENT + "'%'"),
    # The note of a bare key is looked for without the first twelve letters of the key.
    ("\na=complete", "\na=complete\ndriver-notes-a=50%", None),
    ("\na=complete", "\na=complete\ndriver-notes-=50%", PERCENT + "'%'"),
]
IN_GRADES: list[Change] = [
    ("[backends]", "[targets]", "NoSectionError: No section: 'backends'"),
    ("[grades]", "[marks]", "NoSectionError: No section: 'grades'"),
    ("valid-grades", "grades", "NoOptionError: No option 'valid-grades' in section: 'grades'"),
    ("=integrated", "=integrated,x", "NoSectionError: No section: 'grades.x'"),
    # The blanks beside a comma belong to the name.
    (
        "=integrated\n",
        f"=integrated, untested\n{OTHER_GRADE}",
        "NoSectionError: No section: 'grades. untested'",
    ),
    ("=integrated\n", f"=integrated,untested\n{OTHER_GRADE}", None),
    ("=integrated\n", "=integrated,\n", "NoSectionError: No section: 'grades.'"),
    ("[grades.integrated]", "[grades.untested]", "NoSectionError: No section: 'grades.integrated'"),
    *(
        (line, "", f"NoOptionError: No option '{line.partition('=')[0]}' in section: '{section}'")
        for section, lines in (
            ("grades.integrated", ("title=Good\n", "notes=Word\n", "css-class=success\n")),
            ("grades.integrated", ("in-tree=optional\n",)),
            (
                "backends.backend-impl-bind9",
                ("type=xfr\n", "in-tree=True\n", "notes=Note\n", "repository=Here\n"),
            ),
            ("backends.backend-impl-bind9", ("maintainers=We\n",)),
        )
        for line in lines
    ),
    ("[backends]", "[DEFAULT]\nmaintainers=All\n[backends]", None),
    ("in-tree=True", "in-tree=off", None),
    ("in-tree=True", "in-tree=optional", "ValueError: Not a boolean: optional"),
    (
        "[backends.backend-impl-bind9]",
        "[backend-impl-bind9]",
        "NoSectionError: No section: 'backends.backend-impl-bind9'",
    ),
    ("type=xfr", "status=integrated\ntype=any", None),
    ("type=xfr", "status=untested\ntype=xfr", "KeyError: 'untested'"),
    # A backend without a status has that of its code, where it has any.
    ("type=xfr", "type=agent", UNBOUND.format("backend")),
    (
        "bind9",
        "akamai-v3",
        "NoMatches: No 'designate.backend' driver found, looking for 'akamai'",
    ),
    ("bind9", "nsd4", "KeyError: 'untested'"),
    (
        "[backends.",
        f"backend-impl-b=B\n{OTHER_BACKEND}[backends.",
        "AttributeError: 'SupportMatrixBackend' object has no attribute '__backend_status__'",
    ),
    # A name has two parts at most.
    ("bind9", "bind9-a", None),
    (
        "bind9",
        "bind9-a-b",
        "Exception: 'backend-impl-bind9-a-b' field is malformed in '[DEFAULT]' section",
    ),
    ("notes=Note", "notes=50%", PERCENT + "'%'"),
    ("notes=Word", "notes=50%", PERCENT + "'%'"),
]
MATRICES = {"driver": DRIVER, "targets": TARGETS, "target": TARGET, "grades": GRADES}
CHANGES = [
    pytest.param(dialect, old, new, wanted, id=f"{dialect}-{number}")
    for dialect, changes in (
        ("driver", IN_DRIVER),
        ("targets", IN_TARGETS),
        ("target", IN_TARGET),
        ("grades", IN_GRADES),
    )
    for number, (old, new, wanted) in enumerate(changes)
]


def clean(dialect: str, seed: int) -> str:
    random = Random(f"{dialect} {seed}")  # noqa: S311  no secret is made of it
    return clean_grades(random) if dialect == "grades" else clean_matrix(random, dialect)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_small_matrix_makes_a_page(dialect: str) -> None:
    assert failure(dialect, MATRICES[dialect]) is None


@pytest.mark.parametrize(("dialect", "old", "new", "wanted"), CHANGES)
def test_change_makes_the_page_fail(dialect: str, old: str, new: str, wanted: str | None) -> None:
    assert old in MATRICES[dialect]
    assert failure(dialect, MATRICES[dialect].replace(old, new)) == wanted


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("dialect", DIALECTS)
def test_clean_matrix_makes_a_page(dialect: str) -> None:
    for seed in range(100):
        text = clean(dialect, seed)

        assert failure(dialect, text) is None, shown(dialect, text, [])


@pytest.mark.slow
@pytest.mark.no_cover
def test_no_rule_speaks_of_clean_grades() -> None:
    for seed in range(100):
        text = clean("grades", seed)
        found = everything(text)

        assert not found, shown("clean grades", text, found)


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_makes_a_page(name: str) -> None:
    with open(os.path.join(ROOT, "examples", name), encoding="utf-8", newline="") as file:
        text = file.read()

    assert failure(EXAMPLES[name], text) is None
