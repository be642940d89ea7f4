"""How a report stands to an earlier one, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.renderers.comparison_wording import Row
from policyalign.renderers.since import summary, told
from policyalign.renderers.terminal.page import Page, Style

if TYPE_CHECKING:
    from policyalign.model.comparison import Comparison


def print_baseline(page: Page, baseline: Comparison | None) -> None:
    """Print what the report was compared with and what changed; nothing without a baseline."""
    if baseline is None:
        return
    page.heading((Row.SINCE, Style.STRONG))
    for sentence in summary(baseline):
        page.line(sentence, indent=2)
    for name, said in told(baseline):
        page.line((f"{name}: ", Style.STRONG), said, indent=2)
