"""Where results are kept: in the user's own folder for caches."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "POLICYALIGN_CACHE_DIR"


def cache_folder() -> Path:
    """Give the folder named in the environment, else that which the system has for caches.

    On Windows it stands in the user's profile, which other users cannot open.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named)
    import platformdirs  # only now: what it finds out of the system takes time

    return platformdirs.user_cache_path("policyalign", appauthor=False)
