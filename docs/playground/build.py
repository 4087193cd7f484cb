"""Build the playground, a folder of files that ask nothing of another host: build.py OUT."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
EXAMPLES = os.path.join(ROOT, "examples")
PYODIDE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
    "python_stdlib.zip",
)
SCRIPTS = ("playground.js", "worker.js")
# Whole matrices, by what the page calls them; the others show a fault each.
MATRICES = {
    "A matrix without a fault": "support-matrix.ini",
    "Nova's of 2016": "nova-2016/support-matrix.ini",
}


def main(out: str) -> None:
    """Build the playground in the folder *out*; what else is in it stays."""
    os.makedirs(os.path.join(out, "pyodide"), exist_ok=True)
    for name in ("index.html", "playground.css"):
        shutil.copy(os.path.join(HERE, name), out)
    with open(os.path.join(out, "examples.json"), "w", encoding="ascii") as stream:
        json.dump([dict(zip(("title", "text"), each, strict=True)) for each in examples()], stream)
    # Neither the packages of npm nor those of Python may lie in the checkout, where Sphinx reads.
    with tempfile.TemporaryDirectory() as work:
        build_scripts(work, out)
        build_packages(work, out)


def examples() -> Iterator[tuple[str, str]]:
    """Yield the examples, each text behind its title; bytes that are not UTF-8 survive in it."""
    for title, name in MATRICES.items():
        yield title, _text(os.path.join(EXAMPLES, name))
    for name in sorted(os.listdir(os.path.join(EXAMPLES, "bad"))):
        code, _, rest = name.removesuffix(".ini").partition("-")
        # A folder shows what is found across files; here is one.
        if name.endswith(".ini"):
            yield f"{code.upper()} {rest}", _text(os.path.join(EXAMPLES, "bad", name))


def build_scripts(work: str, out: str) -> None:
    """Put our scripts, each in one with what it imports, and Pyodide into *out*."""
    modules = os.path.join(work, "scripts")
    shutil.copytree(HERE, modules)
    _run("npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", folder=modules)
    bundler = os.path.join(modules, "node_modules", ".bin", "esbuild")
    options = (
        "--bundle",
        "--minify",
        "--format=esm",
        "--loader:.ini=text",
        "--external:./pyodide/*",
    )
    options += ("--log-level=warning", "--legal-comments=linked")
    _run(bundler, *SCRIPTS, *options, f"--outdir={os.path.abspath(out)}", folder=modules)
    for name in PYODIDE:
        source = os.path.join(modules, "node_modules", "pyodide", name)
        shutil.copy(source, os.path.join(out, "pyodide"))
    _write_licences(os.path.join(modules, "node_modules"), out)


def build_packages(work: str, out: str) -> None:
    """Put the checkout's package, what it needs, and the bridge into one archive in *out*."""
    packages = os.path.join(work, "packages")
    install = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    options = ("--no-deps", "--no-compile", "--target", packages)
    _run(*install, *options, ROOT, "--requirement", "requirements.txt", folder=HERE)
    shutil.rmtree(os.path.join(packages, "bin"), ignore_errors=True)
    for folder, _, names in os.walk(packages):
        for name in names:
            # Made for this machine; MarkupSafe does without.
            if name.endswith((".so", ".pyd")):
                os.remove(os.path.join(folder, name))
    shutil.copy(os.path.join(HERE, "bridge.py"), packages)
    shutil.make_archive(os.path.join(out, "packages"), "zip", packages)


def _write_licences(modules: str, out: str) -> None:
    """Write the licences of the packages that are in our scripts into one file."""
    texts = []
    for folder, _, names in sorted(os.walk(modules)):
        package = os.path.relpath(folder, modules).replace(os.sep, "/")
        if "LICENSE" in names and not package.startswith(("@esbuild", "esbuild", "@types", "ws")):
            texts.append(f"{package}\n\n{_text(os.path.join(folder, 'LICENSE'))}")
    with open(os.path.join(out, "licences.txt"), "w", encoding="utf-8") as stream:
        stream.write("\n\n".join(texts))


def _text(path: str) -> str:
    # Line ends are part of what some examples show.
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as stream:
        return stream.read()


def _run(*words: str, folder: str) -> None:
    subprocess.run(words, cwd=folder, check=True)  # noqa: S603  our own words


if __name__ == "__main__":
    main(*sys.argv[1:])
