"""Vocabulary packs: found, read and checked."""

from policyalign.packs.finding import pack_names
from policyalign.packs.loading import load_pack

__all__ = ["load_pack", "pack_names"]
