"""Comparisons as bytes: one pure function for each format, found by name.

``views`` works out what is said, and every format for people lays the same out; the terminal's and
the web page's stand with their libraries in ``terminal`` and ``html``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.comparison import Comparison


def _terminal(comparison: Comparison) -> bytes:
    from policyalign.renderers.terminal import comparison as terminal

    return terminal.render(comparison)


def _json(comparison: Comparison) -> bytes:
    from policyalign.renderers.comparison import json_comparison

    return json_comparison.render(comparison)


def _html(comparison: Comparison) -> bytes:
    from policyalign.renderers.html import comparison as page

    return page.render(comparison)


def _markdown(comparison: Comparison) -> bytes:
    from policyalign.renderers.comparison import markdown

    return markdown.render(comparison)


RENDERERS: dict[str, Callable[[Comparison], bytes]] = {
    "terminal": _terminal,
    "json": _json,
    "html": _html,
    "markdown": _markdown,
}
SUFFIXES: dict[str, str] = {
    ".json": "json",
    ".txt": "terminal",
    ".html": "html",
    ".md": "markdown",
}


def render(comparison: Comparison, name: str) -> bytes:
    """Give the comparison in the format of this name; the same one gives the same bytes."""
    return RENDERERS[name](comparison)
