"""What the page says of a document, and the ways between that and the document's text."""

from __future__ import annotations

from dataclasses import replace

from policyalign.model.document import State
from policyalign.model.report import Report, Status
from policyalign.renderers import wording
from tests import report_builders as build
from tests.renderers.html.pages import FAULT, GOAL, parsed, with_text


def said(report: Report, path: str) -> list[str]:
    found = parsed(report).xpath(path)
    return [" ".join(element.text_content().split()) for element in found]


def test_every_outcome_is_given_in_words_with_its_item() -> None:
    report = build.full_report()
    shown = said(report, "//section[@id='d3']//h5[span[contains(@class, 'outcome')]]")
    assert "Names the framework partly met" in shown
    assert "Commits to using the framework missing" in shown
    assert "Tools for hearing children met" in shown


def test_items_are_in_order_of_importance_and_gaps_come_first() -> None:
    shown = said(build.report(with_text()), "//h4")
    assert shown[:3] == [
        "Essential items: 1 missing, 1 met",
        "Expected items: 1 partly met",
        "Could not tell: 1 item, not counted",
    ]


def test_wording_that_may_stand_is_counted_apart() -> None:
    excused = build.finding(excuse="title of a document")
    found = build.report(build.document("a.docx", discouraged=(excused, excused)))
    assert said(found, "//h4") == ["Discouraged wording: 0 places, and 2 that may stand"]


def test_what_is_missing_and_what_could_be_written_stand_with_an_item() -> None:
    (item,) = parsed(build.report(with_text())).xpath("//div[@data-outcome='not-met']")
    text = item.text_content()
    assert "“Signs of Safety” was not found." in text
    assert wording.STATUSES[Status.NEGATED] in text
    (suggested,) = item.xpath(".//*[@class='wording']")
    assert suggested.text == build.CHECKLIST[0].suggested_wording


def test_notices_control_data_and_sums_are_shown() -> None:
    (school,) = said(build.full_report(), "//section[@id='d3']")
    assert "Page 7: A picture without text; make it searchable and run again." in school
    assert "version 3.1, review 30 June 2027" in school
    assert "Anytown Primary School" in school


def test_discouraged_wording_comes_with_what_to_prefer_and_its_excuse() -> None:
    (entry,) = said(build.full_report(), "//div[@class='reword-entry']")
    assert "say what was offered" in entry
    assert "may stand: It is the title of a report." in entry


def test_evidence_leads_to_its_words_in_the_text() -> None:
    page = parsed(build.report(with_text()))
    (item,) = page.xpath("//div[@data-outcome='met']")
    (link,) = item.xpath(".//a/@href")
    (mark,) = page.xpath(f"//template//mark[@id='{link[1:]}']")
    assert mark.text == "danger statement"
    assert mark.getparent().text_content().startswith("Each danger statement")


def test_discouraged_wording_leads_to_its_words_in_the_text() -> None:
    page = parsed(build.report(with_text()))
    (link,) = page.xpath("//div[@class='reword-entry']//a/@href")
    (mark,) = page.xpath(f"//template//mark[@id='{link[1:]}']")
    assert mark.text == "failed to engage"
    assert mark.get("class") == "reword"


def test_the_text_leads_back_to_all_that_rests_on_it() -> None:
    page = parsed(build.report(with_text()))
    (goal,) = page.xpath("//template//div[p/mark[text()='danger statement']]")
    assert [link.text for link in goal.xpath(".//a")] == ["Danger statements and safety goals"]
    (item,) = page.xpath(f"//*[@id='{goal.xpath('.//a/@href')[0][1:]}']")
    assert item.get("data-outcome") == "met"


def test_marks_say_what_they_are() -> None:
    labels = said(build.report(with_text()), "//template//mark/span")
    assert labels == [
        "[Danger statement]",
        "[Safety goal]",
        "[discouraged wording; better: say what was offered, what the person did, "
        "and what we will try next]",
        f"[Signs of Safety; {wording.STATUSES[Status.NEGATED]}]",
    ]


def test_words_in_a_proposed_change_are_marked_as_not_counting() -> None:
    made = with_text()
    proposed = replace(made.mentions[0], state=State.PROPOSED)
    page = parsed(build.report(replace(made, mentions=(proposed, *made.mentions[1:]))))
    marks = {mark.text: mark.get("class") for mark in page.xpath("//template//mark")}
    assert marks["danger statement"] == "passed-over"
    assert marks["safety goal"] == "mention"


def test_the_text_is_whole_and_in_order() -> None:
    page = parsed(build.report(with_text()))
    (text,) = page.xpath("//template")
    for label in text.xpath(".//mark/span"):
        label.drop_tree()
    shown = " ".join(text.text_content().split())
    told = ["page 1", "1 Planning", GOAL, "Who", "What", "page 2", f"1.2 {FAULT}", "footnote We do"]
    places = [shown.index(words) for words in told]
    assert places == sorted(places)


def test_words_that_name_two_things_are_one_mark() -> None:
    made = with_text()
    wider = replace(made.mentions[0], concept="common-language", end=made.mentions[0].end + 8)
    page = parsed(build.report(replace(made, mentions=(wider, *made.mentions))))
    (mark,) = page.xpath("//template//mark[contains(., 'Common language')]")
    assert mark.text == "danger statement must be"
    assert mark.text_content().endswith("[Common language; Danger statement]")


def test_a_result_without_its_text_has_no_links_into_it() -> None:
    page = parsed(build.report(replace(with_text(), blocks=())))
    assert not page.xpath("//template")
    assert not page.xpath("//span[@class='place']/a")
    assert "3 Roles" not in page.text_content()
