"""What tests ask of a page that a browser shows."""

from typing import Any

from tests.external.reader import package


def dress(page: Any, scheme: str) -> None:
    """Show *page* to somebody who wants it ``light`` or ``dark``."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def barriers(page: Any) -> list[tuple[str, list[str]]]:
    """Return what keeps some people from reading *page*: rules of axe, and the elements."""
    axe = (package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    # The page's own policy would not run it.
    page.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    found = page.execute_async_script(
        "const done = arguments[0];"
        "axe.run({ iframes: false }).then((result) => done(result.violations));"
    )
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
