"""What is told of two runs: documents that came and went, packs that differ, files not read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from policyalign.comparing.documents import compared
from policyalign.model.comparison import KnownBy, Turn
from policyalign.model.document import Control, Notice, NoticeKind, Unread
from policyalign.model.report import Decision, DecisionKind, Outcome
from policyalign.report_mark import NOT_A_POLICY
from tests.comparing.made import document, finding, item, run
from tests.report_builders import pack

PACK = pack()


def test_documents_that_came_and_went_are_named() -> None:
    found = compared(run(document("old")), run(document("new", title="Other", score=9.0)), PACK)
    assert [d.path for d in found.added] == ["new"]
    assert [d.path for d in found.removed] == ["old"]
    assert not found.documents


def test_two_documents_that_the_user_named_are_compared_whatever_they_say() -> None:
    old, new = run(document("a"), single=True), run(document("b", title="Other"), single=True)
    (change,) = compared(old, new, PACK).documents
    assert change.known_by is KnownBy.GIVEN


def test_control_fields_and_the_title_are_compared_as_words() -> None:
    old = replace(document("a"), control=Control(version="1", review="30  June 2027"))
    new = replace(document("a"), control=Control(version="2", review="30 June 2027"))
    (change,) = compared(run(old), run(replace(new, title="SAFEGUARDING POLICY")), PACK).documents
    assert [(f.field, f.before, f.after) for f in change.fields] == [("version", "1", "2")]


def test_a_file_that_is_not_read_any_more_is_not_said_to_be_removed() -> None:
    gone = Unread(path="a", reason="looks like a scan")
    found = compared(run(document("a")), run(unread=(gone,)), PACK)
    assert found.newly_unread == (gone,)
    assert not found.removed
    assert found.regressions == 1


def test_a_file_that_could_not_be_read_before_either_is_no_news() -> None:
    same = Unread(path="a", reason="looks like a scan")
    assert not compared(run(unread=(same,)), run(unread=(same,)), PACK).newly_unread


def test_a_report_of_ours_among_the_policies_is_nothing_that_got_worse() -> None:
    ours = Unread(path="gaps.json", reason=NOT_A_POLICY)
    assert not compared(run(), run(unread=(ours,)), PACK).newly_unread


def test_a_document_that_can_be_read_now_is_told_from_a_new_one() -> None:
    before = run(unread=(Unread(path="a", reason="looks like a scan"),))
    found = compared(before, run(document("a"), document("b")), PACK)
    assert [d.path for d in found.added] == ["a", "b"]
    assert found.newly_read == ("a",)


def test_items_that_one_pack_has_are_set_apart() -> None:
    old = document("a", item(Outcome.MET), item(Outcome.MET, item_id="commits"))
    new = document("a", item(Outcome.MET), item(Outcome.NOT_MET, item_id="respectful"))
    found = compared(run(old), run(new, fingerprint="f" * 16), PACK)
    assert (found.only_before, found.only_after) == (("commits",), ("respectful",))
    assert (found.same_pack, found.lost, found.gained) == (False, 0, 0)


def test_what_a_pack_did_to_an_unchanged_file_is_no_regression() -> None:
    old = document("a", item(Outcome.MET))
    new = replace(
        old, items=(item(Outcome.NOT_MET),), discouraged=(finding(),)
    )  # the same file, by its hash
    found = compared(run(old), run(new, fingerprint="f" * 16), PACK)
    (change,) = found.documents
    assert change.same_file
    assert len(change.items) == len(change.crept_in) == 1
    assert (found.lost, found.crept_in, found.regressions) == (0, 0, 0)


def test_an_item_on_which_people_decided_is_shown_and_is_no_regression() -> None:
    decided = Decision(
        kind=DecisionKind.ACCEPTED, outcome=None, by="A. Lead", why="Known.", until=date(2027, 1, 1)
    )
    old, new = document("a", item(Outcome.MET)), item(Outcome.NOT_MET)
    found = compared(run(old), run(document("a", replace(new, decision=decided))), PACK)
    assert len(found.documents[0].turned(Turn.LOST)) == 1
    assert (found.lost, found.regressions) == (0, 0)


def test_discouraged_wording_of_a_new_document_has_crept_in_and_its_gaps_are_not_lost() -> None:
    new = document("b", item(Outcome.NOT_MET), discouraged=(finding(),))
    found = compared(run(), run(new), PACK)
    assert (found.crept_in, found.lost, found.regressions) == (1, 0, 1)


def test_excused_wording_neither_creeps_in_nor_is_cleared() -> None:
    excused = replace(finding(), excused=True, excuse="quoted")
    old, new = document("a", discouraged=(excused,)), document("a", discouraged=(finding(),))
    assert compared(run(old), run(new), PACK).crept_in == 1
    assert compared(run(new), run(old), PACK).cleared == 1


def notice(reason: str, page: int | None = None) -> Notice:
    return Notice(kind=NoticeKind.SCANNED_PAGE, reason=reason, page=page)


def test_a_notice_on_a_page_that_shifted_is_the_same_notice() -> None:
    old = replace(document("a"), notices=(notice("page 2 is a picture", 2),))
    same = replace(old, notices=(notice("page 3 is a picture", 3),))
    more = replace(old, notices=(*same.notices, notice("page 9 is a picture", 9)))
    (change,) = compared(run(old), run(same), PACK).documents
    assert not change.new_notices
    assert not change.settled_notices
    (change,) = compared(run(old), run(more), PACK).documents
    assert [found.page for found in change.new_notices] == [9]


def test_the_mean_is_over_documents_scored_on_both_sides() -> None:
    before = run(document("a", score=20.0), document("b", score=None))
    after = run(document("a", score=40.0), document("b", score=100.0))
    assert compared(before, after, PACK).means == (20.0, 40.0, 1)


def test_the_text_of_documents_is_not_kept() -> None:
    old, new = document("a", text="Old words."), document("a", text="New words.")
    (change,) = compared(run(old), run(new), PACK).documents
    assert not change.before.blocks
    assert not change.after.blocks
