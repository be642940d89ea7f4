"""The pack that ships, loaded once for all tests that only read it."""

from __future__ import annotations

from functools import cache

from policyalign import Pack, load_pack


@cache
def sos() -> Pack:
    """Give the pack; it is frozen, so no test can change it for another."""
    return load_pack("sos")
