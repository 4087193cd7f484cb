"""Several rules on text together."""

from tests.rules.text.samples import said


def test_plain_notes_have_nothing_to_report() -> None:
    assert said("Some text.") == []
