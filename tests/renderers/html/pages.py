"""Reports whose documents carry text, and the pages they give, for the tests of the web page."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from policyalign.model.document import Block, Cell, Kind, Place
from policyalign.model.report import DocumentResult, Mention, Outcome, Report, Status
from policyalign.renderers.html import render
from tests import report_builders as build

HOSTILE = (
    "<script>window.harmed = 1</script>",
    '"><img src=x onerror="window.harmed = 2">',
    "]]>",
    "{{7*7}}",
    "</template></script></style>",
    "<!--",
    "one\u2028two",
)
GOAL = "Each danger statement must be paired with a safety goal."
FAULT = "Mother failed to engage with us."


def block(number: int, text: str, kind: Kind = Kind.PARAGRAPH, **more: object) -> Block:
    page = 1 if number < 4 else 2
    return Block(kind=kind, text=text, place=Place(number, ("1 Planning",), page), **more)  # type: ignore[arg-type]


def mention(found: Block, words: str, concept: str, status: Status = Status.AFFIRMED) -> Mention:
    start = found.text.index(words)
    made = build.mention(concept, words, found.place, status=status)
    return replace(made, start=start, end=start + len(words))


def with_text(
    path: str = "school.docx", *, title: str = "School policy", agency: str | None = None
) -> DocumentResult:
    """A document of two pages: a heading, a paragraph, a table, a fault, all in its text."""
    blocks = (
        block(0, "1 Planning", Kind.HEADING, level=1),
        block(1, GOAL),
        block(2, "Who", Kind.TABLE_CELL, cell=Cell(1, 1, 1)),
        block(3, "What", Kind.TABLE_CELL, cell=Cell(1, 1, 2)),
        block(4, FAULT, label="1.2"),
        block(5, "We do not use Signs of Safety.", Kind.FOOTNOTE),
    )
    goal, fault, note = blocks[1], blocks[4], blocks[5]
    found = replace(
        build.finding("failed to engage", fault.place), start=7, end=7 + len("failed to engage")
    )
    return replace(
        build.document(
            path,
            build.result(
                "danger-and-goal",
                Outcome.MET,
                build.evidence("danger-statement", GOAL, goal.place),
                build.evidence("safety-goal", GOAL, goal.place),
            ),
            build.result(
                "names-framework",
                Outcome.NOT_MET,
                build.evidence("signs-of-safety", note.text, note.place, status=Status.NEGATED),
                failed=(0, 1),
            ),
            build.result("respectful", Outcome.PARTLY, failed=(0,)),
            build.result("shared-words", Outcome.UNCLEAR, reason="page 7 could not be read"),
            title=title,
            score=50.0,
            rating="Partly aligned",
            mentions=(
                mention(goal, "danger statement", "danger-statement"),
                mention(goal, "safety goal", "safety-goal"),
                mention(note, "Signs of Safety", "signs-of-safety", Status.NEGATED),
            ),
            discouraged=(found,),
            agency=agency,
        ),
        blocks=blocks,
    )


def hostile() -> Report:
    """A report whose every text from a document tries to be more than text."""
    attack = " ".join(HOSTILE)
    made = with_text(f"{HOSTILE[1]}.docx", title=attack, agency=attack)
    blocks = (*made.blocks, block(6, attack), block(7, attack, Kind.TABLE_CELL, cell=Cell(2, 1, 1)))
    item = build.result(
        "commits", Outcome.NOT_MET, build.evidence("signs-of-safety", attack, blocks[6].place)
    )
    mentions = (*made.mentions, mention(blocks[6], attack, "signs-of-safety"))
    return build.report(replace(made, blocks=blocks, items=(*made.items, item), mentions=mentions))


def two() -> Report:
    """Two documents of two agencies with their text, and three without."""
    return build.report(
        with_text("a.docx", title="First", agency="Anytown"),
        with_text("b.docx", title="Second", agency="Otherham"),
        *build.full_report().documents,
    )


def many() -> Report:
    """Enough documents for their findings to be packed."""
    return build.report(*(with_text(f"{n}.docx", title=f"Policy {n}") for n in range(30)))


def parsed(report: Report) -> html.HtmlElement:
    return html.document_fromstring(render(report).decode())
