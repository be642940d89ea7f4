"""Text from documents made fit for files that other programs read."""

from __future__ import annotations

from policyalign.renderers.pen import Pen

_PEN = Pen("utf-8")
# A spreadsheet takes a cell that begins so for a formula; some do with the wide signs of Asian
# keyboards too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def plain(text: str) -> str:
    """Give one line in which escape sequences and other controls are U+FFFD, and do nothing.

    What is left can stand in UTF-8 and in XML.
    """
    return _PEN.text(text)


def plain_span(text: str) -> str:
    """Do the same, but keep the blanks at either end, which part one span from the next."""
    return _PEN.span(text)
