"""Reports as bytes: one pure function for each format, found by name.

A renderer is imported only when it is used, so that naming the formats costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from policyalign.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policyalign.model.report import Report


def _terminal(report: Report) -> bytes:
    from policyalign.renderers import terminal

    return terminal.render(report)


def _json(report: Report) -> bytes:
    from policyalign.renderers import json_report

    return json_report.render(report)


def _html(report: Report) -> bytes:
    from policyalign.renderers import html

    return html.render(report)


def _markdown(report: Report) -> bytes:
    from policyalign.renderers import markdown

    return markdown.render(report)


def _csv(report: Report) -> bytes:
    from policyalign.renderers import csv_report

    return csv_report.render(report)


def _sarif(report: Report) -> bytes:
    from policyalign.renderers import sarif

    return sarif.render(report)


def _junit(report: Report) -> bytes:
    from policyalign.renderers import junit

    return junit.render(report)


def _xlsx(report: Report) -> bytes:
    from policyalign.renderers import excel

    return excel.render(report)


def _docx(report: Report) -> bytes:
    from policyalign.renderers import word

    return word.render(report)


RENDERERS: dict[str, Callable[[Report], bytes]] = {
    "terminal": _terminal,
    "json": _json,
    "html": _html,
    "markdown": _markdown,
    "csv": _csv,
    "sarif": _sarif,
    "junit": _junit,
    "xlsx": _xlsx,
    "docx": _docx,
}
# JUnit takes ".xml", which pipelines look for; "gaps.junit.xml" ends in it too.
SUFFIXES: dict[str, str] = {
    ".json": "json",
    ".txt": "terminal",
    ".html": "html",
    ".md": "markdown",
    ".csv": "csv",
    ".sarif": "sarif",
    ".xml": "junit",
    ".xlsx": "xlsx",
    ".docx": "docx",
}
# What is no text, and would only confuse a screen.
BINARY = frozenset({"xlsx", "docx"})


# Formats that can be written a document at a time, which a report of thousands needs; others are
# made as a whole. The pieces put together are what the renderer gives.
_IN_PIECES: dict[str, str] = {
    "terminal": "terminal",
    "html": "html",
    "json": "json_report",
    "markdown": "markdown",
    "csv": "csv_report",
    "sarif": "sarif",
    "junit": "junit",
}


def render(report: Report, name: str) -> bytes:
    """Give the report in the format of this name; the same report gives the same bytes.

    Raises ``InputError`` for a name that is not in ``RENDERERS``.
    """
    renderer = RENDERERS.get(name)
    if renderer is None:
        known = ", ".join(RENDERERS)
        raise InputError(f"There is no report format called “{name}”. The formats are: {known}.")
    return renderer(report)


def render_pieces(report: Report, name: str) -> Iterator[bytes]:
    """Give the bytes that ``render`` gives, piece by piece, where the format allows.

    Raises ``InputError`` as ``render`` does, when the first piece is asked for.
    """
    if name not in _IN_PIECES:
        yield render(report, name)
        return
    pieces: Callable[[Report], Iterator[bytes]]
    pieces = import_module(f"policyalign.renderers.{_IN_PIECES[name]}").render_pieces
    yield from pieces(report)
