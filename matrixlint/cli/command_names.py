"""Names of the commands, each with the module that runs it."""

SHELLS = ("bash", "fish", "zsh")
COMMANDS = {
    "check": "matrixlint.cli.check.command",
    "completion": "matrixlint.cli.completion",
    "config": "matrixlint.cli.config",
    "diff": "matrixlint.cli.diff",
    "export": "matrixlint.cli.export",
    "lsp": "matrixlint.cli.lsp",
    "migrate": "matrixlint.cli.migrate",
    "rule": "matrixlint.cli.rule",
    "schema": "matrixlint.cli.schema",
}
