"""Foreign text made fit to print: nothing invisible, nothing that steers who reads it."""

from matrixlint.text.lazy_regex import compile_lazily

_TAB = 4
# Marks that are drawn over the character before them.
_MARKS = ("Mn", "Me")
# Build servers take "##vso[", "##teamcity[" and "##[" for commands, wherever in a line.
_COMMAND = compile_lazily(r"##(?=\w*\[)")
# GitHub takes "::NAME" for one where a line begins with it, be there blanks or colours before it.
_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_OPENING = compile_lazily(rf"(?:^|(?<=[{_BREAKS}]))((?:[^\S{_BREAKS}]|\x1b\[[\d;]*m)*):(?=:\S)")
# How texts for people write a character, by its number.
_ESCAPE = "\\x{:x}"
# Every sign that could be taken for markup; a reference to it never is.
_MARKUP = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]<>()#+!|~&$@"})


def escape_control(text: str) -> str:
    """
    Return *text* with every character that does not show written as an escape.

    Those are controls, DEL, C1, bidirectional and zero-width characters, blanks other
    than the plain one, line ends, and lone surrogates: what Python's ``repr`` escapes.
    What a build server takes for a command in its log is broken by an escape, too.
    """
    return show_control(_broken(text, _ESCAPE))


def show_control(text: str) -> str:
    """Return *text* with every character that does not show written as an escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def escape_commands(text: str, escape: str = _ESCAPE) -> str:
    """
    Return *text*, which may have many lines, with every command of a build server broken.

    *escape* is how the notation of the text writes a character, by its number: without it,
    the text is one for people.
    """
    return escape_line_starts(_broken(text, escape), escape)


def escape_line_starts(text: str, escape: str = _ESCAPE) -> str:
    """Return *text*, of which no line begins with ``::`` and a sign that is no blank."""
    if "::" not in text:
        return text
    return _OPENING.sub(lambda found: found[1] + escape.format(ord(":")), text)


def _broken(text: str, escape: str) -> str:
    if "##" not in text:
        return text
    return _COMMAND.sub(lambda _: "#" + escape.format(ord("#")), text)


def escape_line_start(path: str) -> str:
    """Return *path* fit to begin a line, which is no command to a build server then."""
    shown = escape_control(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def replace_surrogates(text: str) -> str:
    """Return *text* as it is, but for lone surrogates, which no document can hold."""
    return text.encode("utf-8", "backslashreplace").decode()


def escape_line(text: str) -> str:
    """Return a line of a file to be shown: printable, its tabs as blanks."""
    if "\t" not in text:
        return escape_control(text)
    shown = ""
    for number, part in enumerate(text.split("\t")):
        if number:
            shown += " " * (_TAB - measure_width(shown) % _TAB)
        shown += escape_control(part)
    return shown


def measure_width(text: str) -> int:
    """Return how many columns of a terminal *text*, which is printable, takes."""
    if text.isascii():
        return len(text)
    # The tables of unicodedata take 1 ms to load, and most files are ASCII.
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in _MARKS else 1 + (east_asian_width(char) in "FW") for char in text
    )


def _escape(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def escape_markdown(text: str) -> str:
    """Return *text* with no sign in it that markup could be made of."""
    return text.translate(_MARKUP)
