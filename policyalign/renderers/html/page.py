"""The page as a whole: what goes into the templates, and how it is kept from doing harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from policyalign import __version__
from policyalign.model.pack import Importance
from policyalign.model.report import Outcome
from policyalign.renderers import decision_wording, since, wording
from policyalign.renderers.headings import Column, Heading
from policyalign.renderers.html.findings import DocumentView
from policyalign.renderers.html.overview import Overview
from policyalign.renderers.html.packing import packed
from policyalign.renderers.html.shell import environment, part, security_policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import jinja2

    from policyalign.model.report import Report

# More documents than this take a browser seconds to lay out.
_MOST_UNPACKED = 20
# Of the bits of a line that templates give, so many are written at once.
_TOGETHER = 50


def render(report: Report) -> bytes:
    """Give the report as one HTML file in UTF-8; the same report gives the same bytes."""
    return b"".join(render_pieces(report))


def render_pieces(report: Report) -> Iterator[bytes]:
    """Give the same bytes in pieces, so that no more than one document is laid out at a time."""
    style, script = _part("report.css"), _part("inflate.js") + _part("report.js")
    is_packed = report.totals.documents > _MOST_UNPACKED
    page = _environment(packed if is_packed else Markup).get_template("report.html")
    pieces = page.stream(
        report=report,
        pack=report.pack,
        totals=report.totals,
        documents=(
            DocumentView.of(document, report.pack, number)
            for number, document in enumerate(report.documents, start=1)
        ),
        is_packed=is_packed,
        holds_text=any(document.blocks for document in report.documents),
        overview=Overview.of(report),
        version=__version__,
        importances=Importance,
        outcomes=Outcome,
        wording=wording,
        since=since,
        decisions=decision_wording,
        settings_remarks=tuple(decision_wording.of_report(report)),
        label=wording.Label,
        heading=Heading,
        column=Column,
        style=style,
        script=script,
        policy=security_policy(style, script),
    )
    pieces.enable_buffering(_TOGETHER)
    yield from (piece.encode() for piece in pieces)


def _environment(folded: Callable[[str], Markup]) -> jinja2.Environment:
    """Make templates ready; their filter ``folded`` is put around what a page shows when asked."""
    made = environment(_part)
    made.filters["folded"] = folded
    return made


def _part(name: str) -> str:
    return part(str(__package__), name)
