"""Packs are found by name and by folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.errors import InputError
from policyalign.packs import finding, load_pack, pack_names
from policyalign.packs.finding import pack_folder
from tests.packs.pack_builder import make_pack


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packs in place of the one that comes with policyalign."""
    home = tmp_path / "vocab"
    make_pack(home / "small")
    monkeypatch.setattr(finding, "_HOMES", (tmp_path / "absent", home))
    return home


def test_the_pack_that_comes_with_policyalign_is_known() -> None:
    assert "sos" in pack_names()
    assert (pack_folder("sos") / "pack.toml").is_file()


def test_names_are_the_folders_that_hold_a_pack(home: Path) -> None:
    make_pack(home / "another")
    (home / "notes").mkdir()
    assert pack_names() == ("another", "small")


def test_looks_beside_the_package_first(home: Path, tmp_path: Path) -> None:
    make_pack(tmp_path / "absent" / "installed")
    assert pack_names() == ("installed",)


def test_loads_by_name(home: Path) -> None:
    assert load_pack("small").id == "small"


@pytest.mark.parametrize("kind", [str, Path])
def test_loads_from_a_folder(home: Path, tmp_path: Path, kind: type[str | Path]) -> None:
    assert load_pack(kind(make_pack(tmp_path / "mine"))).id == "small"


def test_a_known_name_goes_before_a_folder_of_that_name(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_pack(tmp_path / "small")
    assert pack_folder("small") == home / "small"
    assert pack_folder(Path("small")) == Path("small")


def test_an_unknown_name_is_answered_with_the_known_ones(home: Path) -> None:
    with pytest.raises(InputError, match=r"no pack 'smal'.*small.*did you mean 'small'"):
        load_pack("smal")


def test_a_folder_without_a_pack_is_named(home: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is not a pack: there is no pack\.toml"):
        load_pack(tmp_path)
