"""Files at addresses are listed and read through fsspec."""

from __future__ import annotations

import pickle
import sys
import zipfile
from collections.abc import Generator
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

import policyalign
from policyalign.errors import InputError
from policyalign.limits import MOST_BYTES
from policyalign.model.document import Unread
from policyalign.readers import read_as
from policyalign.readers.remote import RemoteFile
from policyalign.readers.sources import find_sources, place
from policyalign.renderers import render
from tests.packs.pack_builder import make_pack
from tests.readers.docx_builder import docx, p

POLICY = docx(p("We use Signs of Safety."))


@pytest.fixture
def store() -> Generator[MemoryFileSystem]:
    """A store in memory, with policies and what is no policy."""
    memory = fsspec.filesystem("memory")
    for name in ("b.docx", "sub/a.docx", "sub/deep/c.pdf", ".hidden/d.docx", "~$b.docx"):
        memory.pipe_file(f"/policies/{name}", POLICY)
    memory.pipe_file("/policies/notes.xyz", b"not a policy")
    yield memory
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]


def names(*addresses: str) -> list[str]:
    return [file.name for file in find_sources(addresses)]


@pytest.mark.parametrize("address", ["memory://policies", "memory://policies/"])
def test_a_folder_stands_for_all_files_in_it_as_on_a_disk(
    store: MemoryFileSystem, address: str
) -> None:
    assert names(address) == ["b.docx", "notes.xyz", "sub/a.docx", "sub/deep/c.pdf"]


def test_files_and_folders_share_a_root_and_each_is_there_once(store: MemoryFileSystem) -> None:
    found = names("memory://policies/sub", "memory://policies/b.docx", "memory://policies/sub/deep")
    assert found == ["b.docx", "sub/a.docx", "sub/deep/c.pdf"]
    assert names("memory://policies/sub/a.docx") == ["a.docx"]
    assert "policies/b.docx" in names("memory://")


def test_the_report_is_the_one_of_the_same_files_on_a_disk(
    store: MemoryFileSystem, tmp_path: Path
) -> None:
    folder = tmp_path / "policies"
    for file in find_sources(["memory://policies"]):
        (folder / file.name).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.name).write_bytes(store.cat_file(f"/policies/{file.name}"))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for one in folder.rglob("*.*"):
            archive.write(one, one.relative_to(folder))
    pack = policyalign.load_pack(make_pack(tmp_path / "small"))
    chained = f"zip://::{(tmp_path / 'all.zip').as_uri()}"
    reports = [
        render(policyalign.check(place, pack=pack, jobs=jobs), "json")
        # Worker processes would not see what is in this one's memory.
        for place, jobs in ((folder, 1), ("memory://policies", 1), (chained, 1), (chained, 2))
    ]
    assert b'"sub/a.docx",\n      "sha256"' in reports[0]
    assert len(set(reports)) == 1


def test_what_was_found_can_be_sent_to_another_process(store: MemoryFileSystem) -> None:
    found = find_sources(["memory://policies"])
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_file_that_is_gone_or_too_large_is_unread_with_the_reason(
    store: MemoryFileSystem,
) -> None:
    (file,) = find_sources(["memory://policies/b.docx"])
    store.rm("/policies/b.docx")
    assert isinstance(file.path, RemoteFile)
    gone = read_as(file.path, file.name)
    assert isinstance(gone, Unread)
    assert "there is no such file, or no longer" in gone.reason
    huge = read_as(RemoteFile("memory://policies", "/policies/notes.pdf", MOST_BYTES + 1), "n.pdf")
    assert isinstance(huge, Unread)


def test_a_driver_that_is_missing_where_the_file_is_read_is_the_reason() -> None:
    unread = read_as(RemoteFile("s3://bucket/a.docx", "bucket/a.docx", 10), "a.docx")
    assert isinstance(unread, Unread)
    assert unread.reason.startswith("cannot be opened: s3://bucket/a.docx needs another package")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("memory://nowhere", "There are no files at memory://nowhere. Check the spelling"),
        ("s3://key:secret@bucket/x", r"^s3://bucket/x needs another package: .*s3fs"),
        ("nonsense://x", "nonsense://x cannot be looked at: Protocol not known: nonsense"),
    ],
)
def test_an_address_that_cannot_be_used_is_one_sentence(address: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        find_sources([address])


def test_an_archive_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no archive")
    with pytest.raises(InputError, match="cannot be looked at: File is not a zip file"):
        find_sources([f"zip://::{(tmp_path / 'a.zip').as_uri()}"])


def test_places_of_several_kinds_are_not_mixed(store: MemoryFileSystem, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="on this computer and at an address cannot be checked"):
        find_sources(["memory://policies", tmp_path])
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.docx", POLICY)
    with pytest.raises(InputError, match="The files lie in different stores"):
        find_sources(["memory://policies", f"zip://::{(tmp_path / 'a.zip').as_uri()}"])


def test_the_address_of_a_file_here_is_its_path(tmp_path: Path) -> None:
    spaced = tmp_path / "a policy.docx"
    assert place(spaced.as_uri()) == spaced
    assert place("C:\\policies") == Path("C:\\policies")
    assert place("s3://bucket/a") == "s3://bucket/a"
    assert place("zip::s3://bucket/a.zip") == "zip::s3://bucket/a.zip"


def test_the_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputError, match=r'pip install "policyalign\[remote\]"'):
        find_sources(["s3://bucket/x"])
