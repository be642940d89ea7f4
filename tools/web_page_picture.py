"""Take the pictures of the web page in the README: ``python -m tools.web_page_picture``.

They show the page that the samples give, in Chromium, in light colours: the overview, a document's
findings, and the words in its own text that a piece of evidence leads to.
"""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image

from policyalign.renderers import render
from tools.samples.making import PROJECT
from tools.samples.report import sample_report

if TYPE_CHECKING:
    from playwright.sync_api import Page

OVERVIEW = PROJECT / "docs" / "web-page-overview.png"
DOCUMENT = PROJECT / "docs" / "web-page-document.png"
TEXT = PROJECT / "docs" / "web-page-text.png"

# A short document: the beginning of its text fits a picture.
_SHOWN = "#d3"
_WINDOW = {"width": 1280, "height": 1500}
_SMALL = {"width": 1280, "height": 640}
_COLOURS = 128


def main() -> None:
    """Take the pictures of the samples' report as they lie in the project."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "report.html"
        file.write_bytes(render(sample_report(), "html"))
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=_WINDOW, color_scheme="light")  # type: ignore[arg-type]
        page.goto(file.as_uri())
        _save(page, OVERVIEW)
        page.locator(f"{_SHOWN} .body > summary").click()
        page.locator(_SHOWN).evaluate("section => section.scrollIntoView()")
        _save(page, DOCUMENT)
        page.set_viewport_size(_SMALL)  # type: ignore[arg-type]
        page.locator(f"{_SHOWN} .place a").first.click()
        _save(page, TEXT)
        browser.close()


def _save(page: Page, path: Path) -> None:
    """Save what the window shows, in few colours: a picture of words needs no more."""
    whole = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    few = whole.quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()
