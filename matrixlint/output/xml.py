"""Format XML as ASCII text, whatever characters it contains."""

from xml.etree.ElementTree import Element, indent, tostring

from matrixlint.text.escape import escape_commands
from matrixlint.text.lazy_regex import compile_lazily

# Character reference in XML and HTML, by code point.
REFERENCE = "&#{};"
_HEADER = '<?xml version="1.0" encoding="utf-8"?>\n'
# Characters that XML 1.0 does not allow, not even as references.
_ILLEGAL = compile_lazily("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def format_document(root: Element) -> str:
    """Return the XML document of *root* in ASCII, which any output can encode."""
    indent(root)
    # Commands can only be in texts, where any character may be a reference.
    text = escape_commands(tostring(root, encoding="unicode"), REFERENCE)
    ascii_text = text.encode("ascii", "xmlcharrefreplace").decode()
    # DEL is the only ASCII character that XML allows and terminals do not show.
    return f"{_HEADER}{ascii_text}\n".replace("\x7f", "&#127;")


def xml_safe(text: str) -> str:
    """Return *text* without the characters that XML does not allow."""
    return _ILLEGAL.sub("", text)
