"""Where packs are: beside the package where it is installed, above it in a checkout."""

from __future__ import annotations

from pathlib import Path

from policyalign.errors import InputError
from policyalign.packs.mistakes import did_you_mean

MAIN_FILE = "pack.toml"

_PACKAGE = Path(__file__).parents[1]
_HOMES = (_PACKAGE / "vocab", _PACKAGE.parent / "vocab")


def pack_names() -> tuple[str, ...]:
    """Give the names of the packs that come with policyalign, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in _home().glob(f"*/{MAIN_FILE}")))


def pack_folder(name_or_path: str | Path) -> Path:
    """Give the folder of a pack, named or pointed at; a known name goes before a path.

    Raises ``InputError`` where there is no such pack.
    """
    names = pack_names()
    if str(name_or_path) in names and not isinstance(name_or_path, Path):
        return _home() / name_or_path
    folder = Path(name_or_path)
    if (folder / MAIN_FILE).is_file():
        return folder
    if folder.is_dir():
        raise InputError(
            f"The folder {folder} is not a pack: there is no {MAIN_FILE} in it. "
            "Give the folder that holds that file."
        )
    raise InputError(
        f"There is no pack '{name_or_path}'. Known packs: {', '.join(names) or 'none'}. "
        f"Give one of these names or the path of a pack's folder"
        f"{did_you_mean(str(name_or_path), names) or '.'}"
    )


def _home() -> Path:
    return next((home for home in _HOMES if home.is_dir()), _HOMES[0])
