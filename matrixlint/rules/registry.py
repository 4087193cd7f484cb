"""Registry of all built-in rules, in the order of their codes."""

from matrixlint.rules.choice.misspelt_choice_group import misspelt_choice_group
from matrixlint.rules.choice.single_option_choice_group import single_option_choice_group
from matrixlint.rules.choice.undetermined_choice_group import undetermined_choice_group
from matrixlint.rules.choice.unsatisfied_choice_group import unsatisfied_choice_group
from matrixlint.rules.condition.circular_condition import circular_condition
from matrixlint.rules.condition.dangling_condition import dangling_condition
from matrixlint.rules.condition.inverted_condition import inverted_condition
from matrixlint.rules.condition.malformed_condition import malformed_condition
from matrixlint.rules.condition.undetermined_condition import undetermined_condition
from matrixlint.rules.condition.unknown_level_in_condition import unknown_level_in_condition
from matrixlint.rules.condition.unmet_condition import unmet_condition
from matrixlint.rules.condition.vacuous_condition import vacuous_condition
from matrixlint.rules.driver.driver_without_title import driver_without_title
from matrixlint.rules.driver.duplicate_driver_title import duplicate_driver_title
from matrixlint.rules.driver.mixed_dialects import mixed_dialects
from matrixlint.rules.driver.no_drivers import no_drivers
from matrixlint.rules.driver.no_features import no_features
from matrixlint.rules.driver.unused_driver import unused_driver
from matrixlint.rules.driver.uppercase_driver_name import uppercase_driver_name
from matrixlint.rules.entry.empty_notes import empty_notes
from matrixlint.rules.entry.mandatory_not_implemented import mandatory_not_implemented
from matrixlint.rules.entry.missing_driver_entry import missing_driver_entry
from matrixlint.rules.entry.partial_without_notes import partial_without_notes
from matrixlint.rules.entry.undeclared_driver import undeclared_driver
from matrixlint.rules.entry.undeclared_driver_notes import undeclared_driver_notes
from matrixlint.rules.entry.unknown_level import unknown_level
from matrixlint.rules.entry.unknown_support import unknown_support
from matrixlint.rules.entry.unread_notes import unread_notes
from matrixlint.rules.feature.anchor_collision import anchor_collision
from matrixlint.rules.feature.duplicate_title import duplicate_title
from matrixlint.rules.feature.empty_cli_command import empty_cli_command
from matrixlint.rules.feature.list_separator import list_separator
from matrixlint.rules.feature.missing_status import missing_status
from matrixlint.rules.feature.missing_title import missing_title
from matrixlint.rules.feature.schema_violation import schema_violation
from matrixlint.rules.feature.unknown_field import unknown_field
from matrixlint.rules.feature.unrendered_section import unrendered_section
from matrixlint.rules.layout.delimiter_spacing import delimiter_spacing
from matrixlint.rules.layout.driver_order import driver_order
from matrixlint.rules.layout.missing_final_newline import missing_final_newline
from matrixlint.rules.layout.mixed_line_endings import mixed_line_endings
from matrixlint.rules.layout.trailing_whitespace import trailing_whitespace
from matrixlint.rules.project.inconsistent_driver_name import inconsistent_driver_name
from matrixlint.rules.project.inconsistent_driver_title import inconsistent_driver_title
from matrixlint.rules.project.missing_matrix import missing_matrix
from matrixlint.rules.project.page_anchor_collision import page_anchor_collision
from matrixlint.rules.project.unnamed_matrix import unnamed_matrix
from matrixlint.rules.rule import Rule
from matrixlint.rules.status.conditional_spelling import conditional_spelling
from matrixlint.rules.status.malformed_status import malformed_status
from matrixlint.rules.status.unknown_status import unknown_status
from matrixlint.rules.suppression.missing_suppression_reason import missing_suppression_reason
from matrixlint.rules.suppression.unknown_rule import unknown_rule
from matrixlint.rules.suppression.unused_suppression import unused_suppression
from matrixlint.rules.syntax.byte_order_mark import byte_order_mark
from matrixlint.rules.syntax.default_section import default_section
from matrixlint.rules.syntax.duplicate_key import duplicate_key
from matrixlint.rules.syntax.duplicate_section import duplicate_section
from matrixlint.rules.syntax.invalid_encoding import invalid_encoding
from matrixlint.rules.syntax.malformed_section_header import malformed_section_header
from matrixlint.rules.syntax.merge_conflict_marker import merge_conflict_marker
from matrixlint.rules.syntax.missing_section_header import missing_section_header
from matrixlint.rules.syntax.percent_interpolation import percent_interpolation
from matrixlint.rules.syntax.swallowed_key import swallowed_key
from matrixlint.rules.syntax.syntax_error import syntax_error
from matrixlint.rules.text.copied_notes import copied_notes
from matrixlint.rules.text.dangling_notes_reference import dangling_notes_reference
from matrixlint.rules.text.invisible_character import invisible_character
from matrixlint.rules.text.malformed_url import malformed_url
from matrixlint.rules.text.placeholder_text import placeholder_text
from matrixlint.rules.text.quoted_value import quoted_value
from matrixlint.rules.text.url_run_on import url_run_on

ALL: tuple[Rule, ...] = (
    syntax_error,
    duplicate_section,
    duplicate_key,
    malformed_section_header,
    invalid_encoding,
    byte_order_mark,
    merge_conflict_marker,
    swallowed_key,
    percent_interpolation,
    default_section,
    missing_section_header,
    no_drivers,
    no_features,
    driver_without_title,
    duplicate_driver_title,
    mixed_dialects,
    uppercase_driver_name,
    unused_driver,
    missing_title,
    missing_status,
    unknown_field,
    unrendered_section,
    duplicate_title,
    anchor_collision,
    empty_cli_command,
    schema_violation,
    list_separator,
    unknown_status,
    malformed_status,
    conditional_spelling,
    unknown_level,
    missing_driver_entry,
    undeclared_driver,
    undeclared_driver_notes,
    partial_without_notes,
    mandatory_not_implemented,
    unknown_support,
    empty_notes,
    unread_notes,
    unsatisfied_choice_group,
    undetermined_choice_group,
    single_option_choice_group,
    misspelt_choice_group,
    malformed_condition,
    dangling_condition,
    unknown_level_in_condition,
    unmet_condition,
    undetermined_condition,
    circular_condition,
    vacuous_condition,
    inverted_condition,
    placeholder_text,
    malformed_url,
    dangling_notes_reference,
    invisible_character,
    quoted_value,
    url_run_on,
    copied_notes,
    trailing_whitespace,
    missing_final_newline,
    mixed_line_endings,
    driver_order,
    delimiter_spacing,
    inconsistent_driver_name,
    inconsistent_driver_title,
    unnamed_matrix,
    missing_matrix,
    page_anchor_collision,
    unused_suppression,
    unknown_rule,
    missing_suppression_reason,
)
