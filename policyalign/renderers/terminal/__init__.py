"""What a person at a terminal reads: the report, explanations, places found, a review of a pack."""

from __future__ import annotations

from policyalign.renderers.terminal.report import print_report, render, render_pieces

__all__ = ["print_report", "render", "render_pieces"]
