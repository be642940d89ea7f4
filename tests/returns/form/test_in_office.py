"""Real LibreOffice: a form is opened, filled in at its keyboard, saved, read back and refreshed."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from policyalign.model.returns import Rating
from policyalign.returns.form import read_form
from tests.returns.form.form_builder import FULL, a_return, answered, form
from tests.returns.form.test_refreshing import fresh, refreshed

DRIVER = Path(__file__).with_name("in_office.py")
# Texts by the question and the label of the row.
Answers = dict[str, dict[str, str]]
SOFFICE = shutil.which("soffice")


def _with_bridge() -> str | None:
    """A Python that can speak to LibreOffice; on Debian it is that of the system."""
    for name in ("/usr/bin/python3", "python3"):
        found = shutil.which(name)
        if found:
            tried = subprocess.run([found, "-c", "import uno"], capture_output=True, check=False)
            if tried.returncode == 0:
                return found
    return None


BRIDGE = SOFFICE and _with_bridge()
pytestmark = pytest.mark.skipif(BRIDGE is None, reason="LibreOffice or python3-uno is missing")

TYPED = {
    "Your rating": "Met",
    "Your evidence": FULL.evidence,
    "Comment": FULL.comment,
    "Action": FULL.action,
    "Owner": FULL.owner,
    "Due date": "31/03/2027",
    "Why it does not apply": FULL.reason,
    "Moderated rating (partnership)": "Partly met",
    "Moderation comment (partnership)": FULL.moderation,
}
LOCKED = {
    "Question": "not this one",
    "From the documents": "Met, I say.",
    "Best evidence found": "Believe me.",
}


def asked(item: str) -> str:
    return f"Is it so with {item}?"


def typed_into(path: Path, answers: Answers) -> tuple[Path, dict[str, dict[str, bool]]]:
    """Have LibreOffice type into a form and save it; tell what it could type."""
    saved, wanted = path.with_name(f"saved-{path.name}"), path.with_suffix(".json")
    wanted.write_text(json.dumps(answers), encoding="utf-8")
    command = [str(BRIDGE), str(DRIVER), *map(str, (path, saved, wanted))]
    done = subprocess.run(command, capture_output=True, check=True, timeout=180, text=True)
    return saved, json.loads(done.stdout)


def test_what_is_typed_in_libreoffice_is_read_back_and_stays_when_refreshed(
    tmp_path: Path,
) -> None:
    path = form(tmp_path)
    saved, typed = typed_into(
        path,
        {asked("names"): TYPED | LOCKED, asked("trains"): {"Owner": "K. Osei", "Action": "Train"}},
    )
    assert typed == {
        asked("names"): dict.fromkeys(LOCKED, False) | dict.fromkeys(TYPED, True),
        asked("trains"): {"Owner": True, "Action": True},
    }
    some = replace(a_return().rows[2].answer, owner="K. Osei", action="Train")
    assert read_form(saved) == (answered(a_return(), names=FULL, trains=some), ())

    now = tmp_path / "now.docx"
    refreshed(saved, fresh())[0].rename(now)
    after = answered(fresh(agency="Reedhill Council"), names=FULL, trains=some)
    assert read_form(now) == (after, ())
    again, typed = typed_into(now, {asked("maps"): {"Your rating": "Not met", "Owner": "J. M."}})
    assert typed == {asked("maps"): {"Your rating": True, "Owner": True}}
    more = replace(a_return().rows[1].answer, owner="J. M.", rating=Rating.NOT_MET)
    assert read_form(again) == (answered(after, maps=more), ())


def test_a_form_makes_pages_with_all_that_it_holds(tmp_path: Path) -> None:
    form(tmp_path, answered(a_return(), names=FULL))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path), str(tmp_path / "return.docx")],
        capture_output=True, check=True, timeout=180,
    )  # fmt: skip
    with pypdfium2.PdfDocument(tmp_path / "return.pdf") as made:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in made]
    assert "How to fill it in" in pages[0]
    item = next(page for page in pages if asked("names") in page)
    assert "Moderation comment (partnership) Agreed on the day." in item
    assert "Self-assessment return" in pages[-1]
