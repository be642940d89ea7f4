"""What all tests share: golden files and the flag that renews them."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from policyalign.keeping.folder import VARIABLE
from policyalign.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_numbers = count()
_NOBODY = 65534


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


@pytest.fixture(autouse=True)
def _no_width_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print as into a pipe, however wide the terminal is; tests on all processors are told one."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def shut_folder() -> Iterator[Path]:
    """Give a folder of a user to whom something can be forbidden: root gives its rights up."""
    if sys.platform == "win32":
        pytest.skip("there are no such rights")
    folder, root = Path(tempfile.mkdtemp()), os.geteuid() == 0
    if root:
        for module in READERS:
            import_module(module)  # the libraries may stand where only root may read
        os.chown(folder, _NOBODY, _NOBODY)
        os.seteuid(_NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)


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
