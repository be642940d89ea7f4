"""Take the picture of an annotated Word policy: ``python -m tools.annotated_word_picture``.

It shows LibreOffice Writer as it stands on a screen, which no conversion shows: the remarks beside
the page, each tied to its words. It needs Xvfb, xdotool and LibreOffice.
"""

from __future__ import annotations

import io
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageGrab

from policyalign.annotating import Annotated, annotate
from policyalign.model.report import Settings
from policyalign.packs import load_pack
from tools.samples.making import PROJECT

PICTURE = PROJECT / "docs" / "annotated-word.png"
_SAMPLE = "pipits-lane-primary-safeguarding-policy.docx"
_DAY = date(2026, 5, 4)
_SCREEN, _WIDTH, _HEIGHT = ":97", 1500, 1000
# Is there as soon as the screen is.
_SOCKET = Path("/tmp/.X11-unix/X97")
_SECONDS_TO_OPEN, _SECONDS_TO_MOVE = 30, 1.5
# Where the page with the most discouraged wording stands, and how much of the window to show.
_PAGES_DOWN = 3
_SHOWN = (205, 195, 1235, 960)
_COLOURS = 48


def take() -> bytes:
    """Give the picture as a PNG."""
    settings = Settings(today=_DAY.isoformat())
    copy = annotate(PROJECT / "samples" / _SAMPLE, _SAMPLE, load_pack("sos"), settings)
    if not isinstance(copy, Annotated):
        raise TypeError(copy.reason)
    with TemporaryDirectory() as folder, _screen():
        policy = Path(folder, _SAMPLE)
        policy.write_bytes(copy.data)
        with _writer(policy, Path(folder, "profile")):
            _do("mousemove", "500", "600", "click", "1")
            for _ in range(_PAGES_DOWN):
                _do("key", "Next")
            window: Image.Image = ImageGrab.grab(xdisplay=_SCREEN)
    file = io.BytesIO()
    window.crop(_SHOWN).quantize(_COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()


@contextmanager
def _screen() -> Iterator[None]:
    with _running("Xvfb", _SCREEN, "-screen", "0", f"{_WIDTH}x{_HEIGHT}x24"):
        while not _SOCKET.exists():
            time.sleep(_SECONDS_TO_MOVE)
        yield


@contextmanager
def _writer(policy: Path, profile: Path) -> Iterator[None]:
    options = (f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--view")
    with _running("soffice", *options, str(policy)):
        time.sleep(_SECONDS_TO_OPEN)
        yield


@contextmanager
def _running(*command: str) -> Iterator[None]:
    environment = os.environ | {"DISPLAY": _SCREEN}
    with subprocess.Popen(command, env=environment, start_new_session=True) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, 15)


def _do(*what: str) -> None:
    subprocess.run(("xdotool", *what), env=os.environ | {"DISPLAY": _SCREEN}, check=True)
    time.sleep(_SECONDS_TO_MOVE)


if __name__ == "__main__":
    PICTURE.write_bytes(take())
