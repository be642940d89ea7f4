"""The office reports open in a real office program, which makes pages of them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from policyalign.renderers import render
from tests.report_builders import full_report

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def pages(folder: Path, suffix: str) -> list[str]:
    """The text of each page that LibreOffice makes of a report."""
    file = folder / f"report.{suffix}"
    file.write_bytes(render(full_report(), suffix))
    # A profile of its own: another LibreOffice may be running.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    done = subprocess.run(
        [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder),
         str(file)],
        capture_output=True, check=True, timeout=180, text=True,
    )  # fmt: skip
    made = file.with_suffix(".pdf")
    assert made.exists(), f"LibreOffice could not open it: {done.stdout}{done.stderr}"
    with pypdfium2.PdfDocument(made) as found:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in found]


def test_the_workbook_prints_one_sheet_after_another(tmp_path: Path) -> None:
    made = pages(tmp_path, "xlsx")
    assert len(made) == 6
    assert "Danger statements and safety goals" in made[0]
    assert "Not started" in made[0]
    assert "Page 1 of 6" in made[0]
    assert "failure to engage" in made[3]


def test_the_word_report_gives_each_document_its_pages(tmp_path: Path) -> None:
    made = pages(tmp_path, "docx")
    starts = [text.split(" Gap report")[0][:40] for text in made]
    for heading in ("Summary", "neglect-strategy.pdf", "scan.pdf", "Safeguarding children policy"):
        assert any(start.startswith(heading) for start in starts)
    assert all(f"page {n} of {len(made)}" in text for n, text in enumerate(made, start=1))
