"""The page on limits tells the values in force, and every one of them."""

from __future__ import annotations

import re
from pathlib import Path

from policyalign import limits

PAGE = (Path(__file__).parents[1] / "docs" / "limits.md").read_text(encoding="utf-8")
VALUES = {name: value for name, value in vars(limits).items() if name.isupper()}


def test_every_limit_is_on_the_page_with_its_value() -> None:
    told = re.findall(r"`([A-Z_]+)`(?: \| |\s\()([\d,]+)", PAGE)
    assert {name: float(value.replace(",", "")) for name, value in told} == VALUES


def test_every_limit_has_a_sentence_beside_it() -> None:
    source = Path(limits.__file__).read_text(encoding="utf-8")
    assert len(re.findall(r'^[A-Z_]+ = [\d_.]+\n"""[A-Z]', source, re.MULTILINE)) == len(VALUES)
