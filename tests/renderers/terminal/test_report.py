"""The terminal report: what it says, and that it fits where it is printed."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from policyalign.model.document import Notice, NoticeKind, Unread
from policyalign.model.report import Outcome, Settings
from policyalign.renderers import render
from policyalign.renderers.terminal import print_report
from policyalign.renderers.terminal import render as render_terminal
from policyalign.renderers.terminal.page import Verbosity
from tests.report_builders import (
    CHECKLIST,
    document,
    evidence,
    finding,
    full_report,
    pack,
    place,
    report,
    result,
)

if TYPE_CHECKING:
    from policyalign.model.report import Report
    from tests.conftest import Golden


def printed(
    made: Report,
    *,
    width: int = 100,
    verbosity: Verbosity = Verbosity.NORMAL,
    encoding: str = "utf-8",
    colour: bool = False,
    environ: dict[str, str] | None = None,
) -> str:
    """What a console of this kind receives; an encoding that lacks a letter raises."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        legacy_windows=False,
        _environ=environ or {"TERM": "xterm-256color"},
    )
    print_report(made, console, verbosity)
    stream.seek(0)
    return stream.read()


@pytest.mark.parametrize("width", [80, 120, 200])
def test_report_at_the_widths_people_have(width: int, golden: Golden) -> None:
    golden(f"report-{width}.txt", printed(full_report(), width=width))


@pytest.mark.parametrize("verbosity", [Verbosity.QUIET, Verbosity.VERBOSE])
def test_report_when_less_or_more_is_asked_for(verbosity: Verbosity, golden: Golden) -> None:
    golden(f"report-{verbosity.value}.txt", printed(full_report(), verbosity=verbosity))


@pytest.mark.parametrize("width", [40, 80, 100, 200])
@pytest.mark.parametrize("verbosity", list(Verbosity))
def test_no_line_is_wider_than_the_window_or_ends_in_blanks(
    width: int, verbosity: Verbosity
) -> None:
    for line in printed(full_report(), width=width, verbosity=verbosity).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_plain_text_is_what_a_pipe_of_its_width_receives() -> None:
    assert render(full_report(), "terminal").decode() == printed(full_report(), width=100)


def test_plain_text_does_not_depend_on_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render(full_report(), "terminal")
    for name, value in {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert render(full_report(), "terminal") == before
    assert b"\x1b" not in before


def test_colour_is_never_the_only_sign() -> None:
    coloured = printed(full_report(), colour=True)
    assert "\x1b[" in coloured
    assert Text.from_ansi(coloured).plain.splitlines() == printed(full_report()).splitlines()


def test_no_color_is_obeyed() -> None:
    shown = printed(full_report(), colour=True, environ={"NO_COLOR": "1", "TERM": "xterm"})
    assert "\x1b[3" not in shown


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "cp850", "ascii", "latin-1"])
def test_every_code_page_can_carry_the_report(encoding: str) -> None:
    shown = printed(full_report(), encoding=encoding, verbosity=Verbosity.VERBOSE)
    assert "Commits to using the framework" in shown
    assert "\ufffd" not in shown


def test_quotes_become_straight_where_curly_ones_cannot_be_shown() -> None:
    assert '"failed to engage"' in printed(full_report(), encoding="cp437")


HOSTILE = "\x1b[31mred\x1b]8;;http://x\x07 [bold]loud[/bold] \x9b2J \u202egnp \u200bz\r\nnew \udc80"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_nothing_in_a_document_can_drive_the_terminal(encoding: str) -> None:
    made = report(
        document(
            f"folder/{HOSTILE}.docx",
            result("names-framework", Outcome.PARTLY, evidence("signs-of-safety", HOSTILE)),
            result("commits", Outcome.UNCLEAR, reason=HOSTILE),
            title=HOSTILE,
            score=50.0,
            rating="Partly aligned",
            agency=HOSTILE,
            discouraged=(finding(HOSTILE, place(HOSTILE)),),
            notices=(Notice(kind=NoticeKind.LIMIT, reason=HOSTILE),),
        ),
        unread=(Unread(path=HOSTILE, reason=HOSTILE),),
        made_of=pack(item_title=HOSTILE),
    )
    shown = printed(made, encoding=encoding, verbosity=Verbosity.VERBOSE, width=200)
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u200b\r\x00")
    assert "[bold]loud[/bold]" in shown
    assert all(cell_len(line) <= 200 for line in shown.splitlines())


def test_score_can_be_worked_out_from_the_report() -> None:
    shown = printed(full_report())
    assert "essential 0 of 3 met, 1 partly; expected 1 of 2 met, 1 partly" in shown
    assert "0.5×3 + 1.5×2 = 4.5 of 3×3 + 2×2 = 13" in shown
    assert "100 × 4.5 ÷ 13 =" in shown


def test_items_that_could_not_be_told_stand_beside_the_score() -> None:
    shown = " ".join(printed(full_report()).split())
    assert "1 item not counted (could not tell)" in shown


def test_rating_that_is_held_back_says_why() -> None:
    made = report(
        document(
            "a.docx",
            *(result(i.id, Outcome.MET) for i in CHECKLIST[1:]),
            result("names-framework", Outcome.NOT_MET, failed=(0,)),
            score=80.0,
            rating="Mostly aligned",
        )
    )
    assert "Not “Aligned”, whatever the score, while an essential item is missing." in printed(made)


def test_what_is_out_of_the_ordinary_about_evidence_is_said() -> None:
    shown = printed(full_report())
    assert "only in a proposed tracked change" in shown
    assert "says that it is not done here, or not yet; spelling differs" in " ".join(shown.split())


def test_missing_concepts_are_named_by_their_terms() -> None:
    shown = " ".join(printed(full_report()).split())
    assert "None of these was found: “Practice framework” or “Common language”." in shown
    assert "Not found: “Safety goal”." in shown


def test_what_was_not_read_is_shown_however_little_is_asked_for() -> None:
    for verbosity in Verbosity:
        shown = printed(full_report(), verbosity=verbosity)
        assert "policies/old.doc: Save it as .docx and run again." in shown
        assert "A picture without text" in shown


def test_excused_wording_is_shown_only_when_everything_is() -> None:
    assert "It is the title of a report." not in printed(full_report())
    assert "It is the title of a report." in printed(full_report(), verbosity=Verbosity.VERBOSE)


def test_document_without_a_score_claims_no_figure() -> None:
    shown = printed(report(document("scan.pdf", title=None)))
    assert "no score" in shown
    assert "0.0" not in shown


def test_report_of_nothing_but_unread_files() -> None:
    shown = printed(report(unread=(Unread(path="a.pdf", reason="It is locked."),)))
    assert "a.pdf: It is locked." in shown
    assert "0 documents" in shown


def test_reason_that_files_share_is_said_once_and_every_file_named() -> None:
    unread = tuple(Unread(path=f"{n}.doc", reason="is an old Word file.") for n in range(3))
    shown = printed(report(unread=unread))
    assert shown.count("is an old Word file.") == 1
    assert all(f"{n}.doc" in shown for n in range(3))


def test_long_lists_are_cut_and_say_so() -> None:
    many = tuple(finding(where=place(page=n, block=n)) for n in range(1, 11))
    made = report(document("a.pdf", discouraged=many))
    assert "and in 6 more places" in printed(made)
    assert "page 10" in printed(made, verbosity=Verbosity.VERBOSE)


def test_hundreds_of_documents_keep_their_columns() -> None:
    made = report(
        *(
            document(f"root/{n}/{'x' * n}.docx", score=50.0, rating="Partly aligned")
            for n in range(300)
        )
    )
    lines = printed(made, width=80, verbosity=Verbosity.QUIET).splitlines()
    rows = [line for line in lines if "50.0 Partly aligned" in line]
    assert len(rows) == 300
    assert len({line.index("Partly aligned") for line in rows}) == 1


def test_the_day_of_the_report_is_said() -> None:
    made = replace(full_report(), settings=Settings(today="2026-11-03"))
    assert "compared with 3 November 2026." in render(made, "terminal").decode()


def test_terminal_render_takes_a_width() -> None:
    assert max(map(len, render_terminal(full_report(), width=60).decode().splitlines())) <= 60
