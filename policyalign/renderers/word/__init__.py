"""The report as a Word file: ``report`` says what stands in it, ``page`` and ``table`` write it."""

from __future__ import annotations

from policyalign.renderers.word.report import render

__all__ = ["render"]
