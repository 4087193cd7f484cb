"""How Sphinx builds the documentation: ``sphinx-build -W docs OUT``."""

import os
import sys

from sphinx.application import Sphinx

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import pages  # noqa: E402  Sphinx does not look for modules beside this file

import matrixlint  # noqa: E402  isort takes it for ours, which it is

project = "matrixlint"
author = "the developers of matrixlint"
version = release = matrixlint.__version__
extensions = ["myst_parser", "matrixlint.sphinx"]
exclude_patterns = ["_build", "manual", "playground"]
# A link that leads nowhere is a warning, and warnings are errors.
nitpicky = True
# The examples of some rules are no INI: that is what they show.
suppress_warnings = ["misc.highlighting_failure"]

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
myst_heading_anchors = 4

html_theme = "furo"
html_title = f"matrixlint {release}"
html_static_path = ["_static"]
html_css_files = ["landing.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1d5fa8", "color-brand-content": "#1d5fa8"},
    "dark_css_variables": {"color-brand-primary": "#7db7f0", "color-brand-content": "#7db7f0"},
}
pygments_style = "friendly"
pygments_dark_style = "monokai"


def setup(app: Sphinx) -> None:
    """Have the generated pages written, and the front page name the pages that nobody named."""
    pages.write(HERE)
    app.connect("source-read", add_others)


def add_others(app: Sphinx, name: str, source: list[str]) -> None:
    """Put the pages beside the front page that it does not name into a list of their own."""
    if name == "index":
        # Whether there is a new page is not seen by the age of this one.
        app.env.note_reread()
        source[0] = pages.with_others(source[0], app.env.found_docs)
