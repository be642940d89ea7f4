"""Reports written piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyalign.errors import InputError
from policyalign.model.document import Unread
from policyalign.model.report import Report
from policyalign.renderers import _IN_PIECES, RENDERERS, render, render_pieces
from policyalign.renderers.json_pieces import json_pieces, one_line
from tests.report_builders import full_report, report

REPORTS = {
    "full": full_report(),
    "empty": report(),
    "unread": report(unread=(Unread(path="a", reason="b"),)),
}
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
FINITE = SCALARS.filter(lambda value: value not in {float("inf"), float("-inf")})
VALUES = st.recursive(
    FINITE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@pytest.mark.parametrize("made", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("name", RENDERERS)
def test_the_pieces_are_the_report(made: Report, name: str) -> None:
    assert b"".join(render_pieces(made, name)) == render(made, name)


@pytest.mark.parametrize("name", _IN_PIECES)
def test_every_document_has_a_piece_of_its_own(name: str) -> None:
    """No piece but the table of all documents grows with their number."""
    short, long = (report(*[*full_report().documents] * many) for many in (1, 20))
    sizes = sorted(map(len, render_pieces(long, name)))
    assert len(sizes) >= 60
    assert sizes[-2] <= 2 * max(map(len, render_pieces(short, name)))


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InputError, match="There is no report format called"):
        next(render_pieces(report(), "nonsense"))


@given(st.dictionaries(st.text(), st.lists(VALUES, max_size=3), max_size=3), st.booleans())
def test_json_in_pieces_is_that_of_the_library(
    value: dict[str, list[Any]], ascii_only: bool
) -> None:
    whole = json.dumps(value, indent=2, ensure_ascii=ascii_only) + "\n"
    lists = {key: iter(entries) for key, entries in value.items()}
    dumps = partial(json.dumps, ensure_ascii=ascii_only)
    assert "".join(json_pieces(value, dumps)) == whole
    assert "".join(json_pieces(lists, dumps)) == whole


def test_iterators_may_stand_in_iterators() -> None:
    inner: Iterator[object] = iter([{"a": iter([1, [2]]), "b": iter([])}, {}])
    whole = json.dumps([{"a": [1, [2]], "b": []}, {}], indent=2) + "\n"
    assert "".join(json_pieces(inner, json.dumps)) == whole


def test_half_of_a_surrogate_pair_is_lost_and_no_more() -> None:
    assert one_line({"a": "b\ud800\u201c"}) == '{"a": "b\ufffd\u201c"}'
    assert json.loads(one_line({"a": ["\x1b", 1.5, None]})) == {"a": ["\x1b", 1.5, None]}
