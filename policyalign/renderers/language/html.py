"""The comparison as one web page, and as a section for another page.

Neither needs a script: what is folded opens when a link leads into it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from policyalign import __version__
from policyalign.renderers import language_wording as said
from policyalign.renderers import wording
from policyalign.renderers.html.shell import environment, part, security_policy

if TYPE_CHECKING:
    import jinja2

    from policyalign.model.language import AgencyUse, Idea, SharedLanguage, Use

_REPORT = "policyalign.renderers.html"
_HERE = "policyalign.renderers.language"


@dataclass(frozen=True, slots=True)
class Cell:
    """How one agency speaks of one idea, with the address of the places.

    ``files`` are the documents with the name wanted and how often it stands in each; ``others``
    are the places with other names or none.
    """

    id: str
    use: AgencyUse
    files: tuple[tuple[str, int], ...]
    others: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One idea with a cell for each agency."""

    id: str
    idea: Idea
    cells: tuple[Cell, ...]


def render(found: SharedLanguage) -> bytes:
    """Give the comparison as one HTML file in UTF-8; the same comparison gives the same bytes."""
    style = part(_REPORT, "report.css") + language_style()
    page = _environment().get_template("page.html")
    return page.render(
        **_values(found), version=__version__, style=style, policy=security_policy(style)
    ).encode()


def language_section(found: SharedLanguage, level: int = 2) -> Markup:
    """Give the comparison as a section for a page that has ``language_style`` in its style.

    ``level`` is that of its first heading. Its addresses all begin with ``language-``.
    """
    section = _environment().get_template("section.html")
    return Markup(section.render(**_values(found, level)))  # noqa: S704  the template escapes


def language_style() -> str:
    """Give the style that a section needs beside that of the report's web page."""
    return part(_HERE, "language.css")


def _values(found: SharedLanguage, level: int = 2) -> dict[str, object]:
    rows = tuple(_row(number, idea) for number, idea in enumerate(found.ideas, start=1))
    return {
        "found": found,
        "rows": rows,
        "ranked": sorted(rows, key=lambda row: not row.idea.is_divided),
        "changes": [(use, idea.preferred) for idea in found.ideas for use in idea.to_change],
        "said": said,
        "wording": wording,
        "level": level,
    }


def _row(number: int, idea: Idea) -> Row:
    key = f"language-{number}"
    cells = tuple(_cell(f"{key}-{count}", use) for count, use in enumerate(idea.agencies, start=1))
    return Row(key, idea, cells)


def _cell(key: str, use: AgencyUse) -> Cell:
    files = Counter(one.document for one in use.uses if one.name == use.preferred)
    others = tuple(one for one in use.uses if one.name != use.preferred)
    return Cell(key, use, tuple(files.items()), others)


def _environment() -> jinja2.Environment:
    return environment(lambda name: part(_HERE, name))
