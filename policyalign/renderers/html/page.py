"""The page as a whole: what goes into the templates, and how it is kept from doing harm."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from policyalign import __version__
from policyalign.model.pack import Importance
from policyalign.model.report import Outcome
from policyalign.renderers import decision_wording, wording
from policyalign.renderers.html.findings import DocumentView
from policyalign.renderers.html.overview import Overview
from policyalign.renderers.html.packing import packed

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.report import Report

# More documents than this take a browser seconds to lay out.
_MOST_UNPACKED = 20
# HTML cannot hold the first; the others reorder a line, or are no characters at all.
_UNFIT = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n|[\x0b\x0c\r\x85\u2028\u2029]")


def render(report: Report) -> bytes:
    """Give the report as one HTML file in UTF-8; the same report gives the same bytes."""
    style, script = _part("report.css"), _part("inflate.js") + _part("report.js")
    views = [
        DocumentView.of(document, report.pack, number)
        for number, document in enumerate(report.documents, start=1)
    ]
    is_packed = len(views) > _MOST_UNPACKED
    page = _environment(packed if is_packed else Markup).get_template("report.html")
    return page.render(
        report=report,
        pack=report.pack,
        totals=report.totals,
        documents=views,
        is_packed=is_packed,
        holds_text=any(document.blocks for document in report.documents),
        overview=Overview.of(report, views),
        version=__version__,
        importances=Importance,
        outcomes=Outcome,
        wording=wording,
        decisions=decision_wording,
        settings_remarks=tuple(decision_wording.of_report(report)),
        label=wording.Label,
        style=style,
        script=script,
        policy=_security_policy(style, script),
    ).encode()


def visible(value: object) -> object:
    """Make text fit for a page: nothing in it may be lost, end the file or reorder a line.

    What templates themselves have made is passed on as it is.
    """
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return _UNFIT.sub("\ufffd", _LINE_ENDS.sub("\n", value))


def _environment(folded: Callable[[str], Markup]) -> jinja2.Environment:
    """Make templates ready; their filter ``folded`` is put around what a page shows when asked."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_part),
        autoescape=True,
        finalize=visible,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["folded"] = folded
    return environment


def _part(name: str) -> str:
    """Read a file of ``templates``, with the line ends that its hash is made of."""
    file = resources.files(__package__) / "templates" / name
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")


def _security_policy(style: str, script: str) -> str:
    """Allow this style and this script by their hashes, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
