"""What has changed since, as one web page that works from a folder, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign import __version__
from policyalign.model.comparison import Turn
from policyalign.renderers import comparison_wording, wording
from policyalign.renderers.comparison.views import around, documents, set_apart
from policyalign.renderers.gaps import shown_title
from policyalign.renderers.html.shell import environment, part, security_policy

if TYPE_CHECKING:
    from policyalign.model.comparison import Comparison


def render(comparison: Comparison) -> bytes:
    """Give the comparison as one HTML file in UTF-8; the same one gives the same bytes."""
    style = _part("report.css") + _part("comparison.css")
    page = environment(_part).get_template("comparison.html")
    return page.render(
        comparison=comparison,
        pack=comparison.pack,
        views=documents(comparison),
        around=around(comparison),
        set_apart=set_apart(comparison),
        causes=tuple(comparison_wording.causes(comparison)),
        changed=comparison_wording,
        wording=wording,
        label=wording.Label,
        row=comparison_wording.Row,
        turn=Turn,
        title=shown_title,
        version=__version__,
        style=style,
        policy=security_policy(style),
    ).encode()


def _part(name: str) -> str:
    return part(str(__package__), name)
