"""Spoil the files of a pack as an author does who edits them in a hurry."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.fuzz.hostile_values import NUMBERS, PIECES, character
from tests.packs.pack_builder import FILES

_VALUE = re.compile(r"(?<== ).+")
_WORD = re.compile(r"[A-Za-z-]+")
_VALUES = (
    "[]", "{}", "[[]]", "true", "nan", "-inf", "1e400", "1979-05-27", '""', '"x"', '["", ""]',
    '[{ text = "x" }]', "[" * 300, '"' + "a " * 3_000 + '"', '["(a|b) * <c>"]', '["* * *"]',
    '["all of [a, a, a]"]', '["(((a|)|)|)"]', '["[", "]", "(", ")", "|", "<", ">", "*", "="]',
    '["' + "(a|b) " * 25 + '"]', "9" * 5_000, "0x" + "f" * 5_000, '"\\u0000"', '["=", "=="]',
    '["<danger-statement>"]',
)  # fmt: skip
_IN_WORDING = "()|*<>[]{}=;,\"'#\\\n"


def spoilt_pack(folder: Path, random: Random) -> None:
    """Write the small pack to a folder, with up to three things wrong with it."""
    files = dict(FILES)
    for _ in range(random.choice((1, 1, 2, 3))):
        name = random.choice(list(files))
        files[name] = random.choice(_ON_TEXT)(files[name] or "\n", random)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # A character that cannot be written is written as bytes that cannot be read.
        path.write_bytes(content.encode("utf-8", "surrogatepass"))


def _another_value(content: str, random: Random) -> str:
    return _replaced(_VALUE, content, random.choice((*_VALUES, *NUMBERS)), random)


def _another_word(content: str, random: Random) -> str:
    new = random.choice((*_WORD.findall(content), *PIECES[:4], character(random)))
    return _replaced(_WORD, content, new, random)


def _sign(content: str, random: Random) -> str:
    place = random.randrange(len(content) + 1)
    return content[:place] + random.choice(_IN_WORDING) + content[place:]


def _without_a_line(content: str, random: Random) -> str:
    lines = content.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return "".join(lines)


def _lines_elsewhere(content: str, random: Random) -> str:
    lines = content.splitlines(keepends=True)
    start, place = random.randrange(len(lines)), random.randrange(len(lines))
    some = lines[start : start + random.choice((1, 3, 10))]
    return "".join(lines[:place] + some * random.choice((1, 1, 40)) + lines[place:])


def _cut(content: str, random: Random) -> str:
    return content[: random.randrange(len(content))]


def _replaced(pattern: re.Pattern[str], content: str, new: str, random: Random) -> str:
    found = list(pattern.finditer(content))
    if not found:
        return content
    start, end = random.choice(found).span()
    return content[:start] + new + content[end:]


_ON_TEXT: tuple[Callable[[str, Random], str], ...] = (
    _another_value, _another_value, _another_value, _another_word, _another_word, _sign, _sign,
    _without_a_line, _lines_elsewhere, _cut,
)  # fmt: skip
