"""
The registry: every rule with its code, name, severity, family and precondition, in code order.

A rule's module, ``matrixlint/rules/<family>/<name>.py``, is imported when the rule runs on a
matrix for which its precondition holds, or when its page is read.
"""

from collections.abc import Mapping

from matrixlint.diagnostic import Severity
from matrixlint.rules.preconditions import (
    Precondition,
    has_choice_group,
    has_condition,
    has_condition_or_grades,
    has_conditional_status,
    has_cross_file_facts,
    has_empty_value,
    has_equal_anchors,
    has_equal_driver_titles,
    has_equal_titles,
    has_error,
    has_feature_without_status,
    has_list_with_comma,
    has_malformed_status,
    has_mandatory_missing,
    has_missing_entry,
    has_misspelt_group,
    has_no_drivers,
    has_no_features,
    has_odd_character,
    has_other_dialect_items,
    has_partial_without_note,
    has_project_schema,
    has_quoted_value,
    has_suspicious_url,
    has_title_problem,
    has_undeclared_entry,
    has_undeclared_notes,
    has_unknown_field,
    has_unknown_level,
    has_unknown_status,
    has_unrendered_section,
    has_untitled_feature,
    has_unused_driver,
    has_uppercase_driver,
    has_url_at_an_end,
    is_reported_elsewhere,
)
from matrixlint.rules.rule import NO_OPTIONS, Option, RegisteredRule

_PARTIAL_OPTIONS = {
    "levels": {
        "description": "The levels that need a note besides `partial`.",
        "type": "array",
        "items": {"description": "A level.", "type": "string"},
        "default": [],
    }
}


# The folder of a family, by the beginning of its codes.
_FAMILIES = {
    "MX0": "syntax",
    "MX1": "driver",
    "MX2": "feature",
    "MX3": "status",
    "MX4": "entry",
    "MX5": "choice",
    "MX6": "condition",
    "MX7": "text",
    "MX80": "layout",
    "MX85": "project",
    "MX9": "suppression",
}


def _rule(
    code: str,
    name: str,
    severity: Severity,
    precondition: Precondition | None = None,
    options: Mapping[str, Option] = NO_OPTIONS,
) -> RegisteredRule:
    family = _FAMILIES.get(code[:3]) or _FAMILIES[code[:4]]
    module = f"matrixlint.rules.{family}.{name.replace('-', '_')}"
    return RegisteredRule(
        code, name, severity, module=module, precondition=precondition, options=options
    )


ALL: tuple[RegisteredRule, ...] = (
    _rule("MX001", "syntax-error", Severity.ERROR, has_error("MX001")),
    _rule("MX002", "duplicate-section", Severity.ERROR, has_error("MX002")),
    _rule("MX003", "duplicate-key", Severity.ERROR, has_error("MX003")),
    _rule("MX004", "malformed-section-header", Severity.ERROR, has_error("MX004")),
    _rule("MX005", "invalid-encoding", Severity.ERROR, has_error("MX005")),
    _rule("MX006", "byte-order-mark", Severity.ERROR, has_error("MX006")),
    _rule("MX007", "merge-conflict-marker", Severity.ERROR, has_error("MX007")),
    _rule("MX008", "swallowed-key", Severity.ERROR, has_error("MX008")),
    _rule("MX009", "percent-interpolation", Severity.ERROR, has_error("MX009")),
    _rule("MX010", "default-section", Severity.WARNING, has_error("MX010")),
    _rule("MX011", "missing-section-header", Severity.ERROR, has_error("MX011")),
    _rule("MX101", "no-drivers", Severity.ERROR, has_no_drivers),
    _rule("MX102", "no-features", Severity.WARNING, has_no_features),
    _rule("MX103", "driver-without-title", Severity.ERROR, has_title_problem),
    _rule("MX104", "duplicate-driver-title", Severity.WARNING, has_equal_driver_titles),
    _rule(
        "MX105",
        "mixed-dialects",
        Severity.ERROR,
        has_other_dialect_items,
    ),
    _rule("MX106", "uppercase-driver-name", Severity.ERROR, has_uppercase_driver),
    _rule("MX107", "unused-driver", Severity.ERROR, has_unused_driver),
    _rule("MX201", "missing-title", Severity.ERROR, has_untitled_feature),
    _rule("MX202", "missing-status", Severity.WARNING, has_feature_without_status),
    _rule("MX203", "unknown-field", Severity.WARNING, has_unknown_field),
    _rule(
        "MX204",
        "unrendered-section",
        Severity.WARNING,
        has_unrendered_section,
    ),
    _rule("MX205", "duplicate-title", Severity.WARNING, has_equal_titles),
    _rule("MX206", "anchor-collision", Severity.WARNING, has_equal_anchors),
    _rule("MX207", "empty-cli-command", Severity.INFO),
    _rule("MX208", "schema-violation", Severity.ERROR, has_project_schema),
    _rule("MX209", "list-separator", Severity.WARNING, has_list_with_comma),
    _rule("MX301", "unknown-status", Severity.ERROR, has_unknown_status),
    _rule("MX302", "malformed-status", Severity.ERROR, has_malformed_status),
    _rule("MX303", "conditional-spelling", Severity.WARNING, has_conditional_status),
    _rule("MX401", "unknown-level", Severity.ERROR, has_unknown_level),
    _rule("MX402", "missing-driver-entry", Severity.ERROR, has_missing_entry),
    _rule("MX403", "undeclared-driver", Severity.ERROR, has_undeclared_entry),
    _rule(
        "MX404",
        "undeclared-driver-notes",
        Severity.ERROR,
        has_undeclared_notes,
    ),
    _rule(
        "MX406",
        "partial-without-notes",
        Severity.WARNING,
        has_partial_without_note,
        options=_PARTIAL_OPTIONS,
    ),
    _rule("MX407", "mandatory-not-implemented", Severity.ERROR, has_mandatory_missing),
    _rule("MX408", "unknown-support", Severity.INFO),
    _rule("MX409", "empty-notes", Severity.WARNING, has_empty_value),
    _rule("MX410", "unread-notes", Severity.INFO),
    _rule("MX501", "unsatisfied-choice-group", Severity.ERROR, has_choice_group),
    _rule("MX502", "undetermined-choice-group", Severity.INFO, has_choice_group),
    _rule("MX503", "single-option-choice-group", Severity.INFO, has_choice_group),
    _rule(
        "MX504",
        "misspelt-choice-group",
        Severity.WARNING,
        has_misspelt_group,
    ),
    _rule("MX601", "malformed-condition", Severity.ERROR, has_condition),
    _rule("MX602", "dangling-condition", Severity.ERROR, has_condition_or_grades),
    _rule("MX603", "unknown-level-in-condition", Severity.ERROR, has_condition),
    _rule("MX604", "unmet-condition", Severity.ERROR, has_condition),
    _rule("MX605", "undetermined-condition", Severity.INFO, has_condition),
    _rule("MX606", "circular-condition", Severity.ERROR, has_condition),
    _rule("MX607", "vacuous-condition", Severity.WARNING, has_condition),
    _rule("MX608", "inverted-condition", Severity.WARNING, has_condition),
    _rule("MX701", "placeholder-text", Severity.INFO),
    _rule("MX702", "malformed-url", Severity.WARNING, has_suspicious_url),
    _rule("MX703", "dangling-notes-reference", Severity.INFO),
    _rule("MX704", "invisible-character", Severity.WARNING, has_odd_character),
    _rule("MX705", "quoted-value", Severity.WARNING, has_quoted_value),
    _rule("MX706", "url-run-on", Severity.WARNING, has_url_at_an_end),
    _rule("MX707", "copied-notes", Severity.INFO),
    _rule("MX801", "trailing-whitespace", Severity.INFO),
    _rule("MX802", "missing-final-newline", Severity.INFO),
    _rule("MX803", "mixed-line-endings", Severity.INFO),
    _rule("MX804", "driver-order", Severity.INFO),
    _rule("MX805", "delimiter-spacing", Severity.INFO),
    _rule(
        "MX851",
        "inconsistent-driver-name",
        Severity.INFO,
        has_cross_file_facts,
    ),
    _rule(
        "MX852",
        "inconsistent-driver-title",
        Severity.INFO,
        has_cross_file_facts,
    ),
    _rule("MX853", "unnamed-matrix", Severity.INFO, has_cross_file_facts),
    _rule("MX854", "missing-matrix", Severity.INFO, is_reported_elsewhere),
    _rule("MX855", "page-anchor-collision", Severity.INFO, has_cross_file_facts),
    _rule("MX901", "unused-suppression", Severity.WARNING, is_reported_elsewhere),
    _rule("MX902", "unknown-rule", Severity.WARNING, is_reported_elsewhere),
    _rule("MX903", "missing-suppression-reason", Severity.WARNING, is_reported_elsewhere),
)
BY_CODE = {rule.code: rule for rule in ALL}
