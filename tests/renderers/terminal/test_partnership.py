"""The partnership's view in short, in a narrow and a wide window, in colour and without."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from policyalign.model.partnership import Partnership
from policyalign.renderers.terminal.page import Page, plain_text
from policyalign.renderers.terminal.partnership import print_partnership
from tests.renderers.hostile import TEXTS
from tests.renderers.partnership.views import VIEWS, full, hostile


def printed(view: Partnership, width: int = 100) -> str:
    return plain_text(
        lambda console: print_partnership(Page.on(console), view), width=width
    ).decode()


def test_it_says_who_has_returned_what_is_weak_above_and_overdue_and_what_to_settle() -> None:
    lines = [line.strip() for line in printed(full()).splitlines()]
    for line in (
        "Rolled up on 23 November 2026 from 5 returns and 1 report of 4 agencies.",
        "Ostley Police          1/2       60.0    0/0  2 files, not the same",
        "Dunstrake Housing: not returned",
        "Network: met by 2 of 3 agencies",
        "Pipits Lane Primary: Scaling, two steps above",
        "Pipits Lane Primary: Brief staff – Network (Head, 20 November 2026)",
        "Ostley Police: Scaling. Self-rating: Partly met in police-2.docx, Met in police.xlsx",
        "“Reed Hill Trust” and “Reedhill Trust” may be one agency; they are kept apart.",
        "notes.txt: is neither a return nor a JSON report",
        "moderated.xlsx: Moderation I2: “Ambr” is no rating, and was not read",
    ):
        assert line in lines


def test_of_very_many_remarks_it_says_how_many_are_left_out() -> None:
    many = replace(full(), remarks=tuple((f"{n}.xlsx", "is odd") for n in range(20)))
    lines = [line.strip() for line in printed(many).splitlines()]
    assert lines.count("And 8 more, which the workbook and the web page have.") == 1


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_line_is_wider_than_the_window(view: Partnership, width: int) -> None:
    assert max(cell_len(line) for line in printed(view, width).splitlines()) <= width


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_text_of_a_return_drives_no_terminal(text: str) -> None:
    written = io.StringIO()
    console = Console(file=written, width=120, force_terminal=True, color_system="standard")
    print_partnership(Page.on(console), hostile(text))
    colours = written.getvalue().replace("\x1b[", "")
    assert not {char for char in colours if ord(char) < 32 and char != "\n"}
    assert "\u202e" not in colours
