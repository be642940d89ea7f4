"""The tables over all documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policyalign.model.report import Outcome
from tests import report_builders as build
from tests.renderers.html.pages import parsed, with_text

if TYPE_CHECKING:
    from policyalign.model.report import Report


def table(report: Report, section: str) -> list[list[str]]:
    (found,) = parsed(report).xpath(f"//section[@aria-labelledby='{section}']//table")
    return [
        [" ".join(cell.text_content().split()) for cell in row] for row in found.xpath("./tbody/tr")
    ]


def test_documents_stand_by_alignment_with_figure_and_word() -> None:
    rows = table(build.full_report(), "alignment")
    assert [row[2] for row in rows] == ["34.6 Partly aligned", "100.0 Aligned", "no score"]


def test_gaps_are_counted_without_a_score_too() -> None:
    partly = build.result("names-framework", Outcome.PARTLY, failed=(1,))
    (read, unread) = table(
        build.report(build.document("a", partly), build.document("b")), "alignment"
    )
    assert read[2:4] == ["no score", "1"]
    assert unread[2:4] == ["no score", "–"]


def test_ratings_are_counted_and_explained() -> None:
    page = parsed(build.full_report())
    told = [
        " ".join(entry.text_content().split()) for entry in page.xpath("//*[@class='ratings']/li")
    ]
    for rating in build.pack().ratings:
        (entry,) = [line for line in told if f" {rating.name} from" in line]
        assert entry.endswith(rating.meaning)
        assert entry.startswith("1 " if rating.name in ("Aligned", "Partly aligned") else "0 ")
    assert told[-1].startswith("1 No score")


def test_areas_are_told_in_words_in_every_cell() -> None:
    rows = table(build.full_report(), "areas")
    assert [row[1] for row in rows] == ["7 of 7", "nothing counted–", "1 of 5 2 partly"]


def test_what_is_missing_is_counted_over_documents_where_it_counts() -> None:
    rows = table(build.full_report(), "missing")
    assert rows[0] == ["Commits to using the framework", "Essential", "1 of 2 documents"]


def language_rows(report: Report) -> list[list[str]]:
    found = parsed(report).xpath("//details[@class='category']//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in found]


def test_each_wording_of_a_concept_is_counted_by_document() -> None:
    report = build.report(with_text("a.docx", title="First"), with_text("b.docx", title="Second"))
    (row,) = [row for row in language_rows(report) if row[0] == "Safety goal"]
    assert row[1:] == [
        "2 of 2",
        "“safety goal” 2 times, in 2 documents 1 First: 1; 2 Second: 1",
    ]


def test_different_wordings_of_a_concept_stand_side_by_side() -> None:
    first, second = with_text("a.docx"), with_text("b.docx")
    other = replace(second.mentions[1], quote="Goal of  safety")
    report = build.report(first, replace(second, mentions=(other, other, *second.mentions)))
    (row,) = [row for row in language_rows(report) if row[0] == "Safety goal"]
    assert row[2].index("“Goal of safety” 2 times") < row[2].index("“safety goal” 2 times")


def test_concepts_that_no_document_affirms_are_named_in_their_category() -> None:
    page = parsed(build.report(with_text()))
    (left,) = page.xpath("//details[@class='category'][.//p[starts-with(., 'Named in no')]]")
    assert "Signs of Safety" in left.findtext("p", "")
    assert left.findtext("summary/strong") == "Framework"
    assert "Safety goal" not in left.text_content()
