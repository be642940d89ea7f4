"""Names and paths cut to the room that a terminal has for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len


def shortened(text: str, cells: int, gap: str = "…") -> str:
    """Cut the middle out of a text that is wider than this many cells of the screen."""
    if cell_len(text) <= cells:
        return text
    # The end of a path tells more than its beginning.
    room = max(cells - cell_len(gap), 2)
    head, tail = _cut(text, room // 3), _cut(text[::-1], room - room // 3)[::-1]
    return f"{head}{gap}{tail}"


def told_apart(paths: Sequence[str], cells: int, gap: str = "…") -> list[str]:
    """Shorten paths; those that come out the same give way to the names of the files alone."""
    cut = [shortened(path, cells, gap) for path in paths]
    alone = [shortened(path.rsplit("/", 1)[-1], cells, gap) for path in paths]
    often, others = Counter(cut), Counter(alone)
    return [
        name if often[long] > 1 and others[name] < often[long] else long
        for long, name in zip(cut, alone, strict=True)
    ]


def trimmed(text: str, cells: int, gap: str = "…") -> str:
    """Cut the end off a text that is wider than this many cells of the screen."""
    if cell_len(text) <= cells:
        return text
    return f"{_cut(text, max(cells - cell_len(gap), 1)).rstrip()}{gap}"


def _cut(text: str, cells: int) -> str:
    while cell_len(text) > cells:
        text = text[:-1]
    return text


def common_folder(paths: tuple[str, ...]) -> str:
    """Give the folders that all paths share, with the closing slash, or nothing."""
    folders = [path.split("/")[:-1] for path in paths]
    shared = []
    for names in zip(*folders, strict=False):
        if len(set(names)) > 1:
            break
        shared.append(names[0])
    return "/".join([*shared, ""]) if shared else ""
