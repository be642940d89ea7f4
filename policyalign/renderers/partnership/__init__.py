"""The partnership's view as bytes: one pure function for each format, found by its ending."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.partnership import Partnership

FORMATS: dict[str, str] = {
    ".html": "page",
    ".xlsx": "workbook",
    ".docx": "word",
    ".json": "json_view",
}


def render(view: Partnership, suffix: str) -> bytes:
    """Give the view in the format of this ending; the same view gives the same bytes.

    Raises ``KeyError`` for an ending that is not in ``FORMATS``.
    """
    renderer: Callable[[Partnership], bytes]
    renderer = import_module(f"{__name__}.{FORMATS[suffix]}").render
    return renderer(view)
