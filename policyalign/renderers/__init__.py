"""Reports as bytes: one pure function for each format, found by name.

A renderer is imported only when it is used, so that naming the formats costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.report import Report


def _terminal(report: Report) -> bytes:
    from policyalign.renderers import terminal

    return terminal.render(report)


def _json(report: Report) -> bytes:
    from policyalign.renderers import json_report

    return json_report.render(report)


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
    ".md": "markdown",
    ".csv": "csv",
    ".sarif": "sarif",
    ".xml": "junit",
    ".xlsx": "xlsx",
    ".docx": "docx",
}
# What is no text, and would only confuse a screen.
BINARY = frozenset({"xlsx", "docx"})


def render(report: Report, name: str) -> bytes:
    """Give the report in the format of this name; the same report gives the same bytes.

    Raises ``InputError`` for a name that is not in ``RENDERERS``.
    """
    renderer = RENDERERS.get(name)
    if renderer is None:
        known = ", ".join(RENDERERS)
        raise InputError(f"There is no report format called “{name}”. The formats are: {known}.")
    return renderer(report)
