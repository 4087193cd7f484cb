"""Escaping of untrusted text for terminals, build logs and Markdown."""

from matrixlint.text.lazy_regex import compile_lazily

_TAB_SIZE = 4
# Unicode categories of marks that are drawn over the character before them.
_MARKS = ("Mn", "Me")
# Build servers read "##vso[", "##teamcity[" and "##[" as commands, anywhere in a line.
_COMMAND = compile_lazily(r"##(?=\w*\[)")
# GitHub reads "::NAME" as a command at the start of a line, also after blanks or colours.
_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_OPENING = compile_lazily(rf"(?:^|(?<=[{_BREAKS}]))((?:[^\S{_BREAKS}]|\x1b\[[\d;]*m)*):(?=:\S)")
# The escape of a character in texts for people, to be formatted with its code point.
_ESCAPE = "\\x{:x}"
# Characters that Markdown may read as markup, as character references, which are never markup.
_MARKUP = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]<>()#+!|~&$@"})


def escape_control(text: str) -> str:
    """
    Return *text* with invisible characters and build-server commands escaped.

    Invisible are controls, DEL, C1, bidirectional and zero-width characters, white space other
    than the space, line ends, and lone surrogates: what Python's ``repr`` escapes. A
    command is what a build server reads as one in its log.
    """
    return show_control(_escape_hash_commands(text, _ESCAPE))


def show_control(text: str) -> str:
    """Return *text* with every invisible character replaced by an escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape_char(char) for char in text)


def escape_commands(text: str, escape: str = _ESCAPE) -> str:
    """
    Return *text*, of one or more lines, with build-server commands escaped.

    *escape* is the escape of a character in the notation of the text, to be formatted with
    the code point; the default is for texts that people read.
    """
    return escape_line_starts(_escape_hash_commands(text, escape), escape)


def escape_line_starts(text: str, escape: str = _ESCAPE) -> str:
    """Return *text* with ``::`` and text at the start of a line escaped."""
    if "::" not in text:
        return text
    return _OPENING.sub(lambda match: match[1] + escape.format(ord(":")), text)


def _escape_hash_commands(text: str, escape: str) -> str:
    if "##" not in text:
        return text
    return _COMMAND.sub(lambda _: "#" + escape.format(ord("#")), text)


def escape_line_start(path: str) -> str:
    """Return *path* such that it is not a command at the start of a line."""
    shown = escape_control(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def replace_surrogates(text: str) -> str:
    """Return *text* with lone surrogates, which UTF-8 cannot encode, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode()


def escape_line(text: str) -> str:
    """Return a line of a file for display: escaped, with tabs expanded to spaces."""
    if "\t" not in text:
        return escape_control(text)
    shown = ""
    for number, part in enumerate(text.split("\t")):
        if number:
            shown += " " * (_TAB_SIZE - measure_width(shown) % _TAB_SIZE)
        shown += escape_control(part)
    return shown


def measure_width(text: str) -> int:
    """Return how many columns of a terminal the printable *text* takes."""
    if text.isascii():
        return len(text)
    # The tables of unicodedata take 1 ms to load, and most files are ASCII.
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in _MARKS else 1 + (east_asian_width(char) in "FW") for char in text
    )


def _escape_char(char: str) -> str:
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def escape_markdown(text: str) -> str:
    """Return *text* with every character that Markdown may read as markup escaped."""
    return text.translate(_MARKUP)
