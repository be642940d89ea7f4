"""The partnership's view: the returns and reports of many agencies laid beside each other."""

from __future__ import annotations

from policyalign.partnership.rolling_up import roll_up

__all__ = ["roll_up"]
