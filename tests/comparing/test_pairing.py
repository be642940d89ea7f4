"""Documents are known again by path, content, title or likeness, the surest first."""

from __future__ import annotations

from dataclasses import replace

from policyalign.comparing.pairing import pairs
from policyalign.model.comparison import KnownBy
from policyalign.model.report import DocumentResult
from tests.comparing.made import document, finding

TEXT = "\n".join(f"Paragraph {n} says what is done in the case of number {n}." for n in range(10))
OTHER = "\n".join(f"Here is something else altogether about garden {n}." for n in range(10))
REVISED = TEXT.replace("Paragraph 3 says", "The third paragraph says")


def known(before: list[DocumentResult], after: list[DocumentResult]) -> list[tuple[str, str, str]]:
    return [(p.before.path, p.after.path, p.known_by) for p in pairs(before, after)]


def test_the_same_path_is_the_same_document_whatever_it_says() -> None:
    assert known([document("a", text=TEXT)], [document("a", text=OTHER, title="New")]) == [
        ("a", "a", KnownBy.PATH)
    ]


def test_the_same_content_under_another_name_is_the_same_document() -> None:
    old = document("a", text=TEXT)
    (pair,) = pairs([old], [replace(old, path="b")])
    assert (pair.known_by, pair.likeness) == (KnownBy.CONTENT, 100.0)


def test_a_path_goes_before_the_same_content() -> None:
    old = document("a", text=TEXT)
    new = [document("a", text=REVISED), replace(old, path="b")]
    assert known([old], new) == [("a", "a", KnownBy.PATH)]


def test_a_revised_document_under_another_name_is_known_by_its_title() -> None:
    (pair,) = pairs([document("a", text=TEXT)], [document("b", text=REVISED)])
    assert (pair.known_by, pair.likeness) == (KnownBy.TITLE, 90.0)


def test_a_title_alone_is_not_enough_because_many_agencies_have_the_same() -> None:
    assert not known([document("a", text=TEXT)], [document("b", text=OTHER)])


def test_a_document_with_another_name_and_title_is_known_by_its_passages() -> None:
    assert known([document("a", text=TEXT)], [document("b", text=REVISED, title="New")]) == [
        ("a", "b", KnownBy.LIKENESS)
    ]


def test_documents_with_little_in_common_are_one_removed_and_one_added() -> None:
    half = "\n".join([*TEXT.splitlines()[:4], *OTHER.splitlines()])
    assert not known([document("a", text=TEXT)], [document("b", text=half, title="New")])


def test_of_several_with_the_same_title_the_most_alike_belong_together() -> None:
    before = [document("a", text=TEXT), document("b", text=OTHER)]
    after = [
        document("c", text=OTHER.replace("garden 3", "yard 3")),
        document("d", text=REVISED),
    ]
    assert [(old, new) for old, new, _ in known(before, after)] == [("b", "c"), ("a", "d")]


def test_saved_reports_are_known_again_by_what_they_quote() -> None:
    old = document("a", discouraged=(finding(),))
    new = document("b", title="New", discouraged=(finding(), finding("She failed to engage.")))
    assert known([old], [new]) == [("a", "b", KnownBy.LIKENESS)]


def test_each_document_is_in_one_pair_at_most() -> None:
    old = document("a", text=TEXT)
    copies = [replace(old, path=name) for name in "bcd"]
    assert known([old], copies) == [("a", "b", KnownBy.CONTENT)]


def test_documents_without_anything_to_know_them_by_stay_apart() -> None:
    assert not known([document("a", title=None)], [document("b", title=None, score=40.0)])
