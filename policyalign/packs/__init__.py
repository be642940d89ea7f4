"""Vocabulary packs: found, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policyalign.packs.finding import pack_names

if TYPE_CHECKING:
    from policyalign.model.pack import Pack


def load_pack(name_or_path: str | Path = "sos") -> Pack:
    """Load a pack by its name or from its folder, and check all of it.

    Raises ``InputError`` where there is no such pack and ``PackError``, which lists every
    mistake, where it is wrong.
    """
    # A pack may be kept from an earlier run, and then none of what reads one is needed.
    from policyalign.packs.loading import load_pack as load

    return load(name_or_path)


__all__ = ["load_pack", "pack_names"]
