"""Every container in which Word keeps visible text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyalign.model.document import Kind
from tests.readers.docx_builder import (
    blocks,
    content_control,
    docx,
    field,
    p,
    read,
    row,
    run,
    t,
    table,
    texts,
)

_CHARACTERS = st.characters(blacklist_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cn"])
_PARAGRAPHS = st.lists(st.text(_CHARACTERS, min_size=1).filter(str.strip), min_size=1, max_size=12)


def test_paragraphs_come_in_order_with_running_numbers() -> None:
    found = blocks("First.", p(), "Second.", "Third.")
    assert [block.text for block in found] == ["First.", "Second.", "Third."]
    assert [block.place.block for block in found] == [0, 1, 2]
    assert all(block.place.page is None for block in found)


@settings(max_examples=60, deadline=None)
@given(_PARAGRAPHS)
def test_any_paragraphs_come_back_in_order_each_once(paragraphs: list[str]) -> None:
    found = texts(*(p(run(text)) for text in paragraphs))
    assert found == [text.strip() for text in paragraphs]


def test_a_phrase_split_over_runs_is_whole() -> None:
    assert texts(p(run("danger "), run("state", "<w:b/>"), run("ment"))) == ["danger statement"]


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("hyperlink", f"<w:hyperlink w:anchor='a'>{run('the words')}</w:hyperlink>"),
        ("smart tag", f"<w:smartTag w:element='place'>{run('the words')}</w:smartTag>"),
        ("custom XML", f"<w:customXml w:element='x'>{run('the words')}</w:customXml>"),
        ("inline content control", content_control(run("the words"))),
        ("simple field", f"<w:fldSimple w:instr='REF a'>{run('the words')}</w:fldSimple>"),
        ("complex field", field("REF a", run("the words"))),
        ("moved-to text", f"<w:moveTo w:id='1'>{run('the words')}</w:moveTo>"),
        ("right-to-left text", f"<w:bdo w:val='rtl'>{run('the words')}</w:bdo>"),
        ("equation", "<m:oMath><m:r><m:t>the words</m:t></m:r></m:oMath>"),
        ("unknown element", f"<w:strange>{run('the words')}</w:strange>"),
    ],
)
def test_text_inside_other_elements_is_kept_once(name: str, inside: str) -> None:
    assert texts(p(run("Before "), inside, run(" after"))) == ["Before the words after"]


def test_a_content_control_around_paragraphs_and_rows_is_transparent() -> None:
    body = content_control(p("Inside a control."))
    rows = table(content_control(row("In a controlled row")))
    assert texts(body, rows) == ["Inside a control.", "In a controlled row"]


def test_breaks_tabs_and_special_hyphens_become_characters() -> None:
    special = (
        f"<w:r>{t('one')}<w:tab/>{t('two')}<w:br/>{t('three')}<w:noBreakHyphen/>{t('four')}"
        f"<w:softHyphen/>{t('five')}</w:r>"
    )
    assert texts(p(special)) == ["one two\nthree\u2011four\u00adfive"]


def test_tab_stops_of_a_paragraph_are_not_text() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert texts(p("Clause", properties=stops)) == ["Clause"]


def test_the_choice_of_a_drop_down_field_is_text() -> None:
    choices = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="Low"/><w:listEntry w:val="High"/></w:ddList></w:ffData></w:fldChar>'
        "</w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p(run("Risk: "), choices)) == ["Risk: High"]


def test_a_field_that_is_never_closed_hides_no_later_paragraph() -> None:
    opened = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r>'
    )
    assert texts(p(run("Before"), opened), "After") == ["Before", "After"]


def test_a_drop_cap_is_joined_to_its_word() -> None:
    cap = p("T", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert texts(cap, "his policy applies.") == ["This policy applies."]


def test_ordinary_and_involved_paragraphs_are_read_alike() -> None:
    """The quick path for plain paragraphs must give what the full path gives."""
    mark = "<w:sdt><w:sdtContent/></w:sdt>"
    plain = [
        p(run("Bold", "<w:b/>"), run(" and plain")),
        p(run("Words", "<w:b/><w:sz w:val='30'/>"), "<w:r><w:tab/></w:r>", style="Heading2"),
    ]
    involved = [paragraph.replace("</w:p>", f"{mark}</w:p>") for paragraph in plain]
    assert blocks(*plain) == blocks(*involved)


def test_a_document_gives_back_its_path_hash_and_word_count() -> None:
    document = read(docx("Four words of text."))
    assert (document.path, document.sha256, document.pages) == ("policy.docx", "0" * 64, None)
    assert document.words == 4
    assert document.blocks[0].kind is Kind.PARAGRAPH


def test_words_that_stand_out_in_italics_are_told() -> None:
    said = p(
        run("  See "),
        run("Signs of ", "<w:i/>"),
        run("Safety", "<w:i/>"),
        run(" and "),
        run("now", '<w:i w:val="0"/>'),
    )
    block, _ = blocks(said, "More.")
    assert [block.text[start:end] for start, end in block.italics] == ["Signs of Safety"]


def test_a_paragraph_all_in_italics_stands_out_from_nothing() -> None:
    block, _ = blocks(p(run("Signs of Safety", "<w:i/>")), "More.")
    assert block.italics == ()
