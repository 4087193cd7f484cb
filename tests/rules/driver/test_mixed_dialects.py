"""MX105 mixed-dialects."""

from tests.rules.snippet import declared, feature, reported


def test_section_of_another_dialect_is_reported_as_it_is_written() -> None:
    text = declared("a", "c") + "\n[target.b]\ntitle=B\n"
    rest = feature("x", "optional", *(f"driver.{name}=complete" for name in "abc"))

    assert reported(text + rest, "MX") == [
        "7:1-11 MX105 error '[target.b]' is of the 'target' dialect; the file is 'driver'"
    ]


def test_nine_others_of_another_dialect_are_related() -> None:
    names = "abcdefghijkl"
    diagnostics = [f"driver-impl-{name}=complete" for name in names]
    text = declared(*names) + feature("x", "optional", *diagnostics)

    assert reported(text, "MX") == [
        (
            "40:1-14 MX105 error 'driver-impl-a' (the first of 12) is of the 'targets' dialect;"
            " the file is 'driver'"
        ),
        *(f"= {line}:1-14 another" for line in range(41, 50)),
    ]
