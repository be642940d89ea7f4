"""Settings files made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path

    from policyalign.model.settings import SettingsFile


def written(folder: Path, text: str) -> Path:
    path = folder / "policyalign.toml"
    path.write_text(text, encoding="utf-8")
    return path


def kept(folder: Path, text: str) -> SettingsFile:
    return load_settings(written(folder, text))


def waiver(**keys: str) -> str:
    """A waiver as TOML; each key given as TOML replaces the one that stands here."""
    whole = {
        "item": '"names-framework"',
        "document": '"**"',
        "decision": '"accepted"',
        "by": '"A. Reader"',
        "why": '"It comes with the next review."',
        "until": "2027-03-31",
    } | keys
    lines = [f"{key} = {value}" for key, value in whole.items() if value]
    return "\n".join(["[[waiver]]", *lines, ""])
