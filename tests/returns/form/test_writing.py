"""The form: what stands in it, what can be filled in, and what makes it fit for all readers."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from policyalign.model.report import Outcome
from policyalign.model.returns import Finding, Rating
from policyalign.readers import read as read_policy
from policyalign.readers.word.markup import VAL, W
from policyalign.renderers import return_wording
from policyalign.renderers.signature import is_report
from policyalign.report_mark import NOT_A_POLICY
from policyalign.returns.form import read_form, render_form
from tests.renderers.hostile import TEXTS
from tests.returns.form.form_builder import (
    FULL,
    PACK,
    a_return,
    answered,
    control_of,
    edited,
    form,
    parts,
    row,
    row_of,
    table_of,
    type_in,
    values,
    words,
)

LABELS = [
    "Question", "From the documents", "Best evidence found", "Your rating", "Your evidence",
    "Comment", "Action", "Owner", "Due date", "Why it does not apply",
    "Moderated rating (partnership)", "Moderation comment (partnership)",
]  # fmt: skip


def main_part(path: Path) -> Any:
    return etree.fromstring(parts(path)["word/document.xml"])


@pytest.fixture
def root(tmp_path: Path) -> Any:
    return main_part(form(tmp_path))


def test_an_item_has_a_heading_and_a_table_of_what_is_asked_found_and_to_be_filled_in(
    root: Any,
) -> None:
    table = table_of(root, "names")
    assert [words(one[1]) for one in table.iter(f"{W}tr")] == LABELS
    assert words(table.getprevious()) == "Title of names"
    assert words(row_of(root, "names", "From the documents")[2]) == ("Partly met. Partly met in 1.")
    assert words(row_of(root, "names", "Best evidence found")[2]) == (
        "“We do names.” help.docx, page 3, 2 How"
    )


def test_headings_are_real_and_in_order(tmp_path: Path) -> None:
    opened = docx.Document(str(form(tmp_path)))
    named = [(p.style.name, p.text) for p in opened.paragraphs if p.style and p.text]
    assert [text for style, text in named if style == "Heading 2"] == [
        "Title of names", "Title of maps", "Title of trains",
    ]  # fmt: skip
    assert [text for style, text in named if style == "Heading 1"][-2:] == ["Practice", "People"]
    assert all(paragraph.text.strip() for paragraph in opened.paragraphs)


def test_a_rating_is_chosen_from_the_labels_and_a_date_from_a_calendar(tmp_path: Path) -> None:
    labels = {
        Rating.MET: "Green",
        Rating.PARTLY: "Amber",
        Rating.NOT_MET: "Red",
        Rating.NOT_APPLICABLE: "Grey",
    }
    root = main_part(form(tmp_path, a_return(labels=labels)))
    entries = [e.get(f"{W}displayText") for e in control_of(root, "names", "Your rating").iter(
        f"{W}listItem")]  # fmt: skip
    assert entries == [None, *labels.values()]
    (calendar,) = control_of(root, "names", "Due date").iter(f"{W}date")
    assert [child.get(VAL) for child in calendar] == [
        "dd/MM/yyyy",
        "en-GB",
        "dateTime",
        "gregorian",
    ]


def test_a_screen_reader_is_told_what_each_field_is_for(root: Any) -> None:
    titles = values(root, "alias")
    assert titles[0] == "Agency: Self-assessment return"
    assert titles[1] == "Your rating: Title of names"
    assert len(set(titles)) == len(titles)
    tags = values(root, "tag")
    assert len(set(tags)) == len(tags) == len(set(values(root, "id"))) == 1 + 3 * 9


@pytest.mark.parametrize("length", [64, 200])
def test_names_of_fields_are_never_longer_than_word_takes(tmp_path: Path, length: int) -> None:
    many = [row(f"{'x' * length}-{n}", title=f"{'T' * length} {n}") for n in range(3)]
    path = form(tmp_path, answered(a_return(*many), **{many[1].item: FULL}))
    root = main_part(path)
    assert max(map(len, values(root, "tag") + values(root, "alias"))) <= 64
    assert max(len(m.get(f"{W}name")) for m in root.iter(f"{W}bookmarkStart")) <= 40
    assert len(set(values(root, "tag"))) == 1 + 3 * 9
    made, problems = read_form(path)
    assert made
    assert [one.answer == FULL for one in made.rows] == [False, True, False]
    assert not problems


def test_tables_have_header_rows_and_say_what_they_show(root: Any) -> None:
    for item in ("names", "maps", "trains"):
        table = table_of(root, item)
        assert next(table.iter(f"{W}tr")).find(f"{W}trPr/{W}tblHeader") is not None
        assert values(table, "tblDescription") == [
            f"Title of {item}: the question, what the documents show, and fields for the answers."
        ]


def test_only_the_fields_can_be_changed_and_there_is_no_password(tmp_path: Path) -> None:
    settings = etree.fromstring(parts(form(tmp_path))["word/settings.xml"])
    (protection,) = settings.iter(f"{W}documentProtection")
    assert dict(protection.attrib) == {f"{W}edit": "forms", f"{W}enforcement": "1"}
    assert set(values(main_part(tmp_path / "return.docx"), "lock")) == {"sdtLocked"}


def test_everything_is_in_british_english(tmp_path: Path) -> None:
    held = parts(form(tmp_path))
    styles = etree.fromstring(held["word/styles.xml"])
    assert {element.get(VAL) for element in styles.iter(f"{W}lang")} == {"en-GB"}
    assert b"<dc:language>en-GB</dc:language>" in held["docProps/core.xml"]


def test_the_same_return_gives_the_same_bytes() -> None:
    assert render_form(a_return(), PACK) == render_form(a_return(), PACK)


def test_the_front_page_says_whose_it_is_and_what_was_read_and_not(root: Any) -> None:
    shown = words(root)
    for said in (
        "Reedhill Council", "3 November 2026", "Early help (help.docx): alignment 61.5",
        "Not read scan.pdf: has no text", "How to fill it in", "What the ratings mean",
    ):  # fmt: skip
        assert said in shown


def test_no_document_and_no_evidence_are_said(tmp_path: Path) -> None:
    bare = row("names", finding=Finding(outcome=Outcome.UNCLEAR))
    shown = words(main_part(form(tmp_path, a_return(bare, documents=(), unread=()))))
    assert "Not read No document could be read." in shown
    assert return_wording.NO_EXHIBIT[Outcome.UNCLEAR] in shown


def test_what_is_filled_in_already_stands_in_the_fields_and_is_read_back(tmp_path: Path) -> None:
    made = answered(a_return(), names=FULL)
    found, problems = read_form(form(tmp_path, made))
    assert found == made
    assert not problems


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_stays_text(tmp_path: Path, text: str) -> None:
    exhibit = replace(row("x").finding.exhibit, quote=text, document=text, heading=text)  # type: ignore[type-var]
    hostile = row("names", title=text, question=text, area=text,
                  finding=Finding(outcome=Outcome.MET, exhibit=exhibit))  # fmt: skip
    made = a_return(hostile, row("maps"), agency=text, unread=(text,))
    path = form(tmp_path, made)
    assert docx.Document(io.BytesIO(path.read_bytes())).tables
    assert b"\x1b" not in parts(path)["word/document.xml"]
    found, problems = read_form(path)
    assert found
    assert found.rows == made.rows
    assert not problems


def test_a_form_is_no_policy_and_is_ours_to_write_over_until_somebody_fills_it_in(
    tmp_path: Path,
) -> None:
    path = form(tmp_path)
    assert getattr(read_policy(path), "reason", "") == NOT_A_POLICY
    with path.open("rb") as file:
        assert is_report(file)
    edited(path, lambda root: type_in(root, "names", "Comment", "Ours."))
    with path.open("rb") as file:
        assert not is_report(file)
