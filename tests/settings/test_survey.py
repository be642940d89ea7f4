"""What a folder looks like before anything is settled for it."""

from __future__ import annotations

import pytest

from policyalign.settings.survey import Survey, survey


def looked(*names: str) -> Survey:
    return survey(names, names, ["strategy", "form", "form"])


@pytest.mark.parametrize(
    ("names", "agencies"),
    [
        (("a.docx",), {}),
        (("hall-primary/a.docx", "Mill LANE/x/b.docx"), {"Hall Primary", "Mill LANE"}),
        (("schools/hall/a.docx", "schools/mill/b.docx", "trust/c.pdf"), {"Hall", "Mill", "Trust"}),
        (("schools/index.docx", "schools/hall/a.docx", "schools/mill/b.docx"), {"Schools"}),
        (("archive/hall/a.docx", "b.docx"), set()),
    ],
    ids=["none", "folders", "grouped", "a folder with documents is one", "archive"],
)
def test_folders_that_look_like_agencies(names: tuple[str, ...], agencies: set[str]) -> None:
    assert {name for name, _ in looked(*names).agencies} == set(agencies)


def test_folders_of_what_is_not_in_force_are_told_once() -> None:
    found = looked("Old versions/archive/a.docx", "x/drafts/b.docx", "golden/c.docx")
    assert found.aside == ("Old versions", "x/drafts")


def test_kinds_and_types_are_counted_the_most_frequent_first() -> None:
    found = looked("a.docx", "b.PDF", "c.pdf", "README")
    assert found.kinds == ((".pdf", 2), (".docx", 1), ("no ending", 1))
    assert found.types == (("form", 2), ("strategy", 1))


def test_an_empty_folder_still_has_an_example_to_show() -> None:
    assert looked().example.endswith(".docx")
