"""Which files are meant by a list of files and folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from policyalign.errors import InputError
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
