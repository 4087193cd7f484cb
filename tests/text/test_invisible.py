"""Characters that nobody sees."""

import pytest

from matrixlint.text.invisible import strip_invisible

INVISIBLE = (
    "\t\xa0\xad\u061c\u180e\u2000\u2009\u200a\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u202f"
    "\u205f\u2060\u2064\u2066\u2069\ufeff"
)


@pytest.mark.parametrize("character", INVISIBLE)
def test_an_invisible_character_is_taken_out_wherever_it_stands(character: str) -> None:
    assert strip_invisible(f"{character}a{character * 2}b{character}") == "ab"


@pytest.mark.parametrize("joiner", "\u200c\u200d")
@pytest.mark.parametrize("text", ["a{}b", "{}ab", "ab{}", "म{}b", "a{}म", "{}म", "म{}"])
def test_a_joiner_beside_ascii_is_taken_out(joiner: str, text: str) -> None:
    assert strip_invisible(text.format(joiner)) == text.format("")


@pytest.mark.parametrize("text", ["क्\u200dष", "م\u200cن", "\U0001f468\u200d\U0001f469"])
def test_a_joiner_within_a_script_or_an_emoji_stays(text: str) -> None:
    assert strip_invisible(text) == text


@pytest.mark.parametrize("text", ["", "a b", "“quoted”", "é—ł", "\u3000", "\u2065", "\n"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert strip_invisible(text) == text
