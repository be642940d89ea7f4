"""A roll-up workbook that LibreOffice opened and saved is read back as it was filled in."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from policyalign.gathering.moderation import read_moderation
from policyalign.renderers.signature import is_report
from policyalign.report_mark import is_view
from tests.gathering.filling import write_moderated
from tests.partnership.building import MET, PARTLY, held, row, sent, view

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def resaved(path: Path, folder: Path, *kinds: str) -> Path:
    """Open a file in LibreOffice and save it as each kind in turn."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for number, kind in enumerate(kinds):
        target = folder / f"saved-{number}"
        subprocess.run(
            [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(target),
             str(path)],
            capture_output=True, check=True, timeout=180,
        )  # fmt: skip
        path = target / f"{path.stem}.{kind}"
    return path


def test_what_was_moderated_outlives_other_programs(tmp_path: Path) -> None:
    made = view(sent(held("=Ostley & Co", row("scaling", MET), row("network", MET))))
    typed = ("=Ostley & Co", "scaling", "Partly met", "Seen: “fine”, 1 < 2")
    file = resaved(write_moderated(tmp_path / "m.xlsx", made, typed), tmp_path, "ods", "xlsx")
    with file.open("rb") as opened:
        assert is_view(opened)
        opened.seek(0)
        assert not is_report(opened), "it would be written over"
    found = read_moderation(file, "m.xlsx")
    (ruling,) = found.rulings
    assert (ruling.agency, ruling.key[1]) == ("=Ostley & Co", "scaling")
    assert (ruling.rating, ruling.comment) == (PARTLY, "Seen: “fine”, 1 < 2")
    assert found.remarks == ()
