"""Words that stand only in a tracked insertion are proposed, not in force."""

from __future__ import annotations

from policyalign.model.document import Kind, NoticeKind, State
from tests.readers.docx_builder import (
    blocks,
    deleted,
    docx,
    inserted,
    p,
    read,
    row,
    run,
    table,
    text_box,
)


def test_an_insertion_within_a_paragraph_follows_it_as_proposed() -> None:
    body = p(
        run("Staff should"), inserted(run(" always")), run(" write a plan"),
        inserted(run(" in plain") + run(" words")), run("."),
    )  # fmt: skip
    assert [(b.text, b.state) for b in blocks(body)] == [
        ("Staff should write a plan.", State.LIVE),
        ("always … in plain words", State.PROPOSED),
    ]


def test_a_paragraph_that_is_all_new_is_one_proposed_block() -> None:
    found = blocks(p(inserted(run("A new rule."))))
    assert [(b.text, b.state) for b in found] == [("A new rule.", State.PROPOSED)]


def test_an_inserted_table_row_and_an_inserted_box_are_proposed() -> None:
    new_row = table(row("Old"), row("New", properties='<w:ins w:id="3"/>'))
    new_box = p(inserted(text_box("Boxed")))
    assert [(b.text, b.state) for b in blocks(new_row, new_box)] == [
        ("Old", State.LIVE),
        ("New", State.PROPOSED),
        ("Boxed", State.PROPOSED),
    ]


def test_moved_text_is_live_at_its_new_place_only() -> None:
    moved = p(f"<w:moveTo w:id='1'>{run('Moved.')}</w:moveTo>")
    left = p(f"<w:moveFrom w:id='1'>{run('Moved.')}</w:moveFrom>")
    assert [(b.text, b.state) for b in blocks(left, "Between.", moved)] == [
        ("Between.", State.LIVE),
        ("Moved.", State.LIVE),
    ]


def test_a_notice_counts_the_changes() -> None:
    data = docx(p(run("Old"), inserted(run(" new")), inserted(run("er")), deleted("gone")))
    notices = [n for n in read(data).notices if n.kind is NoticeKind.TRACKED_CHANGES]
    assert len(notices) == 1
    assert "2 insertions, 1 deletion" in notices[0].reason
    assert read(docx("No changes.")).notices == ()


def test_a_new_heading_is_a_proposed_heading_and_in_no_trail() -> None:
    found = blocks(p(inserted(run("New section")), style="Heading1"), "Text in force.")
    assert (found[0].kind, found[0].state) == (Kind.HEADING, State.PROPOSED)
    assert found[1].place.heading == ()
