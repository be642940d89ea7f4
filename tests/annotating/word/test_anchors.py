"""The marks of a comment stand around its words, wherever in a paragraph these are."""

from __future__ import annotations

import pytest
from lxml import etree

from policyalign.readers.word.markup import Element
from tests.annotating.making import word_copy, word_policy
from tests.annotating.word.read_back import Comment, Parts, comments_of
from tests.readers.docx_builder import (
    content_control,
    deleted,
    field,
    grid,
    inserted,
    p,
    read,
    run,
    t,
    text_box,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLDS_RUNS = {"p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "fldSimple"}
_LINK = f'<w:hyperlink w:anchor="a">{run("every danger statement")}</w:hyperlink>'
_TAG = f'<w:smartTag w:element="x">{run("every danger statement")}</w:smartTag>'
_FIELD = f'<w:fldSimple w:instr=" REF a ">{run("every danger statement")}</w:fldSimple>'
_MOVED = f'<w:moveTo w:id="7" w:author="A">{run("every danger statement")}</w:moveTo>'
_TABBED = f"<w:r>{t('Write ')}<w:tab/>{t('every danger')}<w:t> </w:t>{t('statement here')}</w:r>"
_DROP_CAP = p(run("T"), properties='<w:framePr w:dropCap="drop"/>') + p(run("he danger is told."))

CASES = {
    "a whole run": (p("danger statement"), "danger statement"),
    "inside a run": (p("Write a danger statement now."), "danger statement"),
    "over runs": (p(run("Write a dan"), run("ger ", "<w:b/>"), run("statement.")), "danger state"),
    "in a hyperlink": (p(run("Write "), _LINK, run(".")), "danger"),
    "out of a hyperlink": (p(run("Write "), _LINK, run(" today.")), "statement today"),
    "in a smart tag": (p(run("Write "), _TAG), "danger"),
    "in a simple field": (p(run("Write "), _FIELD), "danger"),
    "in a field result": (p(run("See "), field("REF a", run("every danger statement"))), "danger"),
    "in a control": (p(content_control(run("every danger statement"))), "danger"),
    "in a moved passage": (p(run("Write "), _MOVED), "danger"),
    "in an insertion": (p(run("Write "), inserted(run("every danger statement"))), "danger"),
    "beside a deletion": (p(run("Write "), deleted("no "), run("danger statements")), "danger"),
    "over a tab and texts": (p(_TABBED), "every danger statement"),
    "in a table": (grid(("Who", "What"), ("All", "Write a danger statement")), "danger"),
    "in a drop cap": (_DROP_CAP, "The danger"),
    "beside signs": (p("A & B < C: “danger” & more"), "B < C: “danger” &"),
}


def _only(copy: bytes) -> Comment:
    (comment,) = comments_of(copy).values()
    return comment


def _main(copy: bytes) -> Element:
    return Parts(copy).tree("word/document.xml")


@pytest.mark.parametrize(("body", "words"), CASES.values(), ids=CASES)
def test_a_comment_stands_at_exactly_its_words(body: str, words: str) -> None:
    data = word_policy("First paragraph.", body)
    copy, document = word_copy(data, words)
    comment = _only(copy)
    assert " ".join(comment.words.split()) == words
    assert comment.lines == ["Title of the remark", "What it says."]
    assert read(copy).blocks == document.blocks


@pytest.mark.parametrize(("body", "words"), CASES.values(), ids=CASES)
def test_marks_stand_where_runs_may_and_the_sign_in_the_paragraph(body: str, words: str) -> None:
    copy, _ = word_copy(word_policy(body), words)
    main = _main(copy)
    marks = list(main.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd"))
    assert len(marks) == 2
    holders = {etree.QName(mark.getparent()).localname for mark in marks}
    assert holders <= _HOLDS_RUNS
    (sign,) = main.iter(f"{W}commentReference")
    assert sign.getparent().getparent().tag == f"{W}p"


def test_both_halves_of_a_split_run_look_the_same() -> None:
    copy, _ = word_copy(
        word_policy(p(run("before words after", '<w:b/><w:sz w:val="30"/>'))), "words"
    )
    runs = [one for one in _main(copy).iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert [one.findtext(f"{W}t") for one in runs] == ["before ", "words", " after"]
    looks = {etree.tostring(one.find(f"{W}rPr"), method="c14n") for one in runs}
    assert len(looks) == 1
    assert b"30" in looks.pop()


def test_blanks_at_a_split_are_kept() -> None:
    body = "<w:p><w:r><w:t>before words after</w:t></w:r></w:p>"
    copy, _ = word_copy(word_policy(body), "words")
    kept = "{http://www.w3.org/XML/1998/namespace}space"
    texts = [one for one in _main(copy).iter(f"{W}t") if one.text != one.text.strip()]
    assert [one.get(kept) for one in texts] == ["preserve", "preserve"]


def test_comments_may_overlap_and_share_words() -> None:
    copy, _ = word_copy(word_policy("one two three four"), "two three", "three four", "two three")
    assert [c.words for c in comments_of(copy).values()] == ["two three", "three four", "two three"]


@pytest.mark.parametrize("kind", ["<w:text/>", "<w:date/>", '<x:checkbox xmlns:x="word/2010"/>'])
def test_a_control_of_one_value_is_marked_as_a_whole(kind: str) -> None:
    control = content_control(run("12 May 2026 or so"), kind)
    copy, _ = word_copy(word_policy(p(run("On "), control, run("."))), "May")
    assert _only(copy).words == "12 May 2026 or so"


def test_words_of_a_text_box_are_remarked_on_where_it_hangs() -> None:
    copy, _ = word_copy(word_policy(p(run("Beside it"), text_box("In the box"))), "the box")
    comment = _only(copy)
    assert comment.lines[1] == "The words stand in the text box."
    (start,) = _main(copy).iter(f"{W}commentRangeStart")
    assert not list(start.iterancestors(f"{W}txbxContent"))
    assert start.getnext().tag == f"{W}r"


def test_words_of_a_footnote_are_remarked_on_at_its_sign() -> None:
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Said in a note.</w:t></w:r></w:p></w:footnote>'
    data = word_policy(p(run("Said here"), sign), parts={"word/footnotes.xml": note})
    copy, _ = word_copy(data, "in a note")
    assert _only(copy).lines[1] == "The words stand in the footnote."
    (start,) = _main(copy).iter(f"{W}commentRangeStart")
    assert start.getnext().find(f"{W}footnoteReference") is not None


def test_words_of_a_page_header_are_remarked_on_at_the_first_heading() -> None:
    data = word_policy(
        p("Before all headings."),
        p("Purpose", style="Heading1"),
        section='<w:headerReference w:type="default" r:id="rId5"/>',
        parts={"word/header1.xml": p("Running title")},
        links={"rId5": ("header", "header1.xml")},
    )
    copy, _ = word_copy(data, "Running title")
    comment = _only(copy)
    assert comment.words == "Purpose"
    assert comment.lines[1] == "The words stand in the page header."
