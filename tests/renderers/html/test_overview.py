"""The tables over all documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    assert [row[2:4] for row in rows[:2]] == [
        ["34.6", "Partly aligned"],
        ["100.0", "Aligned"],
    ]
    assert rows[2][2] == "no score"


def test_areas_are_told_in_words_in_every_cell() -> None:
    rows = table(build.full_report(), "areas")
    assert [row[1] for row in rows] == ["7 of 7", "nothing counted–", "1 of 5 2 partly"]


def test_what_is_missing_is_counted_over_documents_where_it_counts() -> None:
    rows = table(build.full_report(), "missing")
    assert rows[0] == ["Commits to using the framework", "Essential", "1 of 2 documents"]


def test_each_wording_of_a_concept_is_counted_by_document() -> None:
    page = parsed(
        build.report(with_text("a.docx", title="First"), with_text("b.docx", title="Second"))
    )
    section = page.xpath("//section[@aria-labelledby='language']")[0]
    (entry,) = section.xpath("./details[starts-with(normalize-space(summary), 'Safety goal')]")
    told = [" ".join(cell.text_content().split()) for cell in entry.xpath(".//tbody/tr/*")]
    assert told == ["“safety goal”", "2", "1 First: 1; 2 Second: 1"]


def test_concepts_that_no_document_affirms_are_named() -> None:
    page = parsed(build.report(with_text()))
    last = page.xpath("//section[@aria-labelledby='language']/details[last()]")[0]
    assert "Signs of Safety" in last.text_content()
    assert "Safety goal" not in last.text_content()
