"""LibreOffice as the person who fills in a return: it opens the file, edits it and saves it."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
# The bridge to LibreOffice comes with the system's own Python, and not with that of the tests.
UNO_PYTHON = Path("/usr/bin/python3")
_DRIVER = Path(__file__).with_name("uno_office.py")


def _has_bridge() -> bool:
    if SOFFICE is None or not UNO_PYTHON.exists():
        return False
    return not subprocess.run(
        [UNO_PYTHON, "-c", "import uno"], check=False, capture_output=True
    ).returncode


needs_office = pytest.mark.skipif(
    not _has_bridge(), reason="LibreOffice with its Python bridge (python3-uno) is not installed"
)

Step = tuple[object, ...]


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own, since another may be running."""

    folder: Path

    def does(self, *steps: Step) -> None:
        """Do these steps in one session."""
        asked = self.folder / "steps.json"
        asked.write_text(json.dumps(steps), encoding="utf-8")
        pipe = f"policyalign{self.folder.name.replace('-', '')}"
        office = subprocess.Popen(
            [str(SOFFICE), f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
             "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            done = subprocess.run(
                [UNO_PYTHON, _DRIVER, pipe, asked],
                capture_output=True, check=False, timeout=180, text=True,
            )  # fmt: skip
            assert not done.returncode, done.stderr
            office.wait(timeout=60)
        finally:
            if office.poll() is None:
                office.kill()
                office.wait()
