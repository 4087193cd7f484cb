"""The defaults of a configuration, and its schema."""

import pickle

from jsonschema import Draft7Validator

from matrixlint.config.resolve import read_config, resolve_settings
from matrixlint.config.settings import INCLUDE, CliOverrides, Config, Settings
from matrixlint.diagnostic import Severity
from matrixlint.output.formats import FORMATS
from matrixlint.schema import validate
from matrixlint.syntax.dialects.dialect import Demand, Support
from tests.config.written import DEFAULT


class TestDefaults:
    def test_all_errors_and_warnings_run(self) -> None:
        assert Settings() == Settings(
            codes=DEFAULT,
            severities={},
            fail_on=Severity.WARNING,
            dialect=None,
            include=("*support[-_]matrix*.ini", "*feature[-_]matrix*.ini"),
            exclude=(),
            output_format=None,
            config=None,
        )
        assert Settings().folder is None

    def test_they_can_be_sent_to_another_process(self) -> None:
        table = {"levels": {"planned": "missing"}, "severity": {"MX401": "info"}}
        config = read_config({**table, "per-file-ignores": {"a.ini": ["MX4"]}}, None)
        sent = (config, resolve_settings(config, CliOverrides(), "a.ini"))

        assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301  our own bytes

    def test_no_configuration_and_no_option_give_them(self) -> None:
        assert resolve_settings(Config(), CliOverrides(), "a.ini") == Settings()

    def test_the_schema_names_them_too(self) -> None:
        described = validate.load("config")["properties"]
        defaults = {name: each["default"] for name, each in described.items() if "default" in each}

        assert defaults == {
            "extend-select": [],
            "ignore": [],
            "severity": {},
            "fail-on": Settings().fail_on,
            "include": list(INCLUDE),
            "exclude": [],
            "per-file-ignores": {},
            "statuses": {},
            "levels": {},
            "fields": [],
            "dialects": {},
            "options": {},
            "plugins": [],
            "require-suppression-reason": False,
        }


class TestSchema:
    def test_its_words_are_those_of_the_program(self) -> None:
        whole = validate.load("config")
        described, definitions = whole["properties"], whole["definitions"]

        assert described["levels"]["additionalProperties"] == {
            "$ref": "#/definitions/level-meaning"
        }
        assert described["statuses"]["additionalProperties"] == {
            "$ref": "#/definitions/status-meaning"
        }
        assert definitions["level-meaning"]["enum"] == [each.value for each in Support]
        assert definitions["status-meaning"]["enum"] == [each.value for each in Demand]
        assert described["output-format"]["enum"] == [*FORMATS, "auto"]
        assert described["fail-on"]["enum"] == [*Severity, "never"]
        assert described["severity"]["additionalProperties"]["enum"] == [*Severity, "off"]

    def test_its_examples_are_valid(self) -> None:
        described = validate.load("config")
        found = [
            (name, list(Draft7Validator(described).iter_errors({name: example})))
            for name, each in described["properties"].items()
            for example in each.get("examples", ())
        ]

        assert [name for name, errors in found if errors] == []
        assert [name for name, _ in found][:2] == ["select", "select"]
