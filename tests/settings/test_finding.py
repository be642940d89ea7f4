"""Where the settings file is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyalign.settings import find_settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("home/work/schools/hall", "home/work/health"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "policyalign.toml").touch()
    return tmp_path / "home"


def test_the_nearest_file_above_is_taken(folder: Path) -> None:
    for above in (folder, folder / "work", folder / "work" / "schools"):
        (above / "policyalign.toml").touch()
        assert find_settings([folder / "work" / "schools" / "hall"]) == above / "policyalign.toml"


def test_a_file_that_is_named_is_looked_for_from_its_folder(folder: Path) -> None:
    (folder / "work" / "policyalign.toml").touch()
    policy = folder / "work" / "a.docx"
    policy.touch()
    assert find_settings([policy]) == folder / "work" / "policyalign.toml"


def test_several_paths_have_the_file_of_the_folder_they_share(folder: Path) -> None:
    for name in ("", "schools"):
        (folder / "work" / name / "policyalign.toml").touch()
    paths = [folder / "work" / "schools", folder / "work" / "health"]
    assert find_settings(paths) == folder / "work" / "policyalign.toml"


def test_the_search_ends_at_home(folder: Path) -> None:
    assert find_settings([folder / "work"]) is None


def test_outside_of_home_it_goes_on_to_the_top(folder: Path) -> None:
    assert find_settings([folder.parent]) == folder.parent / "policyalign.toml"


def test_a_path_through_a_parent_is_followed(folder: Path) -> None:
    (folder / "work" / "health" / "policyalign.toml").touch()
    path = folder / "work" / "schools" / ".." / "health"
    assert find_settings([path]) == folder / "work" / "health" / "policyalign.toml"


def test_addresses_have_no_settings_file() -> None:
    assert find_settings([]) is None
