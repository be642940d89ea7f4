"""Comparisons with everything that there is to tell, for the tests of what is printed."""

from __future__ import annotations

from dataclasses import replace

from policyalign.comparing.documents import compared
from policyalign.model.comparison import Comparison
from policyalign.model.document import Control, Notice, NoticeKind, Unread
from policyalign.model.report import Outcome
from tests import report_builders as build
from tests.comparing.made import document, finding, item, run

LONG = "\n".join(f"Paragraph {n} says what is done in the case of number {n}." for n in range(6))


def full(text: str = "We will use Signs of Safety.") -> Comparison:
    """A comparison with a change of every kind; all that a document can say holds ``text``."""
    crept_in = replace(finding(text), quote=text, place=build.place(text, page=3))
    before = replace(
        document(
            "old.docx",
            item(Outcome.MET, f"Old: {text}"),
            item(Outcome.NOT_MET, item_id="commits"),
            item(Outcome.UNCLEAR, item_id="respectful"),
            item(Outcome.MET, item_id="supervision"),
            text=LONG,
            score=40.0,
            discouraged=(finding("Father failed to engage with us in the spring."),),
        ),
        control=Control(version="1"),
        notices=(Notice(kind=NoticeKind.PICTURE, reason=f"old {text}"),),
    )
    after = replace(
        document(
            f"new {text}.docx",
            item(Outcome.PARTLY),
            item(Outcome.MET, f"New: {text}", item_id="commits"),
            item(Outcome.NOT_MET, item_id="respectful"),
            item(Outcome.MET, item_id="shared-words"),
            title=text,
            text=f"{LONG}\nOne more paragraph stands here.",
            score=60.0,
            discouraged=(crept_in,),
        ),
        control=Control(version=text),
        notices=(Notice(kind=NoticeKind.PICTURE, reason=text),),
    )
    return compared(
        run(before, document("gone", title="Gone", score=None), document("same", title="Same")),
        run(
            after,
            document("same", title="Same"),
            document("came", title=text, score=3.0),
            unread=(Unread(path=text, reason=text),),
            fingerprint="f" * 16,
            day="2026-09-01",
        ),
        build.pack(),
    )


def nothing() -> Comparison:
    """Two runs of the same."""
    return compared(run(document("a")), run(document("a")), build.pack())
