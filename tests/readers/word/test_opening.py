"""Files of every make open, and those that cannot be read say why."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile

import pytest

from policyalign.errors import ReadError
from policyalign.model.document import NoticeKind
from policyalign.readers.word import package as package_module
from tests.readers.docx_builder import docx, p, package, read, run, table

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _repacked(data: bytes, **changes: bytes | None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    for name, content in changes.items():
        if content is None:
            del files[name]
        else:
            files[name] = content
    return package(files)


def _main(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def test_a_strict_file_reads_like_a_transitional_one() -> None:
    data = docx(p("Aims", style="Heading1"), "Text.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {
            name: archive.read(name)
            .replace(_W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            .replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name in archive.namelist()
        }
    assert read(package(files)).blocks == read(data).blocks


def test_the_main_part_may_have_another_name() -> None:
    assert [b.text for b in read(docx("Text.", main="word/letter.xml")).blocks] == ["Text."]
    assert [b.text for b in read(docx("Text.", main="main.xml")).blocks] == ["Text."]


def test_a_package_without_relationships_is_read_by_the_usual_name() -> None:
    data = _repacked(docx("Text."), **{"_rels/.rels": None})
    assert [b.text for b in read(data).blocks] == ["Text."]


def test_names_of_parts_may_differ_in_case_and_slash() -> None:
    data = docx("Text.")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files: dict[str, str | bytes] = {
            name.replace("word/document", "Word\\Document"): archive.read(name)
            for name in archive.namelist()
        }
    assert [b.text for b in read(package(files)).blocks] == ["Text."]


def test_a_part_in_utf_16_is_read() -> None:
    data = docx("Café – “quoted”.")
    wide = ('<?xml version="1.0" encoding="UTF-16"?>' + _main(data).decode()).encode("utf-16")
    assert [b.text for b in read(_repacked(data, **{"word/document.xml": wide})).blocks] == [
        "Café – “quoted”."
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (_OLE + "WordDocument".encode("utf-16-le"), "old Word document"),
        (_OLE, "not a Word document"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 text}", "RTF"),
        (b"<html><body/></html>", "web page"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"no zip at all", "damaged"),
        (package({"readme.txt": "hello"}), "holds no Word document"),
        (_repacked(docx("Text."), **{"word/document.xml": b"<w:document"}), "damaged"),
        (_repacked(docx("Text."), **{"word/document.xml": b"<workbook/>"}), "no Word text"),
        (docx(p()), "holds no text"),
        (docx(table()), "holds no text"),
    ],
)
def test_what_cannot_be_read_gives_a_reason(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(data)


def test_a_file_whose_bytes_were_damaged_gives_a_reason() -> None:
    data = bytearray(docx(*(f"Text {n}." for n in range(200))))
    at = data.find(b"word/document.xml") + 60
    data[at : at + 40] = b"\0" * 40
    with pytest.raises(ReadError, match="damaged"):
        read(bytes(data))


def test_an_encrypted_zip_entry_gives_a_reason() -> None:
    data = bytearray(docx("Text."))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        count = len(archive.namelist())
    at = -1
    for _ in range(count):
        at = data.find(b"PK\x01\x02", at + 1)
        data[at + 8] |= 1
    with pytest.raises(ReadError, match="password"):
        read(bytes(data))


def test_a_damaged_part_beside_the_main_one_is_named_and_the_text_read() -> None:
    data = _repacked(docx("Text.", styles="<w:x/>"), **{"word/styles.xml": b"<broken"})
    document = read(data)
    assert [b.text for b in document.blocks] == ["Text."]
    assert [n.kind for n in document.notices] == [NoticeKind.UNREAD_PART]
    assert "word/styles.xml" in document.notices[0].reason


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    main = _main(docx(p(run("Text"), "<w:r><w:t>&amp;</w:t></w:r>"))).replace(b"&amp;", b"&b;")
    data = _repacked(docx("x"), **{"word/document.xml": bomb.encode() + main})
    assert [b.text for b in read(data).blocks] == ["Text"]


def test_external_entities_are_not_fetched(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("confidential", encoding="utf-8")
    outside = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    main = _main(docx(p(run("Text"), "<w:r><w:t>&amp;</w:t></w:r>"))).replace(b"&amp;", b"&x;")
    data = _repacked(docx("x"), **{"word/document.xml": outside.encode() + main})
    assert [b.text for b in read(data).blocks] == ["Text"]


def test_the_pieces_of_a_long_part_are_the_part() -> None:
    opened = package_module.open_package(docx(*(f"Paragraph {n}." for n in range(10_000))))
    before = opened.read_so_far
    pieces = list(opened.pieces("word/document.xml"))
    read = opened.read_so_far - before
    assert len(pieces) > 2
    assert b"".join(pieces) == opened.data("word/document.xml")
    assert read == sum(map(len, pieces))


def test_a_part_over_the_limit_is_read_up_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "LARGEST_PART", 20_000)
    document = read(docx(*(f"Paragraph {n}." for n in range(1_000))))
    assert document.blocks[0].text == "Paragraph 0."
    assert 10 < len(document.blocks) < 1_000
    assert [n.kind for n in document.notices] == [NoticeKind.LIMIT]
    assert "20,000" in document.notices[0].reason


@pytest.mark.parametrize("filling", [b" ", b"a"])
def test_a_bomb_is_unpacked_no_further_than_the_limit(filling: bytes) -> None:
    """Some sixty kilobytes hold 60 MB, of which 48 MB may be looked at."""
    head, tail = _main(docx("Text.")).split(b"<w:sectPr>")
    bomb = head + filling * 60_000_000 + b"<w:sectPr>" + tail
    data = _repacked(docx("x"), **{"word/document.xml": bomb})
    assert len(data) < 100_000
    del bomb
    tracemalloc.start()
    try:
        document = read(data)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert document.blocks[0].text == "Text."
    assert NoticeKind.LIMIT in {notice.kind for notice in document.notices}
    assert most < 250_000_000


def test_a_part_of_too_many_tags_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_MARKS", 500)
    document = read(docx(*(f"Paragraph {n}." for n in range(1_000))))
    assert 0 < len(document.blocks) < 500
    assert [n.kind for n in document.notices] == [NoticeKind.LIMIT]


def test_a_part_that_nests_too_deeply_is_read_up_to_there() -> None:
    deep = "<w:smartTag>" * 2_000 + run("deep") + "</w:smartTag>" * 2_000
    document = read(docx("Before.", f"<w:p>{deep}</w:p>"))
    assert document.blocks[0].text == "Before."
    assert [n.kind for n in document.notices] == [NoticeKind.LIMIT]


def test_tables_may_nest_as_deeply_as_a_part_may() -> None:
    nested = p("Innermost")
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    assert [b.text for b in read(docx(nested)).blocks] == ["Innermost"]


def test_when_all_that_may_be_read_was_read_the_rest_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = docx(
        "Text.",
        parts={"word/header1.xml": p("x" * 5_000)},
        links={"rId9": ("header", "header1.xml")},
        section='<w:headerReference w:type="default" r:id="rId9"/>',
    )
    monkeypatch.setattr(package_module, "LARGEST_TOTAL", 6_500)
    document = read(data)
    assert document.blocks[0].text == "Text."
    assert {n.kind for n in document.notices} == {NoticeKind.LIMIT}


def test_fields_that_are_never_closed_do_not_add_up() -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    start = time.process_time()
    assert len(read(docx(*(p(opened) if n % 2 else "Text." for n in range(8_000)))).blocks) > 0
    assert time.process_time() - start < 10
