"""The names that the package offers."""

from __future__ import annotations

import pytest

import policyalign


@pytest.mark.parametrize("name", policyalign.__all__)
def test_every_name_that_is_offered_is_there(name: str) -> None:
    assert getattr(policyalign, name) is not None


def test_a_name_that_is_not_offered_is_an_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        policyalign.nonsense  # noqa: B018  what is tested
