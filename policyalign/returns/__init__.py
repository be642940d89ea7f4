"""Self-assessment returns: made from a report, filled in by people, read back, checked, refreshed.

``make_return`` and ``render`` make a workbook, or with ``.docx`` a Word form, to fill in;
``read_return`` gives what people said in one that came back, with the problems met on the way.
``read_filled`` gives the same with all that ``check`` and ``refresh`` need.
"""

from __future__ import annotations

from policyalign.returns.checking import check
from policyalign.returns.kinds import read_filled, read_return, refresh, render
from policyalign.returns.making import make_return
from policyalign.returns.problems import Problem, Severity
from policyalign.returns.reading import Filled
from policyalign.returns.refreshing import Refreshed

__all__ = [
    "Filled",
    "Problem",
    "Refreshed",
    "Severity",
    "check",
    "make_return",
    "read_filled",
    "read_return",
    "refresh",
    "render",
]
