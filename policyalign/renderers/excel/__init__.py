"""The report as an Excel workbook: ``workbook`` puts its sheets together, ``sheet`` draws one."""

from __future__ import annotations

from policyalign.renderers.excel.workbook import render

__all__ = ["render"]
