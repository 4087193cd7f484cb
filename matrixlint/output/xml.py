"""XML as a text, whatever the texts in it hold."""

from xml.etree.ElementTree import Element, indent, tostring

from matrixlint.text.escape import escape_commands
from matrixlint.text.lazy_regex import compile_lazily

# How XML and HTML write a character, by its number.
REFERENCE = "&#{};"
_HEADER = '<?xml version="1.0" encoding="utf-8"?>\n'
# What XML 1.0 cannot hold, not even as a reference.
_ILLEGAL = compile_lazily("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def format_document(root: Element) -> str:
    """Return the document of *root*; all of it is ASCII, so that any output can take it."""
    indent(root)
    # It stands in texts alone, which may hold any character as a reference.
    text = escape_commands(tostring(root, encoding="unicode"), REFERENCE)
    ascii_text = text.encode("ascii", "xmlcharrefreplace").decode()
    # DEL is the one sign of ASCII that XML holds and no terminal shows.
    return f"{_HEADER}{ascii_text}\n".replace("\x7f", "&#127;")


def xml_safe(text: str) -> str:
    """Return *text* without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)
