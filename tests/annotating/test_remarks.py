"""What is said to the owner of a policy, and at which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from policyalign.annotating.remarks import Remark, remarks
from policyalign.assess import assess
from policyalign.model.document import Document, Kind
from policyalign.model.report import DecisionKind, Outcome, Settings
from tests.annotating.making import pack
from tests.readers.docx_builder import deleted, docx, inserted, p, run
from tests.readers.docx_builder import read as read_bytes
from tests.report_builders import decision


def read(*body: str) -> Document:
    return read_bytes(docx(p("Supervision Policy", style="Heading1"), *body))


def said(document: Document) -> tuple[Remark, ...]:
    return remarks(document, assess(document, pack(), Settings()), pack())


def quote(document: Document, remark: Remark) -> str:
    return document.blocks[remark.block].text[remark.start : remark.end]


def titled(found: Iterable[Remark], beginning: str) -> list[Remark]:
    return [remark for remark in found if remark.lines[0].startswith(beginning)]


def test_the_first_remark_says_what_was_checked_and_what_a_remark_is() -> None:
    document = read("Families have a copy.")
    first = said(document)[0]
    assert quote(document, first) == "Supervision Policy"
    assert first.lines[0] == f"Checked against {pack().name}"
    assert any("no judgement of practice" in line for line in first.lines)
    assert pack().fingerprint in first.lines[-1]
    assert not first.at_words


def test_what_could_not_be_read_is_told_in_the_first_remark() -> None:
    document = read(p(run("Staff meet."), deleted("Never."), inserted(run("Weekly."))))
    notices = [line for line in said(document)[0].lines if line.startswith("Notice: ")]
    assert len(notices) == 1
    assert "tracked changes" in notices[0]


def test_discouraged_wording_is_remarked_on_at_each_place_with_better_words() -> None:
    document = read("Families are hard to reach.", "This family is hard to reach.")
    found = titled(said(document), "Discouraged wording: “")
    assert [quote(document, one) for one in found] == ["hard to reach"] * 2
    assert [line.partition(":")[0] for line in found[0].lines[1:]] == ["Better", "Why"]
    assert all(one.at_words for one in found)


def test_excused_wording_is_not_remarked_on() -> None:
    document = read("Avoid labels such as “hard to reach”.")
    assert not titled(said(document), "Discouraged wording: “")


def test_every_item_that_is_missing_or_partly_met_has_one_remark() -> None:
    document = read("We hope to use Signs of Safety.")
    checked = assess(document, pack(), Settings())
    wanted = [i.id for i in checked.with_outcome(Outcome.NOT_MET, Outcome.PARTLY)]
    found = [r for r in said(document) if r.lines[0].startswith(("Missing (", "Partly met ("))]
    titles = sorted(pack().checklist[name].title for name in wanted)
    assert sorted(one.lines[0].partition(": ")[2] for one in found) == titles
    for one in found:
        item = next(i for i in pack().checklist.values() if one.lines[0].endswith(f": {i.title}"))
        assert one.lines[1] == item.question
        assert item.suggested_wording in one.lines[-1]
        assert any(line.startswith("What is missing: ") for line in one.lines)


@pytest.mark.parametrize(
    ("body", "words", "why"),
    [
        ("We hope to use Signs of Safety.", "Signs of Safety", "Only planned or hoped for"),
        ("We do not use Signs of Safety.", "Signs of Safety", "Says that it is not done here"),
        ("Until 2019 we used Signs of Safety.", "Signs of Safety", "Speaks of the past"),
        (
            p(run("Staff meet."), inserted(run("We use Signs of Safety."))),
            "Signs of Safety",
            "Only in a proposed tracked change",
        ),
        (p("Signs of Safety", style="Heading1"), "Signs of Safety", "Only names the subject"),
    ],
    ids=["planned", "negated", "past", "proposed", "heading"],
)
def test_words_that_do_not_count_are_told_why(body: str, words: str, why: str) -> None:
    document = read(body)
    found = [
        one
        for one in titled(said(document), "Not enough for ")
        if "“Names the framework”" in one.lines[0]
    ]
    assert [quote(document, one) for one in found] == [words]
    assert found[0].lines[1].startswith(f"Why: {why}")
    assert found[0].lines[2].startswith("Better: ")


def test_the_words_that_decided_are_shown() -> None:
    document = read("We hope to use Signs of Safety.")
    (found,) = titled(said(document), "Not enough for “Names the framework”")
    assert "(shown by “We hope”)" in found.lines[1]


def test_of_several_weak_places_the_nearest_alone_is_remarked_on() -> None:
    document = read(
        p("Signs of Safety", style="Heading1"),
        "We do not use Signs of Safety.",
        p(run("Staff meet."), inserted(run("We use Signs of Safety."))),
    )
    found = [
        one
        for one in titled(said(document), "Not enough for ")
        if "“Names the framework”" in one.lines[0]
    ]
    assert [document.blocks[one.block].state for one in found] == ["proposed"]


def _not_enough_for(document: Document, title: str) -> list[str]:
    found = titled(said(document), "Not enough for ")
    return [quote(document, one) for one in found if f"“{title}”" in one.lines[0]]


def test_words_in_a_heading_are_not_remarked_on_where_the_text_says_them_too() -> None:
    document = read(p("Signs of Safety", style="Heading1"), "We use Signs of Safety.")
    title = "Commits to using the framework"
    (gap,) = (one for one in said(document) if one.lines[0].endswith(f": {title}"))
    assert "“Practice framework”" in gap.lines[2]
    assert _not_enough_for(document, title) == []


def test_of_words_of_which_one_is_asked_for_one_is_remarked_on() -> None:
    document = read(
        "We hope to build good working relationships with families.",
        "We hope to be open and honest with families.",
    )
    assert _not_enough_for(document, "Working relationships") == [
        "good working relationships with families"
    ]


def test_of_words_that_only_do_not_commit_one_place_is_remarked_on() -> None:
    document = read(
        p("Signs of Safety training plan", style="Heading1"),
        "There is a Signs of Safety practice lead. A training plan is there.",
    )
    assert _not_enough_for(document, "Training plan") == ["training plan"]


def test_words_that_are_enough_are_not_remarked_on_because_of_wording_at_fault() -> None:
    document = read(
        p("Observable behaviour", style="Heading1"),
        "Staff will record specific, observable behaviour of each child and family.",
        "The family is hard to reach, aggressive and resistant.",
    )
    title = "Behaviour, not labels"
    assert [
        one for one in said(document) if one.lines[0].endswith(f"Partly met (essential): {title}")
    ]
    assert _not_enough_for(document, title) == []


def test_words_that_count_are_not_remarked_on() -> None:
    document = read("All staff will use Signs of Safety as their practice framework.")
    found = titled(said(document), "Not enough for “Names the framework”")
    assert not found


def test_remarks_stand_in_the_order_of_the_text() -> None:
    document = read("A hard to reach family.", p("Aims", style="Heading1"), "Hard to reach.")
    places = [(one.block, one.start) for one in said(document)]
    assert places == sorted(places)


def test_escape_sequences_of_a_policy_do_nothing_in_a_remark() -> None:
    document = read("Families are hard to\u202ereach and hard to\u2028reach.")
    found = said(document)
    assert all(line.isprintable() for one in found for line in one.lines)


def test_a_document_without_a_block_has_no_remarks() -> None:
    document = Document(path="a", sha256="", title=None, blocks=())
    assert remarks(document, assess(document, pack(), Settings()), pack()) == ()


def _at(document: Document, title: str) -> str:
    (found,) = (one for one in said(document) if one.lines[0].endswith(f": {title}"))
    assert document.blocks[found.block].kind is Kind.HEADING
    return quote(document, found)


def test_an_item_is_remarked_on_above_the_words_nearest_to_it() -> None:
    document = read(p("Aims", style="Heading1"), "We hope to use Signs of Safety.",
                    p("Framework", style="Heading1"), "Text.")  # fmt: skip
    assert _at(document, "Names the framework") == "Aims"


def test_an_item_without_words_is_remarked_on_where_its_area_is_spoken_of() -> None:
    item = pack().checklist["training-plan"]
    document = read(p("Aims", style="Heading1"), "Staff meet.",
                    p("Learning", style="Heading1"),
                    "Staff will attend Signs of Safety basic training.")  # fmt: skip
    assert _at(document, item.title) == "Learning"


def test_an_item_is_else_remarked_on_at_a_heading_with_its_words() -> None:
    item = pack().checklist["training-plan"]
    document = read(p("Aims", style="Heading1"), "Staff meet.",
                    p("Staff training", style="Heading1"), "Text.")  # fmt: skip
    assert _at(document, item.title) == "Staff training"


def test_an_item_that_nothing_points_to_is_remarked_on_at_the_title() -> None:
    document = read(p("Aims", style="Heading1"), "Staff meet.")
    assert _at(document, "Plain language") == "Supervision Policy"


def test_a_document_without_headings_is_remarked_on_at_its_first_words() -> None:
    document = read_bytes(docx("staff meet every week, and they talk about the families."))
    assert {one.block for one in said(document)} == {0}


def test_gaps_that_people_decided_about_are_told_once_and_not_asked_for() -> None:
    document = read("Families have a copy.")
    found = assess(document, pack(), Settings())
    gap = found.with_outcome(Outcome.NOT_MET)[0]
    taken = replace(gap, decision=decision(DecisionKind.ACCEPTED))
    items = tuple(taken if item is gap else item for item in found.items)
    before = remarks(document, found, pack())
    after = remarks(document, replace(found, items=items), pack())
    title = pack().checklist[gap.id].title
    assert titled(before, "Missing")
    assert not [one for one in after if one.lines[0].endswith(title)]
    assert f"Decided: “{title}”: missing as found; known and accepted by A. Reader" in "\n".join(
        after[0].lines
    )
