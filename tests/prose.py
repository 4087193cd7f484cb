"""Text for generated matrices: harmless, and full of traps for a careless reader."""

from random import Random

VERBS = (
    "Attach",
    "Detach",
    "Resize",
    "Migrate",
    "Extend",
    "Snapshot",
    "Rescue",
    "Évacuate",
)
NOUNS = (
    "volume",
    "server",
    "port (trunk)",
    "image & cache",
    "L3 router",
    "quota: soft",
    "disk=raw",
)
REMARKS = (
    "# plain remark",
    "; another kind of remark",
    "#driver.old=missing",
    "# [operation.gone]",
    ";status=mandatory",
    "   # an indented remark: title=nothing",
    "#",
    "# status is one of mandatory, conditional(cond), choice(group)",
)
# Each stands at the beginning of a value, or behind a line end and some blanks.
LINES = (
    "Requires libvirt>=1.3.3 on the host",
    "https://docs.example.org/guide/#first-steps tells how",
    "--os-password=<password> token issue",
    "retries=3 is what most people want",
    "optional to support.",
    "complete once the agent has started",
    "missing in releases before the third",
    "partial support came later; see the list",
    "mandatory: nothing of the sort",
    "Note: the agent restarts, so wait for it",
    "status quo: nothing changes",
    "with [brackets] inside and (parentheses) too",
    "title case is kept as it is written",
    "it reads a=b, c==d and e!=f",
    "at most 50%% of the pool is kept free",
    "“curly quotes”, naïve words and 日本語",
    "see http://example.org/a?b=c;d=e#f for more",
    "ends with a colon:",
    "first; second; third",
    "operation.other is a feature of its own",
)
ENDINGS = (
    "That is all.",
    "More at https://example.org/path/page.html#part",
    "= signs may begin a line",
    "100%%",
)
COMMANDS = (
    "server create <name>",
    "volume list --limit=<n> [--all]",
    "port set {up,down} <port>",
    "image show --url http://example.org/#x",
    "token issue | cat ...",
    "router *",
)


def titles(random: Random, count: int) -> list[str]:
    """Return *count* titles, no two alike."""
    pairs = [f"{verb} {noun}" for verb in VERBS for noun in NOUNS]
    return random.sample(pairs, count)


def note(random: Random, mark: object) -> list[str]:
    """Return the lines of a note; *mark* makes it unlike every other."""
    lines = [f"Case {mark}", *random.sample(LINES, random.randint(0, 4))]
    random.shuffle(lines)
    if random.random() < 0.4:
        lines.append(random.choice(ENDINGS))
    return lines if random.random() < 0.9 else ["", *lines]


def commands(random: Random) -> list[str]:
    """Return the lines of a `cli` value, which may be empty."""
    chosen = random.sample(COMMANDS, random.randint(0, 3))
    return [";".join(f"openstack {command}" for command in chosen)]


def padding(random: Random) -> list[str]:
    """Return what may stand between two lines: mostly nothing, else remarks."""
    if random.random() < 0.8:
        return []
    return random.choices(("", *REMARKS), k=random.randint(1, 2))
