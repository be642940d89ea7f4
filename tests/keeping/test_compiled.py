"""Compiled packs as bytes and back."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policyalign
from policyalign import matching
from policyalign.keeping import Cache, compiled
from policyalign.keeping.compiled import compiled_pack, decode_compiled, encode_compiled
from policyalign.keeping.packing import NotDecodableError, packed
from policyalign.matching import Matcher
from policyalign.matching.compiled import CompiledPack, compile_pack
from policyalign.model.pack import Pack
from tests.matching.small_pack import PACK, document

POLICY = Path(__file__).parents[2] / "samples/ellowmere-partnership-seven-minute-briefing.docx"
TEXT = "Safty goals are agreed with the family, and no danger statement is written."


class _Payload:
    """What whoever can write to the cache would put there."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (exec, ("raise SystemExit('run')",))


class _CallsOurs:
    """A function of ours is no part of a compiled pack either."""

    def __reduce__(self) -> tuple[object, tuple[Pack]]:
        return (compile_pack, (PACK,))


@pytest.fixture(autouse=True)
def no_matcher_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_matchers", {})


def _never(pack: Pack) -> CompiledPack:
    raise AssertionError(f"{pack.id} was compiled again")


def test_a_compiled_pack_that_came_back_finds_the_same() -> None:
    again = decode_compiled(encode_compiled(compile_pack(PACK)))
    assert again.pack == PACK
    found = [Matcher(PACK, one).match(document(TEXT)) for one in (compile_pack(PACK), again)]
    assert found[0].mentions
    assert found[0] == found[1]


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data: bytes) -> None:
    for spoilt in (data, packed(data)):
        with pytest.raises(NotDecodableError):
            decode_compiled(spoilt)


@pytest.mark.parametrize("held", [_Payload(), _CallsOurs(), [1, 2], PACK])
def test_nothing_but_a_compiled_pack_is_made_of_what_is_read(held: object) -> None:
    with pytest.raises(NotDecodableError):
        decode_compiled(packed(pickle.dumps(held)))


def test_a_pack_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled_pack(PACK, tmp_path)
    monkeypatch.setattr(compiled, "compile_pack", _never)
    assert compiled_pack(PACK, tmp_path).pack == PACK


def test_a_damaged_one_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(compiled, "encode_compiled", lambda _: packed(b"spoilt"))
        compiled_pack(PACK, tmp_path)
    assert compiled_pack(PACK, tmp_path).pack == PACK
    monkeypatch.setattr(compiled, "compile_pack", _never)
    assert compiled_pack(PACK, tmp_path).pack == PACK


@pytest.mark.parametrize("timeout", [None, 60], ids=["here", "in a worker"])
def test_whoever_reads_the_first_file_keeps_the_pack_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, timeout: float | None
) -> None:
    with Cache(tmp_path / "cache") as cache:
        report = policyalign.check(POLICY, cache=cache, timeout=timeout)
    monkeypatch.setattr(compiled, "compile_pack", _never)
    assert compiled_pack(report.pack, tmp_path / "cache").pack == report.pack


def test_a_changed_file_is_checked_with_the_pack_compiled_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / POLICY.name
    policy.write_bytes(POLICY.read_bytes())
    with Cache(tmp_path / "cache") as cache:
        first = policyalign.check(policy, cache=cache)
        policy.write_bytes(policy.read_bytes() + b" ")
        monkeypatch.setattr(matching, "_matchers", {})
        monkeypatch.setattr(compiled, "compile_pack", _never)
        second = policyalign.check(policy, cache=cache)
    assert second.documents[0].mentions
    assert second.documents[0].mentions == first.documents[0].mentions
