"""Text that repeats one thing without end: matching takes time in proportion to its length."""

from __future__ import annotations

from time import process_time

import pytest

from tests.matching.small_pack import match

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
