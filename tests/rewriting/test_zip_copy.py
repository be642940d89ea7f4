"""A zip file is copied member by member, as its members lie in it."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from policyalign.errors import ReadError
from policyalign.rewriting.zip_copy import copied, is_marked


def _zip(**more: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(zipfile.ZipInfo("stored.txt", (1999, 1, 2, 3, 4, 6)), b"as it is")
        deflated = zipfile.ZipInfo("größe.txt", (2001, 1, 2, 3, 4, 6))
        deflated.compress_type = zipfile.ZIP_DEFLATED
        deflated.comment = b"a remark"
        archive.writestr(deflated, b"long " * 100)
        for name, data in more.items():
            archive.writestr(name, data)
    return file.getvalue()


def _read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_members_are_changed_and_added_and_the_others_stay() -> None:
    before = _zip(text=b"old")
    copy = copied(before, {"text": b"new", "folder/more.xml": b"<more/>"})
    assert _read(copy) == {**_read(before), "text": b"new", "folder/more.xml": b"<more/>"}
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        info = archive.getinfo("größe.txt")
        assert (info.date_time, info.comment) == ((2001, 1, 2, 3, 4, 6), b"a remark")


def test_a_member_that_was_streamed_is_copied_with_what_follows_it() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"first " * 50)
        archive.writestr("b", b"second")
    copy = copied(pipe.getvalue(), {"b": b"other"})
    assert _read(copy) == {"a": b"first " * 50, "b": b"other"}


def test_a_member_that_is_said_to_begin_after_the_members_is_refused() -> None:
    file = bytearray(_zip(last=b"x"))
    entry = file.rindex(b"PK\x01\x02")
    file[entry + 42 : entry + 46] = struct.pack("<L", len(file) + 9)
    with pytest.raises(ReadError, match="unusual make"):
        copied(bytes(file), {})


def test_bytes_before_the_first_member_are_left_out() -> None:
    copy = copied(b"#!junk\n" + _zip(), {"new": b"x"})
    assert copy.startswith(b"PK")
    assert _read(copy)["stored.txt"] == b"as it is"


def test_the_same_changes_give_the_same_bytes() -> None:
    assert copied(_zip(), {"a": b"b"}) == copied(_zip(), {"a": b"b"})


def test_a_copy_is_known_until_somebody_saves_it() -> None:
    copy = copied(_zip(), {"a": b"b"})
    assert is_marked(io.BytesIO(copy))
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, data in _read(copy).items():
            archive.writestr(name, data)
    assert not is_marked(saved)
    assert not is_marked(io.BytesIO(b"no zip file"))


def test_two_members_in_one_place_are_refused() -> None:
    data = _zip()
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    overlapping = data[: second + 42] + struct.pack("<L", 0) + data[second + 46 :]
    with pytest.raises(ReadError, match="unusual make"):
        copied(overlapping, {})
