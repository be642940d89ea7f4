"""What a Word file holds beside its text is there in the copy too."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from lxml import etree

from policyalign.annotating.word import annotated_word
from policyalign.errors import ReadError
from policyalign.readers.word import read_word
from tests.annotating.making import remark, word_copy, word_policy
from tests.annotating.word.read_back import Parts, comments_of
from tests.readers.docx_builder import docx as docx_without_types
from tests.readers.docx_builder import p, read

_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
     "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     "http://purl.oclc.org/ooxml/officeDocument/relationships"),
)  # fmt: skip


def _changed(data: bytes, **names: tuple[str, str]) -> bytes:
    """Give a Word file with some text in all of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in names.values():
                text = text.replace(before, after)
            new.writestr(name, text)
    return made.getvalue()


def _with_comment() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("We write a danger statement.")
    document.add_comment(paragraph.runs, text="Is that so?", author="A. Reader", initials="AR")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_comments_that_are_there_stay_and_ours_have_numbers_of_their_own() -> None:
    copy, _ = word_copy(_with_comment(), "danger statement", "We write")
    theirs, *ours = comments_of(copy).values()
    assert (theirs.author, theirs.words) == ("A. Reader", "We write a danger statement.")
    assert theirs.lines == ["Is that so?"]
    assert [comment.words for comment in ours] == ["danger statement", "We write"]
    assert len({theirs.number, *(comment.number for comment in ours)}) == 3


def test_a_comment_with_the_highest_number_leaves_room_for_others() -> None:
    highest = 'w:id="2147483647"'
    data = _changed(_text_parts(_with_comment()), numbered=('w:id="0"', highest))
    copy, _ = word_copy(data, "danger statement")
    assert sorted(comments_of(copy)) == [0, 2147483647]


def _text_parts(data: bytes) -> bytes:
    """Leave the pictures of python-docx's template out, which are no text."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name.endswith((".xml", ".rels")):
                new.writestr(name, old.read(name))
    return made.getvalue()


def test_python_docx_opens_the_copy_and_finds_the_comments() -> None:
    copy, _ = word_copy(_with_comment(), "danger statement")
    document = docx.Document(io.BytesIO(copy))
    assert [comment.author for comment in document.comments] == ["A. Reader", "policyalign"]
    assert document.paragraphs[0].text == "We write a danger statement."


def test_a_strict_file_stays_strict() -> None:
    data = word_policy("We write a danger statement.")
    strict = _changed(data, main=_STRICT[0], links=_STRICT[1])
    copy, document = word_copy(strict, "danger statement")
    assert [comment.words for comment in comments_of(copy).values()] == ["danger statement"]
    assert read(copy).blocks == document.blocks
    parts = Parts(copy)
    assert etree.QName(parts.tree("word/comments.xml")).namespace == _STRICT[0][1]
    links = parts.tree("word/_rels/document.xml.rels")
    (link,) = (one for one in links if one.get("Target") == "comments.xml")
    assert link.get("Type") == f"{_STRICT[1][1]}/comments"


def test_a_file_whose_names_have_no_prefix_gets_marks_that_are_known() -> None:
    data = word_policy("We write a danger statement.")
    plain = _changed(
        data,
        declared=('xmlns:w="http://schemas', 'xmlns="http://schemas'),
        opened=("<w:", "<"),
        closed=("</w:", "</"),
    )
    copy, _ = word_copy(plain, "danger statement")
    assert [comment.words for comment in comments_of(copy).values()] == ["danger statement"]


def test_the_date_is_that_of_the_run_or_none() -> None:
    data = word_policy("We write a danger statement.")
    document = read_word(data, path="a.docx", sha256="")
    remarks = [remark(document, "danger")]
    dates = []
    for today in (date(2026, 5, 4), None):
        copy, _ = annotated_word(data, document, remarks, today)
        dates += [comment.date for comment in comments_of(copy).values()]
    assert dates == ["2026-05-04T00:00:00Z", None]


def test_all_that_a_comment_says_is_in_small_letters() -> None:
    said = Parts(word_copy(_SAME, "danger")[0]).tree("word/comments.xml")
    runs, sizes = ([one for one in said.iter() if one.tag.endswith(n)] for n in ("}r", "}sz"))
    assert len(runs) == len(sizes) == 2


def test_the_same_file_gives_the_same_bytes() -> None:
    copies = {hashlib.sha256(word_copy(_SAME, "danger", "We")[0]).hexdigest() for _ in range(2)}
    assert len(copies) == 1


def test_macros_are_kept_and_a_signature_is_told_of() -> None:
    file = io.BytesIO(word_policy("We write a danger statement."))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf macro")
        archive.writestr("_xmlsignatures/sig1.xml", b"<Signature/>")
    data = file.getvalue()
    document = read_word(data, path="a.docm", sha256="")
    copy, notices = annotated_word(data, document, [remark(document, "danger")], None)
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        assert archive.read("word/vbaProject.bin") == b"\xd0\xcf macro"
    assert len(notices) == 1
    assert "carries a digital signature" in notices[0]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('w:edit="readOnly" w:enforcement="1"', True),
        ('w:edit="forms" w:enforcement="true"', True),
        ('w:edit="readOnly" w:enforcement="0"', False),
        ('w:edit="readOnly"', False),
        ('w:edit="comments" w:enforcement="1"', False),
        ('w:edit="readOnly" w:enforcement="1"><damaged', False),
    ],
)
def test_a_restriction_that_lets_nobody_answer_is_told_of(said: str, told: bool) -> None:
    settings = (
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:documentProtection {said}/></w:settings>"
    )
    data = word_policy(
        "We write.",
        parts={"word/settings.xml": settings},
        links={"rId9": ("settings", "settings.xml")},
    )
    document = read_word(data, path="a.docx", sha256="")
    _, notices = annotated_word(data, document, [remark(document, "write")], None)
    assert ["is restricted to reading" in notice for notice in notices] == [True] * told


def test_what_a_policy_says_is_only_text_in_a_comment() -> None:
    document = read_word(_SAME, path="a.docx", sha256="")
    lines = ('<w:p onclick="x">&amp;', "]]> ‘quoted’")
    hostile = replace(remark(document, "danger"), lines=lines)
    copy, _ = annotated_word(_SAME, document, [hostile], None)
    (comment,) = comments_of(copy).values()
    assert tuple(comment.lines) == lines


def test_a_part_for_comments_that_is_named_and_not_there_is_made() -> None:
    data = word_policy("We write.", links={"rId7": ("comments", "notes/comments.xml")})
    copy, _ = word_copy(data, "write")
    assert [comment.words for comment in comments_of(copy).values()] == ["write"]


def test_a_part_for_comments_that_is_declared_and_not_there_is_not_declared_again() -> None:
    declared = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/word/Comments.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.comments+xml"/></Types>'
    )
    copy, _ = word_copy(word_policy("We write.", types=declared), "write")
    assert [comment.words for comment in comments_of(copy).values()] == ["write"]
    assert len(Parts(copy).tree("[Content_Types].xml")) == 1


def test_a_name_that_something_else_is_linked_to_is_not_taken() -> None:
    data = word_policy(
        "We write.",
        section='<w:headerReference w:type="default" r:id="rId7"/>',
        links={"rId7": ("header", "comments.xml")},
    )
    copy, document = word_copy(data, "write")
    assert read(copy).blocks == document.blocks
    assert [comment.words for comment in comments_of(copy).values()] == ["write"]


def test_what_the_text_refers_to_in_vain_is_not_taken_for_the_comments() -> None:
    data = word_policy("We write.", section='<w:headerReference w:type="default" r:id="rId1"/>')
    copy, document = word_copy(data, "write")
    assert read(copy).blocks == document.blocks


def test_a_file_that_takes_another_part_for_its_comments_is_refused() -> None:
    links = {"rId7": ("comments", "header1.xml")}
    parts = {"word/header1.xml": p("Running title")}
    with pytest.raises(ReadError, match="names another part as its comments"):
        word_copy(word_policy("We write.", parts=parts, links=links), "write")


def test_a_file_that_does_not_say_what_its_parts_are_is_refused() -> None:
    with pytest.raises(ReadError, match="does not say what its parts are"):
        word_copy(docx_without_types("We write."), "write")


def test_a_file_whose_only_words_stand_in_a_header_is_refused() -> None:
    data = word_policy(
        "<w:p/>",
        section='<w:headerReference w:type="default" r:id="rId5"/>',
        parts={"word/header1.xml": p("Running title")},
        links={"rId5": ("header", "header1.xml")},
    )
    with pytest.raises(ReadError, match="no paragraph at which a comment can stand"):
        word_copy(data, "Running")


_SAME = word_policy("We write a danger statement.", "Another paragraph.")
