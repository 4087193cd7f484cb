"""A generator of matrices of backends and grades that no rule has anything to say about."""

from random import Random

from tests import prose

# Backends whose own code says the grade, where they are of the type "xfr".
GRADED = {"bind9": "integrated", "pdns4": "integrated", "nsd4": "untested", "ns1": "untested"}
OTHERS = ("akamai", "infoblox-xfr", "knot2", "dynect-agent", "msdns", "zone_file")
GRADES = ("integrated", "untested", "release-compatible", "failing", "end-of-life")
BOOLEANS = ("True", "False", "yes", "no", "on", "0")
CLASSES = ("success", "info", "warning", "danger")

Lines = list[str]


def clean_grades(random: Random) -> str:
    """Return the text of a clean matrix of backends and grades, made with *random*."""
    delimiter = random.choice(("=", "=", " = ", ":", ": "))
    names = random.sample((*GRADED, *OTHERS), random.randint(1, len(GRADED) + len(OTHERS)))
    inherited = {
        "type": "xfr",
        "notes": "None",
        "repository": "In the tree",
        "maintainers": "Everyone <team@example.org>",
        "in-tree": "True",
    }
    # What is in [DEFAULT] is in every section; without one, each backend says it all.
    shared = inherited if random.random() < 0.5 else {}
    titles = dict(zip(names, prose.titles(random, len(names)), strict=False))
    sections = [
        _section(random, delimiter, "DEFAULT", shared) if shared else [],
        _section(
            random,
            delimiter,
            "backends",
            {f"backend-impl-{name}": title for name, title in titles.items()},
        ),
        *(_backend(random, delimiter, name, inherited, shared) for name in titles),
        _section(random, delimiter, "grades", {"valid-grades": ",".join(GRADES)}),
        *(_grade(random, delimiter, grade) for grade in GRADES),
    ]
    if random.random() < 0.2:
        random.shuffle(sections)
    return "\n".join([*prose.padding(random), *(line for lines in sections for line in lines), ""])


def _backend(
    random: Random, delimiter: str, name: str, inherited: dict[str, str], shared: dict[str, str]
) -> Lines:
    """Return the section of a backend; *shared* are the values that it need not have."""
    own = {key: word for key, word in inherited.items() if key not in shared}
    if random.random() < 0.5:
        own["in-tree"] = random.choice(BOOLEANS)
    if random.random() < 0.3:
        own["notes"] = "At most 50%% of the zones: see https://example.org/zones"
    if name not in GRADED or random.random() < 0.5:
        own["status"] = random.choice(GRADES)
        own["type"] = random.choice(("xfr", "agent"))
    return _section(random, delimiter, f"backends.backend-impl-{name}", own)


def _grade(random: Random, delimiter: str, grade: str) -> Lines:
    """Return the section of a grade."""
    keys = {
        "title": grade.title(),
        "notes": f"What {grade} is: a sentence.",
        "in-tree": random.choice(("True", "optional")),
        "css-class": random.choice(CLASSES),
    }
    return _section(random, delimiter, f"grades.{grade}", keys)


def _section(random: Random, delimiter: str, name: str, keys: dict[str, str]) -> Lines:
    """Return a section with *keys* in some order."""
    lines = [f"[{name}]"]
    for key in random.sample(list(keys), len(keys)):
        lines += [*prose.padding(random), f"{key}{delimiter}{keys[key]}"]
    return [*lines, *random.choice(([""], [""], [], ["", "# next", ""]))]
