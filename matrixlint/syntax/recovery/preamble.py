"""Recovery from lines above the first section header that are not comments."""

from matrixlint.syntax.document import is_blank_or_comment
from matrixlint.syntax.recovery.buffer import MARK, RecoveryBuffer
from matrixlint.syntax.recovery.scan import drop_continuation
from matrixlint.text.lazy_regex import compile_lazily

_COMMENT = r"[^\S\n]*+(?>(?:[#;][^\n]*+)?)"
_ONLY_COMMENTS = compile_lazily(rf"(?>(?:{_COMMENT}\n)*)(?:\[|{_COMMENT}\Z)")


def read_preamble(buffer: RecoveryBuffer) -> bool:
    """
    Remove the lines above the first header; return whether to go on.

    Return False if there is a key: then it is the only error reported, and nothing is parsed.
    """
    if _ONLY_COMMENTS.match(buffer.text):
        return True
    for line, text in enumerate(buffer.lines, 1):
        if text.startswith("["):
            return True
        if is_blank_or_comment(text):
            continue
        if text.startswith(MARK):
            buffer.blank(line)
            drop_continuation(line, buffer)
        elif text[0].isspace():
            buffer.report("MX001", buffer.line_span(line), "indented line continues no value")
            drop_continuation(line, buffer)
        else:
            buffer.errors.clear()
            buffer.report("MX001", buffer.line_span(line), "key stands before any section header")
            return False
    return True
