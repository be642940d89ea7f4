"""Take the picture of the comparison of names: ``python -m tools.language_picture``.

It shows the top of the page that the fictional partnership gives, in Chromium, in light colours.
"""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

import policyalign
from policyalign.renderers.language.html import render
from policyalign.shared_language import compare
from tools.samples.making import PROJECT
from tools.samples.partnership import FOLDER

_PICTURE = PROJECT / "docs" / "language.png"
_WINDOW = {"width": 1180, "height": 1030}
_COLOURS = 64


def main() -> None:
    """Take the picture of the policies as they lie in the project."""
    from playwright.sync_api import sync_playwright

    pack = policyalign.load_pack("sos")
    report = policyalign.check(FOLDER, pack=pack)
    found = compare(((one.path.split("/")[0], one) for one in report.documents), pack)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "language.html"
        file.write_bytes(render(found))
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=_WINDOW, color_scheme="light")  # type: ignore[arg-type]
        page.goto(file.as_uri())
        whole = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        few = whole.quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(_PICTURE, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
