"""What ``explain`` and ``find`` print: it fits, and nothing in it can drive the terminal."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from policyalign.explaining import explain_document
from policyalign.model.clauses import (
    AtLeast,
    BodyText,
    Commitment,
    InSentence,
    NoDiscouraged,
    SameSection,
)
from policyalign.model.document import Document, Kind, Notice, NoticeKind, Unread
from policyalign.model.explanation import Obstacle
from policyalign.model.finds import FileFinds, Find, Finds
from policyalign.model.report import Settings
from policyalign.renderers.explanation_advice import ADVICE
from policyalign.renderers.terminal_explanation import print_explanation
from policyalign.renderers.terminal_finds import not_searched, print_finds
from policyalign.renderers.terminal_page import Page
from tests.checklist.test_items import item, pack_with
from tests.matching.small_pack import document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Golden

HOSTILE = "\x1b[31mred\x1b]8;;http://x\x07 [bold]loud[/bold] \x9b2J \u202egnp \u200bz\r\nnew \udc80"
ASKED = item(
    AtLeast(1, ("danger",)),
    AtLeast(2, ("goal", "plan", "network")),
    SameSection(),
    Commitment(),
    BodyText(),
    InSentence(),
    NoDiscouraged(("blaming",)),
    name="asked",
)
PACK = replace(
    pack_with(replace(ASKED, title="All that can be asked", question="Is it all there?")),
    fingerprint="small-printed-pack",
)
TEXTS = (
    "We do not use danger statements in the boiler room.",
    "A danger statement is useful to the child.",
    "Each ward has a fire safety plan, and the family network meeting is held monthly.",
    "The family is hard to reach. Do not write hard to reach.",
    "Safety goals",
)


def policy(*texts: str) -> Document:
    made = document(*texts)
    last = made.blocks[-1]._replace(kind=Kind.HEADING)
    notice = Notice(kind=NoticeKind.LIMIT, reason="too long")
    return replace(made, blocks=(*made.blocks[:-1], last), notices=(notice,))


def printed(
    show: Callable[[Page], None], *, width: int = 100, encoding: str = "utf-8", colour: bool = False
) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        legacy_windows=False,
        _environ={"TERM": "xterm-256color"},
    )
    show(Page.on(console))
    stream.seek(0)
    return stream.read()


def explanation(page: Page) -> None:
    found = explain_document(PACK.checklist["asked"], policy(*TEXTS), PACK, Settings())
    print_explanation(page, found)


def finds(page: Page) -> None:
    print_finds(page, _finds(policy(*TEXTS)), PACK)


def _finds(made: Document) -> Finds:
    found = explain_document(PACK.checklist["asked"], made, PACK, Settings())
    supports = found.clauses[0].support
    assert supports
    return Finds(
        wanted="danger",
        concepts=("danger",),
        named=True,
        phrase="",
        statuses=(),
        files=(
            FileFinds(
                path=made.path,
                passed_over=2,
                notices=made.notices,
                finds=tuple(
                    Find(
                        concept="danger",
                        excerpt=support.excerpt,
                        start=support.mention.start,
                        end=support.mention.end,
                        place=support.mention.place,
                        kind=support.kind,
                        state=support.mention.state,
                        status=support.mention.status,
                        how=support.mention.how,
                        similarity=support.mention.similarity,
                    )
                    for support in supports
                ),
            ),
        ),
        unread=(Unread(path=made.path, reason="is empty"),),
    )


@pytest.mark.parametrize("width", [80, 120])
def test_an_explanation_at_the_widths_people_have(width: int, golden: Golden) -> None:
    golden(f"explanation-{width}.txt", printed(explanation, width=width))


@pytest.mark.parametrize("show", [explanation, finds])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_window_or_ends_in_blanks(
    show: Callable[[Page], None], width: int
) -> None:
    lines = printed(show, width=width).splitlines()
    assert len(lines) > 5
    for line in lines:
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("show", [explanation, finds])
def test_what_was_found_is_marked_with_and_without_colour(show: Callable[[Page], None]) -> None:
    coloured = printed(show, colour=True)
    assert "\x1b[" in coloured
    assert Text.from_ansi(coloured).plain.splitlines() == printed(show).splitlines()
    assert "A «danger statement» is useful" in printed(show)
    assert "A «danger statement» is useful" in printed(show, encoding="cp437")
    assert "A [danger statement] is useful" in printed(show, encoding="ascii")


@pytest.mark.parametrize("show", [explanation, finds])
@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_every_code_page_can_carry_it(show: Callable[[Page], None], encoding: str) -> None:
    assert "danger statement" in printed(show, encoding=encoding)


def test_nothing_in_a_document_can_drive_the_terminal() -> None:
    texts = [f"{HOSTILE} {text} {HOSTILE}" for text in TEXTS]
    made = replace(policy(*texts), path=HOSTILE, title=HOSTILE)
    found = explain_document(PACK.checklist["asked"], made, PACK, Settings(agency=HOSTILE))
    for show in (
        lambda page: print_explanation(page, found, full=True),
        lambda page: print_finds(page, replace(_finds(made), wanted=HOSTILE), PACK),
    ):
        shown = printed(show)
        assert "[bold]loud" in shown
        assert not {char for char in shown if not (char.isprintable() or char == "\n")}


def test_every_obstacle_says_why_and_what_to_change() -> None:
    assert set(ADVICE) == set(Obstacle)
    assert all(one.why and one.policy for one in ADVICE.values())


def test_what_was_not_searched_is_named_file_by_file() -> None:
    assert list(not_searched(_finds(policy(*TEXTS)))) == [
        "Read only in part: test: Too long.",
        "Not read: test: Is empty.",
    ]
