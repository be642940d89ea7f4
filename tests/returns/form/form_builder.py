"""Small returns and their forms, filled in and spoilt as people do it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from policyalign.model.report import Outcome
from policyalign.model.returns import (
    Answer,
    Exhibit,
    Finding,
    Rating,
    Return,
    ReturnedDocument,
    Row,
)
from policyalign.readers.word.markup import VAL, W
from policyalign.returns.form import read_form, render_form
from policyalign.returns.problems import Problem
from tests.report_builders import pack

DAY = date(2026, 11, 3)
PACK = pack()
FULL = Answer(
    rating=Rating.MET,
    evidence="Early help policy, page 4.\nAudit of May 2026.",
    comment="=1+1 & <b>not bold</b> “quoted”",
    action="Tell the board.",
    owner="J. Merrow",
    due=date(2027, 3, 31),
    reason="–",
    moderated=Rating.PARTLY,
    moderation="Agreed on the day.",
)


def row(item: str, outcome: Outcome = Outcome.PARTLY, area: str = "Practice", **other: Any) -> Row:
    values = {
        "title": f"Title of {item}",
        "question": f"Is it so with {item}?",
        "finding": Finding(
            outcome=outcome,
            documents={outcome: 1},
            exhibit=Exhibit(document="help.docx", quote=f"We do {item}.", heading="2 How", page=3),
        ),
    }
    return Row(item=item, area=area, **{**values, **other})


def a_return(*rows: Row, **other: Any) -> Return:
    values: dict[str, Any] = {
        "agency": "Reedhill Council",
        "pack": PACK.id,
        "pack_version": PACK.version,
        "made": DAY,
        "documents": (
            ReturnedDocument(
                path="help.docx", title="Early help", sha256="ab" * 32, type="policy", score=61.5
            ),
        ),
        "unread": ("scan.pdf: has no text",),
    }
    some = rows or (row("names"), row("maps", Outcome.NOT_MET), row("trains", area="People"))
    return Return(rows=some, **{**values, **other})


def answered(made: Return, **answers: Answer) -> Return:
    rows = tuple(replace(one, answer=answers.get(one.item, one.answer)) for one in made.rows)
    return replace(made, rows=rows)


def form(folder: Path, made: Return | None = None, name: str = "return.docx") -> Path:
    path = folder / name
    path.write_bytes(render_form(made or a_return(), PACK))
    return path


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rezipped(path: Path, held: dict[str, bytes]) -> Path:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    path.write_bytes(made.getvalue())
    return path


def edited(path: Path, edit: Callable[[Any], object]) -> Path:
    """Change the tree of the main part, and save it as another program would."""
    held = parts(path)
    root = etree.fromstring(held["word/document.xml"])
    edit(root)
    return rezipped(path, {**held, "word/document.xml": etree.tostring(root)})


def table_of(root: Any, item: str) -> Any:
    return next(
        t for t in root.iter(f"{W}tbl") if f"Is it so with {item}?" in "".join(t.itertext())
    )


def row_of(root: Any, item: str, label: str) -> Any:
    rows = table_of(root, item).iter(f"{W}tr")
    return next(one for one in rows if "".join(one[1].itertext()) == label)


def control_of(root: Any, item: str, label: str) -> Any:
    return next(row_of(root, item, label).iter(f"{W}sdt"))


def type_in(root: Any, item: str, label: str, text: str) -> None:
    """Type into a field as Word does it: the prompt goes."""
    control = control_of(root, item, label)
    for prompt in control.iter(f"{W}showingPlcHdr"):
        prompt.getparent().remove(prompt)
        break
    next(control.iter(f"{W}t")).text = text


def without_tags(root: Any) -> None:
    """Leave out what LibreOffice 7.4 leaves out when it saves."""
    for name in ("tag", "alias", "lock"):
        for element in list(root.iter(W + name)):
            element.getparent().remove(element)


def paragraph(text: str) -> Any:
    made = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = text
    return made


def said(path: Path) -> list[str]:
    """The problems of a form, each as one line."""
    return [f"{one.sheet}: {one.sentence}" for one in read_form(path)[1]]


def read(path: Path) -> tuple[dict[str, Answer], tuple[Problem, ...]]:
    made, problems = read_form(path)
    assert made is not None, problems
    return {one.item: one.answer for one in made.rows}, problems


def values(root: Any, name: str) -> list[str]:
    return [element.get(VAL) for element in root.iter(W + name)]


def words(element: Any) -> str:
    return re.sub(r"\s+", " ", " ".join(element.itertext())).strip()
