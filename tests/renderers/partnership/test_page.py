"""What the web page of the partnership says, and how it keeps text from being more than text."""

from __future__ import annotations

import pytest
from lxml import html

from policyalign.model.partnership import Partnership
from policyalign.renderers.partnership.page import render
from tests.renderers.hostile import TEXTS
from tests.renderers.partnership.views import VIEWS, empty, full, hostile


def parsed(view: Partnership) -> html.HtmlElement:
    return html.document_fromstring(render(view).decode())


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def table(page: html.HtmlElement, section: str, number: int = 0) -> list[list[str]]:
    found = page.xpath(f"//section[h2/@id='{section}']//table")[number]
    return [[said(cell) for cell in row] for row in found.iter("tr")]


def test_the_first_thing_on_the_page_is_the_answers_to_the_questions_of_the_meeting() -> None:
    page = parsed(full())
    (answers,) = page.xpath("//main/*[1]")
    questions = [said(found) for found in answers.xpath(".//h2")]
    assert questions == [
        "Who has returned?",
        "Where is the partnership weak?",
        "Who rates itself above its documents?",
        "What is overdue?",
    ]
    figures = [said(found) for found in answers.xpath(".//p[@class='big']")]
    assert figures == ["2 of 3", "0 of 3", "1", "1"]
    cases = [said(found) for found in answers.xpath(".//li")]
    assert "Dunstrake Housing: not returned" in cases
    assert "Pipits Lane Primary: 1 item above" in cases
    assert "Pipits Lane Primary: Brief staff – Network (Head, 20 November 2026)" in cases


def test_every_link_leads_somewhere() -> None:
    page = parsed(full())
    ids = set(page.xpath("//@id"))
    links = page.xpath("//a/@href")
    assert len(links) > 10
    assert {link for link in links if link[0] != "#" or link[1:] not in ids} == set()
    assert len(page.xpath("//@id")) == len(ids)


def test_ratings_findings_and_moderated_ratings_stand_beside_each_other() -> None:
    rows = table(parsed(full()), "items")
    heading, school = rows[0], next(row for row in rows if row[0] == "Pipits Lane Primary")
    scaling = school[heading.index("Scaling")]
    assert scaling == "Met documents: missing two steps above moderated: files disagree"
    assert school[heading.index("Extra")] == "not asked"


def test_contradictions_are_shown_side_by_side_with_their_files() -> None:
    rows = table(parsed(full()), "disputes")
    assert ["Scaling", "Self-rating", "Partly met in police-2.docx Met in police.xlsx"] in rows


def test_the_development_is_drawn_and_told_in_a_table() -> None:
    page = parsed(full())
    (chart,) = page.xpath("//svg[@role='img']")
    assert chart.get("aria-label").startswith("Pipits Lane Primary: mean alignment")
    assert len(chart.xpath(".//circle")) == len(chart.xpath(".//rect")) == 2
    assert [row[0] for row in table(page, "trend")] == [
        "Date",
        "3 November 2025",
        "3 November 2026",
    ]


def test_what_could_not_be_used_and_what_versions_differ_in_is_said() -> None:
    (files,) = parsed(full()).xpath("//section[h2/@id='files']")
    for words in (
        "notes.txt: is neither a return nor a JSON report",
        "moderated.xlsx: Moderation I2",
        "Pack sos, versions 1 and 2.",
        "Extra: in version 2 only",
        "Reedhill Trust: scan.pdf: has no text",
    ):
        assert words in said(files)


def test_a_page_of_nothing_that_counts_is_whole() -> None:
    page = parsed(empty())
    assert "No item counts yet." in said(page)
    assert not page.xpath("//h2[@id='disputes' or @id='trend']")


def test_the_names_that_agencies_use_have_a_section() -> None:
    page = parsed(full())
    assert page.xpath("//nav//a[@href='#language']")
    (found,) = page.xpath("//section[h2/@id='language']")
    assert said(found).startswith("Common language At a glance")
    assert "North Council" in said(found)
    assert not parsed(empty()).xpath("//*[@id='language']")


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_text_becomes_markup(view: Partnership) -> None:
    page = parsed(view)
    assert not page.xpath("//script | //img | //iframe | //*[@onerror] | //a[not(@href)]")
    assert {link[0] for link in page.xpath("//a/@href")} == {"#"}
    assert page.xpath("//main")


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_of_a_return_holds_nothing_that_drives_a_screen(text: str) -> None:
    made = render(hostile(text)).decode()
    assert not {char for char in made if ord(char) < 32 and char not in "\n\t\r"}
    assert not set("\u202e\u2066\x9b") & set(made)


def test_nothing_but_its_own_style_may_be_used() -> None:
    (policy,) = parsed(full()).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script" not in policy
