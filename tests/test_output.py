"""Reports are written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
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


def test_file_of_somebody_else_is_not_replaceable(tmp_path: Path) -> None:
    target = tmp_path / "notes.txt"
    target.write_bytes(b"mine")
    with pytest.raises(OutputError, match="add --force"):
        output.check_replaceable(target, lambda file: file.read() != b"mine")
    output.check_replaceable(target, lambda file: file.read() == b"mine")


def test_nothing_an_empty_file_and_a_device_are_replaceable(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    for path in (tmp_path / "empty.txt", tmp_path / "none.txt", Path(os.devnull)):
        output.check_replaceable(path, lambda file: False)


def test_file_that_cannot_be_opened_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

    target = tmp_path / "gaps.txt"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OutputError, match="Permission was refused"):
        output.check_replaceable(target, lambda file: True)


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_a_disk_that_is_full_is_one_sentence() -> None:
    with pytest.raises(OutputError, match=r"Cannot write /dev/full: The disk is full\."):
        output.write(Path("/dev/full"), b"new")


@pytest.mark.skipif(sys.platform != "linux", reason="files are limited in another way there")
def test_a_disk_that_fills_up_while_a_report_is_written_keeps_the_old_one(tmp_path: Path) -> None:
    """The system itself refuses to make the file any longer, in a process of its own."""
    target = tmp_path / "gaps.json"
    target.write_bytes(b"old")
    code = (
        "import resource, sys; from pathlib import Path; from policyalign import output, errors\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: output.write(Path(sys.argv[1]), b'new' * 10_000)\n"
        "except errors.OutputError as problem: print(problem)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(target)], capture_output=True, check=True, timeout=60
    )
    assert said.stdout.decode() == f"Cannot write {target}: File too large.\n"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_no_file_of_several_is_changed_if_one_cannot_be_made(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    first, second = tmp_path / "a.json", tmp_path / "b.json"
    first.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"b\.json: The disk is full"):
        output.write_all([(first, [b"n", b"ew"]), (second, broken())])
    assert first.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [first]
    output.write_all([(first, [b"n", b"ew"]), (second, iter([b"two"]))])
    assert (first.read_bytes(), second.read_bytes()) == (b"new", b"two")
