"""Several rules on text together."""

from tests.rules.text.samples import said


def test_plain_notes_have_nothing_to_tell() -> None:
    assert said("Some text.") == []
