"""MX208 schema-violation."""

from collections.abc import Iterator

from matrixlint.model.matrix import Matrix
from matrixlint.rules.rule import Finding


def schema_violation(matrix: Matrix) -> Iterator[Finding]:
    """
    A matrix that breaks the project's own JSON Schema.

    ## Why is this bad?

    Every project has agreements that no linter can know: that a partial support
    names its bug, that a driver has a link. Written as a JSON Schema, and named in
    the configuration as `schema`, they are checked like any other rule.

    The schema is held against the matrix as JSON, in the form that
    `matrixlint schema matrix` describes. Each violation is told at the value that
    breaks the schema, or, where something is missing, at the nearest key or header
    around it. The `description` of the part of the schema that is broken becomes
    the hint.

    What cannot be read, a level that is none or a section that has lost its keys,
    breaks no schema: it is told by the rule that found it.

    ## Example

    ```ini
    [driver.lvm]
    title=LVM
    link=https://docs.example.org/lvm

    #> MX208
    [driver.ceph]
    title=Ceph

    [operation.revert]
    title=Revert a volume to a snapshot
    status=optional
    driver.lvm=complete
    driver.ceph=partial
    #> MX208
    driver-notes.ceph=Snapshots of clones cannot be reverted.
    ```

    ```toml
    schema = "house-rules.schema.json"
    ```

    ```json
    {
      "properties": {
        "drivers": {
          "additionalProperties": {
            "description": "Every driver links to its documentation.",
            "required": ["link"]
          }
        },
        "features": {
          "additionalProperties": {
            "properties": {
              "implementations": {
                "additionalProperties": {
                  "if": {"properties": {"level": {"const": "partial"}}},
                  "then": {
                    "properties": {
                      "note": {
                        "description": "Every partial support names its bug.",
                        "pattern": "bug [0-9]+"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    ```

    ## Use instead

    ```ini
    [driver.lvm]
    title=LVM
    link=https://docs.example.org/lvm

    [driver.ceph]
    title=Ceph
    link=https://docs.example.org/ceph

    [operation.revert]
    title=Revert a volume to a snapshot
    status=optional
    driver.lvm=complete
    driver.ceph=partial
    driver-notes.ceph=Snapshots of clones cannot be reverted, see bug 1731.
    ```

    ## Options

    The setting `schema` is a path, relative to the configuration's folder. The schema
    is one of draft 2020-12 or draft-07; its `$ref` may lead to files of its own folder,
    and never to the network.
    """
    if matrix.schema is None or not matrix.drivers:
        return
    # Few projects have a schema of their own.
    from matrixlint.rules.feature._project_schema import validate_matrix

    yield from validate_matrix(matrix, matrix.schema)
