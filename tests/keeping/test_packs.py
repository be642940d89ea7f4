"""Packs as bytes and back."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyalign.keeping.packing import NotDecodableError, packed
from policyalign.keeping.packs import decode_pack, encode_pack, pack_digest
from policyalign.packs import load_pack
from tests.report_builders import pack


def test_a_pack_comes_back_as_it_was() -> None:
    loaded = load_pack("sos")
    # repr tells a number from another kind of number and a name from its text; == does not.
    assert repr(decode_pack(encode_pack(loaded))) == repr(loaded)
    assert decode_pack(encode_pack(pack())) == pack()


def test_a_pack_that_came_back_has_the_digest_it_had() -> None:
    loaded = load_pack("sos")
    assert pack_digest(decode_pack(encode_pack(loaded))) == pack_digest(loaded)


def test_a_pack_that_a_program_changed_has_another_digest() -> None:
    one = pack()
    assert pack_digest(replace(one, partly=0.25)) != pack_digest(one)


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data: bytes) -> None:
    for spoilt in (data, packed(data)):
        with pytest.raises(NotDecodableError):
            decode_pack(spoilt)


@pytest.mark.parametrize(
    "clause", [("Other", {}), ("AtLeast", {}), ("AtLeast", {"count": "2", "concepts": []})]
)
def test_a_clause_that_is_none_is_refused(clause: tuple[str, object]) -> None:
    plain = msgspec.to_builtins(pack())
    for item in plain["checklist"].values():
        item["expected"] = [clause]
    with pytest.raises(NotDecodableError):
        decode_pack(packed(msgspec.msgpack.encode(plain)))
