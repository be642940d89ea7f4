"""What all tests share: golden files and the flag that renews them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest

from policyalign.keeping.folder import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_numbers = count()


class Golden(Protocol):
    """Compares text with a file under ``golden/`` beside the test."""

    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep every test, and every program that a test runs, away from the user's own cache."""
    folder = tmp_path_factory.mktemp("caches")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder / "shared"))
        yield folder


@pytest.fixture(autouse=True)
def cache_folder(_no_cache_of_the_user: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder of its own for the cache, which is made when it is first used."""
    folder = _no_cache_of_the_user / str(next(_numbers))
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Fail where text differs from its golden file, which ``--update-golden`` writes anew."""
    update: bool = request.config.getoption("--update-golden")
    folder: Path = request.path.parent / "golden"

    def compare(name: str, text: str) -> None:
        path = folder / name
        if update:
            folder.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing: run pytest --update-golden and read it"
        expected = path.read_text(encoding="utf-8")
        assert text == expected, f"{name} differs: run pytest --update-golden if that is right"

    return compare
