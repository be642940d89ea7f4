"""Which files are meant by a list of files and folders."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyalign.errors import InputError
from policyalign.model.document import Unread
from policyalign.readers import read_as
from policyalign.readers.finding import find_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "policies"
    for name in ("b.docx", "sub/a.pdf", "notes.xyz", "~$b.docx", ".hidden.docx", "Thumbs.db"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (root / ".git").mkdir()
    (root / ".git" / "c.docx").write_bytes(b"x")
    return root


def names(*paths: str | Path) -> list[str]:
    return [file.name for file in find_files(paths)]


def test_folders_are_searched_and_lock_and_hidden_files_passed_over(folder: Path) -> None:
    assert names(folder) == ["b.docx", "notes.xyz", "sub/a.pdf"]


def test_a_file_named_twice_is_found_once(folder: Path) -> None:
    assert names(folder, folder / "b.docx", folder / "sub") == names(folder)


def test_names_do_not_depend_on_order_or_current_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = names(folder / "sub", folder / "b.docx")
    assert names(folder / "b.docx", folder / "sub") == expected
    monkeypatch.chdir(folder)
    assert names("sub", "b.docx") == expected


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
def test_a_loop_of_links_is_not_followed(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    assert names(folder) == ["b.docx", "notes.xyz", "sub/a.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
def test_a_link_to_a_file_elsewhere_keeps_its_own_name(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.docx"
    elsewhere.write_bytes(b"x")
    (folder / "linked.docx").symlink_to(elsewhere)
    assert names(folder) == ["b.docx", "linked.docx", "notes.xyz", "sub/a.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
def test_a_link_to_itself_does_not_stop_the_search(folder: Path) -> None:
    (folder / "self.docx").symlink_to(folder / "self.docx")
    assert "self.docx" in names(folder)


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no file or folder .*nowhere"):
        find_files([tmp_path / "nowhere"])


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There are no files in"):
        find_files([tmp_path])


@pytest.mark.parametrize("path", ["a" * 300, "a\0b"])
def test_a_name_that_no_file_can_have_is_one_sentence(path: str) -> None:
    with pytest.raises(InputError, match=r"There is no file or folder|cannot be looked at"):
        find_files([path])


def test_a_folder_that_is_shut_is_found_as_a_file_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads it then says why it cannot be read; nothing in it is passed over in silence."""
    listed = Path.iterdir

    def shut(path: Path) -> Iterator[Path]:
        if path.name == "sub":
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", shut)
    assert names(folder) == ["b.docx", "notes.xyz", "sub"]
    (found,) = (file for file in find_files([folder]) if file.name == "sub")
    unread = read_as(found.path, found.name)
    assert isinstance(unread, Unread)
    assert unread.reason == "is a folder that cannot be opened. Ask for the right to read it"


def test_files_behind_a_shut_door_are_named(shut_folder: Path) -> None:
    inner = shut_folder / "sub"
    inner.mkdir()
    (inner / "a.docx").touch()
    (shut_folder / "b.docx").touch()
    inner.chmod(0o400)
    try:
        assert names(shut_folder) == ["b.docx", "sub/a.docx"]
        unread = read_as(inner / "a.docx", "sub/a.docx")
    finally:
        inner.chmod(0o700)
    assert isinstance(unread, Unread)
    assert "Permission denied" in unread.reason


def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path) -> None:
    levels = 300
    deep = tmp_path.joinpath(*"d" * levels)
    deep.mkdir(parents=True)
    (deep / "a.pdf").touch()
    calls = len(inspect.stack(0))
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(calls + 100)
    try:
        found = names(tmp_path)
    finally:
        sys.setrecursionlimit(before)
    assert found == ["d/" * levels + "a.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_in_no_encoding_is_shown_as_far_as_it_is_text(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pdf")).touch()
    (found,) = find_files([tmp_path])
    assert found.name == "caf\N{REPLACEMENT CHARACTER}.pdf"
    assert found.path.exists()


@pytest.mark.skipif(os.name == "nt", reason="such names are not allowed there")
def test_control_characters_in_a_name_are_left_to_the_renderers(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\n.pdf").touch()
    assert names(tmp_path) == ["a\x1b[31m\n.pdf"]
