"""Several rules on driver together."""

from tests.rules.snippet import declared, feature, named


def test_findings_name_the_driver_or_the_dialect() -> None:
    text = declared("a", "b", "C") + "\n[driver.d]\ntitle=Driver a\nlink=\n\n[driver.e]\n"
    rest = feature("x", "optional", *(f"driver.{name}=complete" for name in "acde"))
    foreign = "driver-impl-b=complete\n"

    assert named(text + rest, "MX1") == [
        ("MX107", None, "b", None),
        ("MX106", None, "c", None),
        ("MX104", "title", "d", "Driver a"),
        ("MX103", None, "e", None),
    ]
    assert named(text + rest + foreign, "MX105") == [("MX105", "driver-impl-b", None, "targets")]
    assert named(declared("a"), "MX1") == [("MX102", None, "a", None)]
