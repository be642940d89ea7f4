"""The comparison of names in each format, found by the ending of a file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.language import SharedLanguage


def _text(found: SharedLanguage) -> bytes:
    from policyalign.renderers.terminal import language

    return language.render(found)


def _html(found: SharedLanguage) -> bytes:
    from policyalign.renderers.language import html

    return html.render(found)


def _json(found: SharedLanguage) -> bytes:
    from policyalign.renderers.language import json_report

    return json_report.render(found)


def _xlsx(found: SharedLanguage) -> bytes:
    from policyalign.renderers.excel import language

    return language.render(found)


RENDERERS: dict[str, Callable[[SharedLanguage], bytes]] = {
    ".html": _html,
    ".xlsx": _xlsx,
    ".json": _json,
    ".txt": _text,
}
