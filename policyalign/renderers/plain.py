"""Text from documents made fit for files that other programs read."""

from __future__ import annotations

from policyalign.renderers.terminal_text import Pen

_PEN = Pen("utf-8")


def plain(text: str) -> str:
    """Give one line in which escape sequences and other controls are U+FFFD, and do nothing.

    What is left can stand in UTF-8 and in XML.
    """
    return _PEN.text(text)
