"""Gather what a roll-up is made of: returns, reports, and earlier roll-up workbooks."""

from __future__ import annotations

from policyalign.gathering.files import gather
from policyalign.gathering.speech import speech

__all__ = ["gather", "speech"]
