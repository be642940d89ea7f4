"""A form that came back: what people wrote is read, and what is not right is said, all at once."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policyalign.model.returns import Answer, Rating
from policyalign.readers.word.markup import W
from policyalign.returns.form import read_form
from policyalign.returns.problems import Severity
from tests.returns.form.form_builder import (
    FULL,
    a_return,
    answered,
    control_of,
    edited,
    form,
    paragraph,
    parts,
    read,
    rezipped,
    row_of,
    said,
    table_of,
    type_in,
    without_tags,
)

TYPED = {
    "Your rating": "Partly met",
    "Your evidence": "Help policy, page 2",
    "Comment": "Soon better",
    "Action": "Write it down",
    "Owner": "K. Osei",
    "Due date": "01/09/2027",
    "Why it does not apply": "–",
    "Moderated rating (partnership)": "Not met",
    "Moderation comment (partnership)": "Not seen",
}
ANSWER = Answer(
    rating=Rating.PARTLY,
    evidence="Help policy, page 2",
    comment="Soon better",
    action="Write it down",
    owner="K. Osei",
    due=date(2027, 9, 1),
    reason="–",
    moderated=Rating.NOT_MET,
    moderation="Not seen",
)


def type_all(root: Any, item: str = "names") -> None:
    for label, text in TYPED.items():
        type_in(root, item, label, text)


def test_an_untouched_form_holds_no_answer_and_no_problem(tmp_path: Path) -> None:
    assert read_form(form(tmp_path)) == (a_return(), ())


def test_what_was_typed_is_read_from_every_field(tmp_path: Path) -> None:
    answers, problems = read(edited(form(tmp_path), type_all))
    assert answers == {"names": ANSWER, "maps": Answer(), "trains": Answer()}
    assert not problems


def test_nothing_is_lost_where_tags_titles_and_locks_were_left_out(tmp_path: Path) -> None:
    def edit(root: Any) -> None:
        type_all(root)
        without_tags(root)
        for name in ("bookmarkStart", "bookmarkEnd"):
            for mark in list(root.iter(W + name)):
                mark.getparent().remove(mark)

    answers, problems = read(edited(form(tmp_path), edit))
    assert answers["names"] == ANSWER
    assert not problems


def test_labels_that_were_changed_do_not_matter_while_the_tags_are_there(tmp_path: Path) -> None:
    def edit(root: Any) -> None:
        type_all(root)
        for label in TYPED:
            next(row_of(root, "names", label).iter(f"{W}t")).text = "Something else"

    answers, problems = read(edited(form(tmp_path), edit))
    assert answers["names"] == ANSWER
    assert not problems


def test_the_agency_is_the_one_that_was_typed(tmp_path: Path) -> None:
    def edit(root: Any) -> None:
        control = next(root.iter(f"{W}sdt"))
        next(control.iter(f"{W}t")).text = "Reedhill Schools Trust"

    made, problems = read_form(edited(form(tmp_path), edit))
    assert made
    assert made.agency == "Reedhill Schools Trust"
    assert not problems


@pytest.mark.parametrize(
    "prompt", ["Click or tap here to enter text.", "Click here to enter text."]
)
def test_the_words_that_ask_for_an_answer_are_none(tmp_path: Path, prompt: str) -> None:
    def edit(root: Any) -> None:
        type_in(root, "names", "Comment", prompt)
        type_in(root, "names", "Action", f"{prompt}Ask the board")
        type_in(root, "names", "Owner", f"K. Osei{prompt}")
        type_in(root, "names", "Your evidence", f"{prompt[:5]}Page 4{prompt[5:]}")

    answers, _ = read(edited(form(tmp_path), edit))
    wanted = Answer(action="Ask the board", owner="K. Osei", evidence="Page 4")
    assert answers["names"] == wanted


def test_what_a_tracked_change_put_in_counts_and_what_one_took_out_does_not(
    tmp_path: Path,
) -> None:
    def edit(root: Any) -> None:
        type_in(root, "names", "Comment", "Kept")
        content = next(control_of(root, "names", "Comment").iter(f"{W}sdtContent"))
        for name, kind, text in (
            ("ins", "t", " and new"), ("del", "delText", " and old"), ("moveFrom", "t", " gone"),
            ("moveTo", "t", " here"),
        ):  # fmt: skip
            run = copy.deepcopy(paragraph(text)[0])
            run[0].tag = W + kind
            run[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            change = content.makeelement(W + name)
            change.append(run)
            content.append(change)

    answers, problems = read(edited(form(tmp_path), edit))
    assert answers["names"].comment == "Kept and new here"
    assert not problems


def test_paragraphs_of_an_answer_stay_apart_when_word_makes_the_control_one_of_blocks(
    tmp_path: Path,
) -> None:
    def edit(root: Any) -> None:
        control = control_of(root, "names", "Comment")
        cell = next(control.iterancestors(f"{W}tc"))
        content = next(control.iter(f"{W}sdtContent"))
        content[:] = [paragraph("First."), paragraph("Second.")]
        cell[1:] = [control]

    answers, problems = read(edited(form(tmp_path), edit))
    assert answers["names"].comment == "First.\nSecond."
    assert not problems


def test_a_row_in_a_control_or_put_in_by_a_tracked_change_is_read(tmp_path: Path) -> None:
    def edit(root: Any) -> None:
        type_in(root, "names", "Owner", "K. Osei")
        row = row_of(root, "names", "Owner")
        table = row.getparent()
        wrapped = table.makeelement(f"{W}sdt")
        content = wrapped.makeelement(f"{W}sdtContent")
        table.replace(row, wrapped)
        wrapped.append(content)
        content.append(row)

    answers, problems = read(edited(form(tmp_path), edit))
    assert answers["names"].owner == "K. Osei"
    assert not problems


def cut_control(root: Any) -> None:
    control = control_of(root, "names", "Owner")
    cell = control.getparent().getparent()
    cell[1:] = [paragraph("K. Osei")]


def cut_row(root: Any) -> None:
    row = row_of(root, "names", "Owner")
    row.getparent().remove(row)


def track_row_as_deleted(root: Any) -> None:
    properties = row_of(root, "names", "Owner").find(f"{W}trPr")
    properties.append(properties.makeelement(f"{W}del"))


def cut_item(root: Any) -> None:
    table = table_of(root, "maps")
    table.getparent().remove(table)


def copy_item(root: Any) -> None:
    table = table_of(root, "names")
    table.addnext(copy.deepcopy(table))


def contradict(root: Any) -> None:
    copy_item(root)
    type_in(root, "names", "Owner", "K. Osei")
    other = [t for t in root.iter(f"{W}tbl") if "Is it so with names?" in "".join(t.itertext())][1]
    (row,) = (r for r in other.iter(f"{W}tr") if "".join(r[1].itertext()) == "Owner")
    next(next(row.iter(f"{W}sdt")).iter(f"{W}t")).text = "J. Merrow"


def add_row(root: Any) -> None:
    row = row_of(root, "names", "Owner")
    extra = copy.deepcopy(row)
    extra[2][1:] = [paragraph("0300 000000")]
    next(extra[1].iter(f"{W}t")).text = "Telephone"
    row.addnext(extra)


def change_finding(root: Any) -> None:
    next(row_of(root, "names", "From the documents")[2].iter(f"{W}t")).text = "Met."


def typed(label: str, text: str) -> Callable[[Any], None]:
    return lambda root: type_in(root, "names", label, text)


SPOILT = {
    "a control cut out, text in its place": (
        cut_control,
        "Owner: the field was deleted, and what is typed in its place was read.",
        Answer(owner="K. Osei"),
    ),
    "a row cut out": (cut_row, "The row “Owner” was taken out of the form.", Answer()),
    "a row cut out by a tracked change": (
        track_row_as_deleted, "The row “Owner” was taken out of the form.", Answer(),
    ),
    "an item copied": (
        copy_item, "The item stands in the form 2 times; keep one of them.", Answer(),
    ),
    "an item copied and answered otherwise": (
        contradict,
        "Owner has different answers, “K. Osei” and “J. Merrow”, and none was taken; keep one of "
        "them.",
        Answer(),
    ),
    "a row added": (
        add_row, "A row “Telephone” was added; “0300 000000” was not read.", Answer(),
    ),
    "a finding changed by hand": (
        change_finding,
        "“From the documents” was changed by hand. What the program found counts, and refresh "
        "leaves these words as they are.",
        Answer(),
    ),
    "a rating misspelt": (
        typed("Your rating", "Parly met"),
        "Your rating: “Parly met” is no rating. Did you mean “Partly met”?",
        Answer(),
    ),
    "another word for a rating": (
        typed("Your rating", "Green"),
        "Your rating: “Green” is no rating. Choose one of: Met, Partly met, Not met, Not "
        "applicable.",
        Answer(),
    ),
    "a short date": (
        typed("Due date", "1.4.27"),
        "Due date: “1.4.27” was read as 1 April 2027.",
        Answer(due=date(2027, 4, 1)),
    ),
    "a date with the month first": (
        typed("Due date", "12/31/2027"),
        "Due date: “12/31/2027” is no date. Give day, month and year, such as 31/03/2027.",
        Answer(),
    ),
    "a day that is none": (
        typed("Due date", "in spring"),
        "Due date: “in spring” is no date. Give day, month and year, such as 31/03/2027.",
        Answer(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SPOILT)
def test_what_was_spoilt_is_said_with_the_title_of_the_item(tmp_path: Path, case: str) -> None:
    edit, sentence, answer = SPOILT[case]
    path = edited(form(tmp_path), edit)
    assert f"Title of names: {sentence}" in said(path)
    assert read(path)[0]["names"] == answer


@pytest.mark.parametrize("text", ["MET", "n/a", "N.A.", " met "])
def test_ratings_that_are_plain_are_taken_as_they_are(tmp_path: Path, text: str) -> None:
    answers, problems = read(edited(form(tmp_path), typed("Your rating", text)))
    assert answers["names"].rating in {Rating.MET, Rating.NOT_APPLICABLE}
    assert not problems


@pytest.mark.parametrize("text", ["1 April 2027", "Thursday 1st April 2027", "1 Apr 2027"])
def test_a_date_in_words_is_plain(tmp_path: Path, text: str) -> None:
    answers, problems = read(edited(form(tmp_path), typed("Due date", text)))
    assert answers["names"].due == date(2027, 4, 1)
    assert not problems


def test_an_item_that_was_cut_out_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    def edit(root: Any) -> None:
        type_all(root)
        cut_item(root)

    path = edited(form(tmp_path), edit)
    assert said(path) == [
        "Title of maps: The item was taken out of the form, and nothing was read of it."
    ]
    assert read(path)[0]["names"] == ANSWER


def test_all_that_is_not_right_is_said_at_once(tmp_path: Path) -> None:
    def edit(root: Any) -> None:
        cut_item(root)
        typed("Your rating", "Green")(root)
        typed("Due date", "in spring")(root)
        add_row(root)
        cut_control(root)

    assert len(said(edited(form(tmp_path), edit))) == 5


def test_a_table_made_into_text_is_read_by_its_controls(tmp_path: Path) -> None:
    def edit(root: Any) -> None:
        type_all(root)
        table = table_of(root, "names")
        for control in reversed(list(table.iter(f"{W}sdt"))):
            table.addnext(control.getparent())
        table.getparent().remove(table)

    answers, problems = read(edited(form(tmp_path), edit))
    assert answers["names"] == ANSWER
    assert not problems


def bomb(folder: Path) -> Path:
    held = parts(form(folder))
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    body = held["word/document.xml"].replace(b"<w:document", entities + b"<w:document", 1)
    return rezipped(folder / "bomb.docx", {**held, "word/document.xml": body})


def large(folder: Path) -> Path:
    held = parts(form(folder))
    body = held["word/document.xml"].replace(b"</w:body>", b" " * 49_000_000 + b"</w:body>")
    return rezipped(folder / "large.docx", {**held, "word/document.xml": body})


def truncated(folder: Path) -> Path:
    path = form(folder)
    path.write_bytes(path.read_bytes()[:-2000])
    return path


def encrypted(folder: Path) -> Path:
    path = folder / "encrypted.docx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    )
    return path


def a_policy(folder: Path) -> Path:
    held = parts(form(folder))
    kept = {name: data for name, data in held.items() if "customXml" not in name}
    return rezipped(folder / "policy.docx", kept)


def a_zip(folder: Path) -> Path:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("notes.txt", "nothing")
    (folder / "zip.docx").write_bytes(made.getvalue())
    return folder / "zip.docx"


def damaged_record(folder: Path) -> Path:
    held = parts(form(folder))
    part = held["customXml/item1.xml"].replace(b'"outcome"', b'"outcomes"')
    return rezipped(folder / "damaged.docx", {**held, "customXml/item1.xml": part})


def another_version(folder: Path) -> Path:
    held = parts(form(folder))
    part = held["customXml/item1.xml"].replace(b"policyalign-return/1", b"policyalign-return/9")
    return rezipped(folder / "newer.docx", {**held, "customXml/item1.xml": part})


UNUSABLE = {
    truncated: "damaged",
    encrypted: "protected with a password",
    a_policy: "no self-assessment return",
    a_zip: "holds no Word document",
    bomb: "declares entities",
    large: "larger than a form can be",
    damaged_record: "damaged or was changed",
    another_version: "another version of policyalign",
    lambda folder: folder / "nowhere.docx": "No such file",
    lambda folder: folder: "Is a directory",
}


@pytest.mark.parametrize("make", UNUSABLE, ids=[*UNUSABLE.values()])
def test_a_file_that_is_no_form_is_told_with_one_sentence(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    made, (problem,) = read_form(path)
    assert made is None
    assert problem.severity is Severity.UNUSABLE
    assert UNUSABLE[make] in problem.sentence
    assert str(path) in problem.sentence


def test_a_full_form_without_tags_is_read_whole(tmp_path: Path) -> None:
    made = answered(a_return(), names=FULL, maps=FULL, trains=FULL)
    assert read_form(edited(form(tmp_path, made), without_tags)) == (made, ())
