"""The comparison of names in each format, found by the ending of a file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyalign.model.language import SharedLanguage


def _text(found: SharedLanguage) -> bytes:
    from policyalign.renderers.terminal import language

    return language.render(found)


RENDERERS: dict[str, Callable[[SharedLanguage], bytes]] = {
    ".txt": _text,
}
