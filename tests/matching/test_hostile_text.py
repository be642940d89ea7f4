"""Text that repeats one thing without end: matching takes time in proportion to its length."""

from __future__ import annotations

from time import process_time

import pytest

from policyalign.matching import matcher_for
from tests.matching.small_pack import document, match
from tests.sos_pack import sos

_LENGTH = 40_000
_SECONDS = 4


@pytest.mark.parametrize(
    "piece",
    [
        "-",
        "a.b",
        "a ",
        "(",
        ", ",
        "danger statement (DS) ",
        "until 2019 we formerly do not use SoS ",
        "we hope to use SoS, but the family network is told ",
        "“family network” ",
        "professional curiosity what we need to see ",
        "will ofsted will where possible SoS ",
        "danger statement and safety goal ",
    ],
)
def test_repeated_without_end_it_is_soon_read(piece: str) -> None:
    began = process_time()
    found = match("SoS is used. " + piece * (_LENGTH // len(piece))).mentions
    assert process_time() - began < _SECONDS
    assert found[0].quote == "SoS"


@pytest.mark.parametrize(
    "piece",
    [
        "They use Signs of Safety. ",
        "We do not use Signs of Safety. ",
        "and our staff do not use Signs of Safety ",
    ],
)
def test_so_it_is_where_whose_practice_it_is_is_asked(piece: str) -> None:
    text = "The council uses Signs of Safety. " + piece * (_LENGTH // len(piece))
    matcher = matcher_for(sos())
    began = process_time()
    found = matcher.match(document(text)).mentions
    assert process_time() - began < _SECONDS
    assert found[0].quote == "Signs of Safety"
