"""Results out of memory: the same sequence, and the same report."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

import policyalign
from policyalign.errors import OutputError
from policyalign.keeping import Spool
from policyalign.model.report import Report, Settings
from policyalign.packs import load_pack
from policyalign.renderers import RENDERERS
from tests.packs.pack_builder import make_pack
from tests.report_builders import full_report, pack

SAMPLES = Path(__file__).parents[2] / "samples"
DOCUMENTS = full_report().documents


@pytest.fixture
def spool() -> Spool:
    made = Spool()
    for document in DOCUMENTS:
        made.append(document)
    return made


def test_a_spool_is_the_sequence_of_what_was_added(spool: Spool) -> None:
    assert len(spool) == 3
    assert list(spool) == list(DOCUMENTS)
    assert [*reversed(spool)] == [*reversed(DOCUMENTS)]
    assert spool[-1] == DOCUMENTS[-1]
    assert spool[1:] == DOCUMENTS[1:]
    assert spool[::-2] == tuple(DOCUMENTS)[::-2]
    assert DOCUMENTS[1] in spool
    for outside in (3, -4):
        with pytest.raises(IndexError):
            spool[outside]


def test_a_spool_can_be_gone_through_twice_at_once_and_grow(spool: Spool) -> None:
    pairs = [(one.path, other.path) for one in spool for other in spool]
    assert pairs == [(one.path, other.path) for one in DOCUMENTS for other in DOCUMENTS]
    spool.append(DOCUMENTS[0])
    assert spool[3] == spool[0] == DOCUMENTS[0]


def test_an_empty_spool_says_that_nothing_was_read() -> None:
    assert not Report(pack=pack(), settings=Settings(), documents=Spool()).documents


@pytest.mark.skipif(os.name == "nt", reason="there the name stands in the folder while it is open")
def test_a_spool_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    spool = Spool()
    spool.append(DOCUMENTS[0])
    assert list(tmp_path.iterdir()) == []


def test_totals_of_a_spool_are_those_of_the_documents(spool: Spool) -> None:
    whole = full_report()
    spooled = Report(pack=whole.pack, settings=whole.settings, documents=spool, unread=whole.unread)
    assert spooled.totals == whole.totals


def test_many_documents_give_the_same_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = load_pack(make_pack(tmp_path / "pack"))
    few = policyalign.check(SAMPLES, pack=small)
    monkeypatch.setattr("policyalign.checking.MANY", 7)
    many = policyalign.check(SAMPLES, pack=small)
    assert isinstance(few.documents, tuple)
    assert isinstance(many.documents, Spool)
    for name in RENDERERS:
        assert policyalign.render(many, name) == policyalign.render(few, name)


def test_a_full_disk_is_one_sentence(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def seek(self, _: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(spool, "_file", Full())
    with pytest.raises(OutputError, match="Make room there"):
        spool.append(DOCUMENTS[0])


def test_no_temporary_folder_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(OutputError, match="cannot be set aside"):
        Spool()
