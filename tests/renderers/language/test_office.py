"""The workbook of the comparison opens in a real office program, which makes pages of it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from policyalign.renderers.language import RENDERERS
from tests.renderers.language.comparisons import compared

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_calc_shows_every_sheet_in_the_width_of_a_page(tmp_path: Path) -> None:
    file = tmp_path / "language.xlsx"
    file.write_bytes(RENDERERS[".xlsx"](compared()))
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    with pypdfium2.PdfDocument(tmp_path / "language.pdf") as found:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in found]
    sheets = ("Names", "What to change", "Definitions", "Names not tied", "Places", "About")
    assert len(pages) == len(sheets)
    assert all(page.startswith(f"{name} – ") for page, name in zip(pages, sheets, strict=True))
    assert "≠ another name worry statement (2)" in pages[0]
    assert "Each family has a worry statement of its own." in pages[1]
