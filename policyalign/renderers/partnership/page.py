"""The partnership's view as one web page that works from a folder, without a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from policyalign import __version__
from policyalign.model.partnership import Field, Use
from policyalign.renderers import language_wording, partnership_lines, partnership_wording, wording
from policyalign.renderers.html.shell import environment, part, security_policy
from policyalign.renderers.language.html import language_section, language_style
from policyalign.renderers.partnership.overview import Answer, Overview
from policyalign.renderers.partnership.trend import Trend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.partnership import Partnership

_HERE = "policyalign.renderers.partnership"
_REPORT = "policyalign.renderers.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page that another room makes; ``body`` begins below its heading.

    ``style`` are rules of its own. Classes of the web report may be used in it.
    """

    id: str
    heading: str
    body: Markup
    style: str = ""


def render(view: Partnership) -> bytes:
    """Give the view as one HTML file in UTF-8; the same view gives the same bytes."""
    sections = tuple(_sections(view))
    styles = [part(_REPORT, "report.css"), part(_HERE, "partnership.css")]
    style = "\n".join((*styles, *(section.style for section in sections)))
    page = environment(lambda name: part(_HERE, name)).get_template("partnership.html")
    return page.render(
        view=view,
        overview=Overview.of(view),
        answers=Answer.of(view),
        trends=tuple(Trend.of(a) for a in view.agencies if len({p.day for p in a.trend}) > 1),
        sections=sections,
        version=__version__,
        field=Field,
        use=Use,
        wording=wording,
        words=partnership_wording,
        lines=partnership_lines,
        style=style,
        policy=security_policy(style),
    ).encode()


def _sections(view: Partnership) -> Iterator[Section]:
    """Give the parts that stand after the items of the checklist."""
    if view.language is not None:
        yield Section(
            id="language",
            heading=language_wording.TITLE,
            body=language_section(view.language, level=3),
            style=language_style(),
        )
