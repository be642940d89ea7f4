"""A filled-in form takes what its documents show now, and nothing that was typed is touched."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from policyalign.errors import InputError
from policyalign.model.report import Outcome
from policyalign.model.returns import Exhibit, Finding, Rating, Return, ReturnedDocument
from policyalign.readers.word.markup import W
from policyalign.renderers.signature import is_report
from policyalign.returns.form import read_filled_form, read_form, refresh_form
from policyalign.returns.form.opening import open_form
from policyalign.returns.form.refreshing import with_record
from policyalign.returns.making import make_return
from policyalign.returns.refreshing import with_gone
from tests.report_builders import document, report, result
from tests.returns.form.form_builder import (
    DAY,
    FULL,
    PACK,
    a_return,
    answered,
    edited,
    form,
    paragraph,
    parts,
    row,
    row_of,
    table_of,
    type_in,
    without_tags,
    words,
)

LATER = DAY.replace(year=2027)
FOUND = Finding(
    outcome=Outcome.MET,
    documents={Outcome.MET: 2},
    exhibit=Exhibit(document="new.pdf", quote="We do & we “show” it.", page=7),
)


def fresh(*rows: Any, **other: Any) -> Return:
    """What is found a year later: one document is new, and the first item is met."""
    some = rows or (row("names", finding=FOUND), row("maps", Outcome.NOT_MET),
                    row("trains", area="People"))  # fmt: skip
    documents = (
        ReturnedDocument(path="help.docx", title="Early help", sha256="cd" * 32, type="policy",
                         score=70.0),
        ReturnedDocument(path="new.pdf", title="New", sha256="ef" * 32, type="policy", score=None),
    )  # fmt: skip
    return a_return(*some, **{"documents": documents, "made": LATER, "agency": "", **other})


def refreshed(path: Path, made: Return) -> tuple[Path, tuple[str, ...]]:
    filled = read_filled_form(path)
    now = replace(made, agency=filled.made.agency, labels=filled.record.made.labels)
    result = with_record(filled, with_gone(now, filled.record, PACK), PACK)
    new = path.with_name("new.docx")
    new.write_bytes(result.data)
    return new, result.changes


def shown(path: Path, item: str, label: str) -> str:
    return words(row_of(open_form(path).root, item, label)[2])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return form(tmp_path, answered(a_return(), names=FULL, trains=FULL))


def test_the_documents_are_shown_as_they_are_now_and_answers_stay(path: Path) -> None:
    new, changes = refreshed(path, fresh())
    assert shown(new, "names", "From the documents") == "Met. Met in 2. Was: partly met."
    assert shown(new, "names", "Best evidence found") == "“We do & we “show” it.” new.pdf, page 7"
    front = words(open_form(new).root)
    assert "3 November 2027" in front
    assert "New (new.pdf): no score" in front
    assert read_form(new) == (
        answered(fresh(agency="Reedhill Council"), names=FULL, trains=FULL), (),
    )  # fmt: skip
    assert changes == (
        "Revised: help.docx.",
        "New: new.pdf.",
        "“Title of names” was partly met and is now met.",
    )


def test_only_words_of_the_program_change_and_every_other_part_is_byte_for_byte_the_same(
    path: Path,
) -> None:
    new, _ = refreshed(path, fresh())
    before, now = parts(path), parts(new)
    assert before.keys() == now.keys()
    assert {name for name in before if before[name] != now[name]} == {
        "word/document.xml", "customXml/item1.xml",
    }  # fmt: skip
    tables = before["word/document.xml"].split(b"<w:tbl>")
    untouched = [one for one in tables if b"with maps?" in one or b"with trains?" in one]
    assert len(untouched) == 2
    assert all(one in now["word/document.xml"] for one in untouched)


def test_to_refresh_with_nothing_new_changes_not_a_byte_of_the_text(path: Path) -> None:
    same = answered(a_return())
    new, changes = refreshed(path, same)
    assert not changes
    twice, _ = refreshed(new, same)
    assert parts(twice) == parts(new)
    assert [words(t) for t in open_form(new).root.iter(f"{W}tbl")] == [
        words(t) for t in open_form(path).root.iter(f"{W}tbl")
    ]


def test_what_a_finding_was_is_said_once(path: Path) -> None:
    new, _ = refreshed(path, fresh())
    again, changes = refreshed(new, fresh())
    assert not changes
    assert shown(again, "names", "From the documents") == "Met. Met in 2."


def test_a_form_without_tags_is_refreshed_as_well(path: Path) -> None:
    new, _ = refreshed(edited(path, without_tags), fresh())
    made, problems = read_form(new)
    assert made == answered(fresh(agency="Reedhill Council"), names=FULL, trains=FULL)
    assert not problems


def test_new_items_are_added_to_their_area_and_can_be_filled_in(path: Path) -> None:
    rows = (*fresh().rows[:2], row("asks"), fresh().rows[2], row("pays", area="Money"))
    new, changes = refreshed(path, fresh(*rows))
    body = [words(e) for e in open_form(new).root.iter(f"{W}p")]
    headings = [w for w in body if w.startswith("Title of") or w in {"Practice", "People", "Money"}]
    assert headings == [
        "Practice", "Title of names", "Title of maps", "Title of asks", "People", "Title of trains",
        "Money", "Title of pays",
    ]  # fmt: skip
    assert shown(new, "asks", "From the documents").endswith("New question.")
    assert "“Title of asks” is a new question." in changes
    made, problems = read_form(edited(new, lambda root: type_in(root, "pays", "Owner", "K. Osei")))
    assert not problems
    assert made
    assert made.rows[-1].answer.owner == "K. Osei"


def test_an_item_that_is_gone_is_kept_with_its_answers_and_marked(path: Path) -> None:
    new, changes = refreshed(path, fresh(*fresh().rows[:2]))
    assert "“Title of trains” is no longer asked. Its row was kept." in changes
    assert shown(new, "trains", "From the documents").endswith("No longer asked; kept because it "
                                                               "was in your return.")  # fmt: skip
    made, problems = read_form(new)
    assert made
    assert made.rows[-1].answer == FULL
    assert not problems
    assert open_form(new).record.gone == {"trains"}
    again, changes = refreshed(new, fresh())
    assert changes == ("“Title of trains” is a new question.",)
    assert open_form(again).record.gone == frozenset()


def test_another_title_and_question_take_the_place_of_the_old(path: Path) -> None:
    other = row("names", title="New & short", question="Is it <so>?", finding=FOUND)
    new, _ = refreshed(path, fresh(other, *fresh().rows[1:]))
    text = words(open_form(new).root)
    assert "New & short" in text
    assert "Is it <so>?" in text
    assert "Title of names" not in text
    assert read_form(new)[1] == ()


def test_words_that_somebody_wrote_among_those_of_the_program_are_left_and_said(
    path: Path,
) -> None:
    def edit(root: Any) -> None:
        row_of(root, "names", "Best evidence found")[2].append(paragraph("And in our audit."))
        documents = next(t for t in root.iter(f"{W}tbl") if "Read or not" in t.itertext())
        documents[-1][2].append(paragraph("We have the text now."))
        table_of(root, "maps").addnext(paragraph("A note between the tables."))

    new, changes = refreshed(edited(path, edit), fresh())
    text = words(open_form(new).root)
    for kept in ("And in our audit.", "We have the text now.", "A note between the tables."):
        assert kept in text
    left = "was changed by hand and was left as it is."
    assert f"“Best evidence found” of “Title of names” {left}" in changes
    assert f"“Documents” of “Self-assessment return” {left}" in changes


def test_both_copies_of_an_item_are_made_new(path: Path) -> None:
    def edit(root: Any) -> None:
        table_of(root, "names").addnext(copy.deepcopy(table_of(root, "names")))

    new, _ = refreshed(edited(path, edit), fresh())
    assert words(open_form(new).root).count("Met. Met in 2.") == 2


def test_an_item_that_was_taken_out_is_put_back_in_its_place(path: Path) -> None:
    def edit(root: Any) -> None:
        table_of(root, "maps").getparent().remove(table_of(root, "maps"))

    new, changes = refreshed(edited(path, edit), fresh())
    said = "“Title of maps” had been taken out of the return. It was put back, with nothing in it."
    assert said in changes
    tables = [words(table) for table in open_form(new).root.iter(f"{W}tbl")]
    order = [
        item for text in tables for item in ("names", "maps", "trains") if f"with {item}?" in text
    ]
    assert order == ["names", "maps", "trains"]
    assert read_form(new)[1] == ()


def test_words_of_another_version_of_the_program_are_not_taken_for_somebodys(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policyalign.renderers.form_wording.finding", lambda *_: "In other words.")
    assert read_form(path)[1] == ()
    new, changes = refreshed(path, fresh())
    assert shown(new, "names", "From the documents") == "In other words."
    assert not [one for one in changes if "by hand" in one]


def test_where_all_items_were_taken_out_that_is_said(path: Path) -> None:
    def edit(root: Any) -> None:
        for item in ("names", "maps", "trains"):
            table_of(root, item).getparent().remove(table_of(root, item))

    _, changes = refreshed(edited(path, edit), fresh())
    assert changes[-1] == (
        "All items were taken out of the form, and could not be put back. Make a new return."
    )


def test_the_words_for_the_ratings_stay_those_that_were_chosen_from(tmp_path: Path) -> None:
    labels = {one: f"Level {number}" for number, one in enumerate(Rating)}
    path = form(tmp_path, answered(a_return(labels=labels), names=FULL))
    new, _ = refreshed(path, fresh())
    made, problems = read_form(new)
    assert made
    assert made.labels == labels
    assert made.rows[0].answer == FULL
    assert not problems


def test_a_refreshed_form_is_never_written_over_as_if_nobody_had_filled_it_in(path: Path) -> None:
    new, _ = refreshed(path, fresh())
    with new.open("rb") as file:
        assert not is_report(file)


def test_a_report_on_the_documents_is_what_a_form_is_refreshed_from(tmp_path: Path) -> None:
    before = report(document("help.docx", result("names-framework", Outcome.NOT_MET)))
    after = report(document("help.docx", result("names-framework", Outcome.MET)))
    path = form(tmp_path, make_return(before, made=DAY, agency="Reedhill Council"))
    refreshed = refresh_form(read_filled_form(path), after, made=LATER)
    title = after.pack.checklist["names-framework"].title
    assert refreshed.changes == (f"“{title}” was missing and is now met.",)
    path.write_bytes(refreshed.data)
    made, problems = read_form(path)
    assert made == refreshed.made == make_return(after, made=LATER, agency="Reedhill Council")
    assert not problems


def test_a_form_made_with_another_pack_is_refused(path: Path) -> None:
    other = replace(report(), pack=replace(PACK, id="other"))
    with pytest.raises(InputError, match="was made with the pack small, not with other"):
        refresh_form(read_filled_form(path), other, made=LATER)


def test_a_form_of_another_agency_stays_theirs(path: Path) -> None:
    new, _ = refreshed(path, replace(fresh(), agency="Another Council"))
    made, _ = read_form(new)
    assert made
    assert made.agency == "Reedhill Council"


def test_a_cell_whose_paragraph_was_lost_gets_one(path: Path) -> None:
    def edit(root: Any) -> None:
        cell = row_of(root, "names", "From the documents")[2]
        (run,) = cell[1].iter(f"{W}r")
        cell[1:] = [run]

    new, _ = refreshed(edited(path, edit), fresh())
    assert shown(new, "names", "From the documents") == "Met. Met in 2. Was: partly met."
