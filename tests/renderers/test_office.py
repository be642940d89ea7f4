"""The office reports open in a real office program, which makes pages of them and saves them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest

from policyalign.model.document import Unread
from policyalign.readers import read
from policyalign.renderers import render
from policyalign.renderers.signature import is_report
from policyalign.report_mark import NOT_A_POLICY
from tests.report_builders import full_report

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")

# In points: a page is 595 wide, and the margins of the Word report are 57.
LEAST_MARGIN = 45


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own, since another may be running."""

    folder: Path

    def saves(self, suffix: str, kind: str) -> Path:
        """What LibreOffice saves as this kind of file when it opens a report."""
        file = self.folder / f"report.{suffix}"
        file.write_bytes(render(full_report(), suffix))
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        saved = self.folder / f"saved-{suffix}"
        done = subprocess.run(
            [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(saved),
             str(file)],
            capture_output=True, check=True, timeout=180, text=True,
        )  # fmt: skip
        made = saved / f"report.{kind}"
        assert made.exists(), f"LibreOffice could not open it: {done.stdout}{done.stderr}"
        return made

    def pages(self, suffix: str) -> list[str]:
        """The text of each page that LibreOffice makes of a report."""
        with pypdfium2.PdfDocument(self.saves(suffix, "pdf")) as found:
            return [" ".join(page.get_textpage().get_text_bounded().split()) for page in found]


def letters(text: str) -> str:
    """Letters and figures alone: a line may end at a hyphen."""
    return re.sub(r"[\W_]", "", text)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def test_the_workbook_prints_one_sheet_after_another(office: Office) -> None:
    made = office.pages("xlsx")
    assert len(made) == 6
    assert "Danger statements and safety goals" in made[0]
    assert "Not started" in made[0]
    assert "Page 1 of 6" in made[0]
    assert "failure to engage" in made[3]


def test_the_word_report_gives_each_document_its_pages(office: Office) -> None:
    made = office.pages("docx")
    starts = [text.split(" Gap report")[0][:40] for text in made]
    for heading in ("Summary", "neglect-strategy.pdf", "scan.pdf", "Safeguarding children policy"):
        assert any(start.startswith(heading) for start in starts)
    assert all(f"page {n} of {len(made)}" in text for n, text in enumerate(made, start=1))


def test_all_words_of_the_word_report_stand_within_the_margins(office: Office) -> None:
    with pypdfium2.PdfDocument(office.saves("docx", "pdf")) as made:
        pages = [(page.get_width(), page.get_textpage()) for page in made]
        for width, page in pages:
            boxes = [page.get_rect(at) for at in range(page.count_rects())]
            assert min(left for left, *_ in boxes) > LEAST_MARGIN
            assert max(right for _, _, right, _ in boxes) < width - LEAST_MARGIN
        printed = letters("".join(page.get_text_bounded() for _, page in pages))
    cells = [cell.text for table in docx.Document(io.BytesIO(render(full_report(), "docx"))).tables
             for row in table.rows for cell in row.cells]  # fmt: skip
    assert [text for text in cells if letters(text) not in printed] == []


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_report_that_was_saved_is_still_no_policy_but_no_longer_ours(
    office: Office, suffix: str
) -> None:
    saved = office.saves(suffix, suffix)
    found = read(saved)
    assert isinstance(found, Unread)
    assert found.reason == NOT_A_POLICY
    with saved.open("rb") as file:
        assert not is_report(file)
