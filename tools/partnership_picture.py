"""Take the picture of the partnership's view in ``docs``: ``python -m tools.partnership_picture``.

It shows the first screen of the web page of made-up agencies, in Chromium, in light colours.
"""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

import policyalign
from benchmarks.agencies import TODAY, made_up, name_of
from policyalign.model.submissions import Gathered
from policyalign.partnership import roll_up
from policyalign.renderers.partnership import render
from tools.samples.making import PROJECT

PICTURE = PROJECT / "docs" / "partnership.png"
_AGENCIES = 14
_COLOURS = 128


def main() -> None:
    """Take the picture as it lies in the project."""
    from playwright.sync_api import sync_playwright

    submissions = tuple(made_up(policyalign.load_pack("sos"), _AGENCIES))
    expected = (*map(name_of, range(_AGENCIES)), "Bell Field Primary School", "Tillbrook Police")
    view = roll_up(Gathered(submissions=submissions), today=TODAY, expected=expected)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "partnership.html"
        file.write_bytes(render(view, ".html"))
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 1000}, color_scheme="light")
        page.goto(file.as_uri())
        whole = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        whole.quantize(_COLOURS, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
