"""Small documents and runs for the tests of comparisons."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from policyalign.comparing.runs import Run
from policyalign.model.document import Block, Kind, Place, Unread
from policyalign.model.report import DocumentResult, Finding, ItemResult, Outcome, Settings
from tests import report_builders as build

SENTENCE = "Mother failed to engage with the offer of support that we made in May."


def finding(sentence: str = SENTENCE, *, block: int = 8, heading: str = "7 Reviews") -> Finding:
    found = build.finding("failed to engage", build.place(heading, block=block))
    return replace(found, sentence=sentence)


def document(
    path: str = "school.docx",
    *items: ItemResult,
    title: str | None = "Safeguarding policy",
    text: str = "",
    score: float | None = 50.0,
    discouraged: tuple[Finding, ...] = (),
) -> DocumentResult:
    """A document with its own hash; ``text`` has a paragraph on each line."""
    paragraphs = text.splitlines()
    made = build.document(path, *items, title=title, score=score, discouraged=discouraged)
    said = repr((title, text, items, discouraged, score))
    return replace(
        made,
        sha256=hashlib.sha256(said.encode()).hexdigest(),
        blocks=tuple(
            Block(kind=Kind.PARAGRAPH, text=line, place=Place(number))
            for number, line in enumerate(paragraphs)
        ),
    )


def item(outcome: Outcome, quote: str = "", item_id: str = "names-framework") -> ItemResult:
    evidence = (build.evidence("signs-of-safety", quote),) if quote else ()
    return build.result(item_id, outcome, *evidence)


def run(
    *documents: DocumentResult,
    unread: tuple[Unread, ...] = (),
    fingerprint: str = "0123456789abcdef",
    day: str | None = "2026-05-01",
    single: bool = False,
) -> Run:
    return Run(
        name="report.json",
        tool="0.1.0",
        pack_id="small",
        pack_version="1",
        fingerprint=fingerprint,
        settings=Settings(today=day),
        documents=documents,
        unread=unread,
        single=single,
    )
