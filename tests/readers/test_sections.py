"""Lines and headings of contents pages and reference lists."""

from __future__ import annotations

import pytest

from policyalign.readers.sections import (
    is_contents_heading,
    is_contents_line,
    is_reference_heading,
)


@pytest.mark.parametrize(
    "line", ["4. Thresholds ........ 7", "Aims . . . . . 12", "Aims\t3", "Foreword …… iv"]
)
def test_contents_lines(line: str) -> None:
    assert is_contents_line(line)


@pytest.mark.parametrize("line", ["See page 4", "We waited... 3 days", "Section 47", "", "Why…"])
def test_what_is_no_contents_line(line: str) -> None:
    assert not is_contents_line(line)


@pytest.mark.parametrize("heading", ["Contents", "TABLE OF CONTENTS:", "1. Contents", "Index"])
def test_contents_headings(heading: str) -> None:
    assert is_contents_heading(heading)


@pytest.mark.parametrize("heading", ["Contents of the file", "Our aims"])
def test_what_is_no_contents_heading(heading: str) -> None:
    assert not is_contents_heading(heading)


@pytest.mark.parametrize(
    "heading",
    ["References", "12. References", "Appendix 3: Bibliography", "Further reading", "Sources",
     "Key references", "References and further reading", "Sources and links", "Useful links",
     "Further reading for carers", "Links"],
)  # fmt: skip
def test_reference_headings(heading: str) -> None:
    assert is_reference_heading(heading)


@pytest.mark.parametrize("heading", ["Sources of support", "Reference group", "Reading with them"])
def test_what_is_no_reference_heading(heading: str) -> None:
    assert not is_reference_heading(heading)
