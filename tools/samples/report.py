"""Make the report that the samples give: ``python -m tools.samples.report``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import policyalign
from tools.samples.making import PROJECT

if TYPE_CHECKING:
    from policyalign import Report

# A report says which review dates have passed, so it is made as of one day.
DAY = date(2026, 11, 23)
FILES = {
    "terminal": PROJECT / "docs" / "sample-report.txt",
    "json": PROJECT / "docs" / "sample-report.json",
}


def sample_report() -> Report:
    """Check the samples as they lie in the project."""
    return policyalign.check(PROJECT / "samples", today=DAY)


def main() -> None:
    """Write the report in each format."""
    report = sample_report()
    for name, path in FILES.items():
        path.write_bytes(policyalign.render(report, name))


if __name__ == "__main__":
    main()
