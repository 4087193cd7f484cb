"""
The commands of a developer: ``nox -l`` lists them, ``nox -s NAME`` runs one.

What follows ``--`` goes to the program that a session runs.
"""

import os

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["test", "lint"]

# hypothesis marks its own tests.
FAST = "not slow and not external and not hypothesis"


@nox.session
def test(session: nox.Session) -> None:
    """Run the fast tests in under a minute, or all tests of the paths that are named."""
    session.install("-e", ".[test]")
    paths = [word for word in session.posargs if os.path.exists(word.partition("::")[0])]
    chosen = [] if paths else ["-n", "auto", "-m", FAST]
    session.run("pytest", *chosen, *session.posargs)


@nox.session(name="test-all")
def test_all(session: nox.Session) -> None:
    """Run all tests that need no foreign tool, and measure coverage."""
    session.install("-e", ".[test]")
    session.run("pytest", "--cov", "-n", "auto", *session.posargs)


@nox.session(name="test-external")
def test_external(session: nox.Session) -> None:
    """Install the foreign tools (needs npm; apt-get where it exists) and run their tests."""
    session.install("-e", ".[test,external,fuzz,mutation]")
    # Of Zuul's many dependencies, its checks need one: voluptuous.
    session.install("--no-deps", "zuul==14.3.0")
    session.run("tests/external/install", os.path.join(session.bin, "python"), external=True)
    # A file at a time: its tests share a browser, or a build.
    session.run("pytest", "-n", "auto", "--dist", "loadfile", "-m", "external", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting and types of everything, and the examples."""
    session.install("-e", ".[test,lint]")
    session.run("pre-commit", "run", "--all-files", "--show-diff-on-failure", *session.posargs)


@nox.session
def regenerate(session: nox.Session) -> None:
    """Write everything anew that is generated from something else. Read the difference."""
    session.install("-e", ".[test]")
    # Modules that need a foreign tool are skipped here, also in CI.
    environment = {"MATRIXLINT_UPDATE": "1", "MATRIXLINT_NO_SKIP": ""}
    session.run("pytest", "-q", "-m", "generated", env=environment)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation into docs/_build; a warning is an error."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "--keep-going", "-q", "docs", "docs/_build", *session.posargs)


@nox.session
def playground(session: nox.Session) -> None:
    """Build the playground into docs/_build/playground (needs npm)."""
    session.install("pip", "-e", ".[docs]")
    session.run("python", "docs/playground/build.py", "docs/_build/playground")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed against the other tools, from a wheel."""
    session.install(".[bench]")
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session
def build(session: nox.Session) -> None:
    """Build the wheel, the sdist and the manual page into dist."""
    session.install("-e", ".[build]")
    session.run("python", "-m", "build", *session.posargs)
    session.run("docs/manual", "dist", external=True, env={"PYTHON": f"{session.bin}/python"})


@nox.session
def fuzz(session: nox.Session) -> None:
    """Fuzz the linter: -- SECONDS FOLDER."""
    session.install("-e", ".[test,fuzz]")
    session.run("python", "-m", "tests.fuzz.run", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Break the code and see the tests fail: -- RESULTS [PATH ...]."""
    session.install("-e", ".[test,mutation]")
    session.run("python", "-m", "tests.mutation.run", *session.posargs)


@nox.session
def ecosystem(session: nox.Session) -> None:
    """Lint the matrices of OpenStack's releases and compare: -- [--update] FOLDER."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "tests.ecosystem.ecosystem", *session.posargs)
