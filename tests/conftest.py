"""What all tests share: golden files and the flag that renews them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path


class Golden(Protocol):
    """Compares text with a file under ``golden/`` beside the test."""

    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files instead of comparing"
    )


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
