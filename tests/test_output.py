"""Reports are written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from policyalign import output
from policyalign.errors import OutputError


def test_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "gaps.json"
    output.write(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_file_that_stood_there_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "gaps.json"
    target.write_bytes(b"something longer than the new")
    output.write(target, b"new")
    assert target.read_bytes() == b"new"


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist"):
        output.write(tmp_path / "none" / "gaps.json", b"")


def test_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        output.write(tmp_path, b"")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "Permission was refused"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_failure_leaves_the_old_file_and_no_part(
    code: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "gaps.json"
    target.write_bytes(b"old")

    def refuse(self: Path, _: Path) -> Path:
        raise OSError(code, os.strerror(code), str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=sentence):
        output.write(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_link_keeps_pointing_to_the_file_that_is_renewed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    link.symlink_to(real)
    output.write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_device_is_written_to_and_not_replaced() -> None:
    output.write(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()
