"""Results as bytes and back."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policyalign
from policyalign.keeping.codec import Result, decode, encode
from policyalign.keeping.packing import NotDecodableError, packed, unpacked
from policyalign.model.document import Unread
from policyalign.model.report import DocumentResult
from tests.report_builders import decided_report, full_report

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS = (*full_report().documents, decided_report().documents[2])
TEXT = st.text(st.characters())  # lone surrogates too


def test_results_of_the_samples_come_back_as_they_were() -> None:
    report = policyalign.check(SAMPLES)
    results: list[Result] = [*report.documents, *report.unread]
    for result in results:
        back = decode(encode(result))
        # repr tells 90 from 90.0, a list from a tuple and a name from its text; == does not.
        assert repr(back) == repr(result)
        assert back == result
        assert encode(back) == encode(result)
    assert len(report.documents) == 7


@pytest.mark.parametrize("result", DOCUMENTS, ids=lambda result: result.path)
def test_every_kind_of_field_comes_back(result: DocumentResult) -> None:
    assert repr(decode(encode(result))) == repr(result)


@given(path=TEXT, reason=TEXT, sha256=st.none() | TEXT)
def test_any_text_comes_back(path: str, reason: str, sha256: str | None) -> None:
    unread = Unread(path=path, reason=reason, sha256=sha256)
    assert decode(encode(unread)) == unread
    document = replace(DOCUMENTS[0], path=path, title=reason, agency=sha256)
    assert decode(encode(document)) == document


def test_what_was_worked_out_from_a_result_is_not_written() -> None:
    document = replace(DOCUMENTS[2])
    before = encode(document)
    assert document.faults
    assert document.concepts
    assert encode(document) == before


@given(st.binary(max_size=200))
def test_other_bytes_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(NotDecodableError):
        decode(data)
    for mark in (b"d", b"u", b"D", b"U"):
        with pytest.raises(NotDecodableError):
            decode(mark + packed(data))


@pytest.mark.parametrize("result", [DOCUMENTS[0], Unread(path="\ud800", reason="x")])
def test_every_cut_is_noticed(result: DocumentResult | Unread) -> None:
    data = encode(result)
    for end in range(len(data)):
        with pytest.raises(NotDecodableError):
            decode(data[:end])
    with pytest.raises(NotDecodableError):
        decode(data + b"x")


def test_a_field_of_another_type_is_refused() -> None:
    wrong = replace(DOCUMENTS[0], score="high")  # type: ignore[arg-type]
    with pytest.raises(NotDecodableError):
        decode(encode(wrong))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(NotDecodableError):
        decode(b"u" + packed(b"\x91" * 100_000))
    with pytest.raises(NotDecodableError):
        decode(b"D" + packed(b"[" * 100_000))


def test_a_small_file_cannot_swell_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyalign.keeping.packing._MOST_BYTES", 1000)
    assert unpacked(zlib.compress(bytes(1000))) == bytes(1000)
    with pytest.raises(NotDecodableError):
        unpacked(zlib.compress(bytes(1_000_000)))
