"""How often Python looks for garbage in a process that is ours: the command, or a worker."""

from __future__ import annotations

import gc

_OBJECTS_BETWEEN_LOOKS = 50_000


def look_seldom() -> None:
    """Let far more objects be made before Python looks through them for garbage.

    A pack and its index live as long as the process, and of the thousands of objects of a policy
    hardly one is garbage that counting references does not free. To look every 700 objects, as
    Python does, takes a quarter of the time in which a pack is compiled.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
