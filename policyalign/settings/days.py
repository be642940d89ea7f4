"""Days as a settings file writes them."""

from __future__ import annotations

from datetime import date, datetime

from policyalign.packs.values import Value, shown


def read_day(value: Value) -> date | None:
    """Give a day, and note anything else as a mistake."""
    if isinstance(value.content, date) and not isinstance(value.content, datetime):
        return value.content
    value.wrong(f"must be a day, 2027-03-31 without quotes, found {shown(value.content)}")
    return None
