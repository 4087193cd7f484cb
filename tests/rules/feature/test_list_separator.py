"""MX209 list-separator."""

from tests.rules.snippet import reported


def test_rules_of_lists_go_on_behind_a_feature_without_one() -> None:
    target = "[target.a]\ntitle=A\n\n[x]\ntitle=X\nmaturity=complete\na=complete\n\n"
    rest = "[y]\ntitle=Y\nmaturity=complete\na=complete\ntempest_test_uuids=a,b\ncli=a;;b\n"

    assert reported(target + rest, "MX") == [
        "13:1-19 MX209 warning 'tempest_test_uuids' has a comma; its items are separated by ';'",
        "14:1-4 MX207 info an empty command stands in 'cli', between or beside ';'",
    ]
