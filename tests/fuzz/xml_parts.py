"""Spoil one XML part of a Word file: its elements, its attributes, its namespaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

from tests.fuzz.hostile_values import NUMBERS, PIECES, character, is_whole

Element = Any  # lxml ships no annotations
_MOST_COPIED = 200
_TARGETS = (
    "", "/", "..", "../../../../etc/passwd", "document.xml", "/word/document.xml", "%00", "a%ZZb",
    "_rels/document.xml.rels", "styles.xml", "header1.xml", "file:///dev/zero", "NULL", "\\word\\x",
    "http://example.invalid/", "word/" * 500,
)  # fmt: skip
_URIS = (b"", b"urn:x", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
_BOMB = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_STARTS = (
    b'<?xml version="1.0" encoding="utf-16"?>',
    b'<?xml version="1.0" encoding="utf-7"?>',
    b'<?xml version="1.1"?>',
    b"\xff\xfe",
    b"\xef\xbb\xbf\n",
    b"<?policy?><!-- -->",
    _BOMB,
)


def spoil_part(data: bytes, random: Random) -> bytes:
    """Give the part with one thing wrong with it."""
    if random.randrange(4):
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, recover=True))
        if root is not None:
            _spoil_tree(root, random)
            return bytes(etree.tostring(root, encoding="utf-8"))
    return random.choice(_ON_BYTES)(data, random)


def _spoil_tree(root: Element, random: Random) -> None:
    elements = [one for one in root.iter() if isinstance(one.tag, str) and _is_declared(one.tag)]
    if not elements:
        return
    for _ in range(random.choice((1, 1, 2, 8))):
        random.choice(_ON_ELEMENTS)(random.choice(elements), elements, random)


def _is_declared(name: str) -> bool:
    """Tell whether lxml takes a name: one whose prefix means nothing it reads but never writes."""
    return name.startswith("{") or ":" not in name


def _delete(element: Element, elements: Sequence[Element], random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _duplicate(element: Element, elements: Sequence[Element], random: Random) -> None:
    parent = element.getparent()
    if parent is not None and len(element) <= _MOST_COPIED:
        for _ in range(random.choice((1, 2, 60))):
            parent.append(deepcopy(element))


def _reverse(element: Element, elements: Sequence[Element], random: Random) -> None:
    element[:] = element[::-1]


def _copy_elsewhere(element: Element, elements: Sequence[Element], random: Random) -> None:
    if len(element) <= _MOST_COPIED:
        other = random.choice(elements)
        other.insert(random.randrange(len(other) + 1), deepcopy(element))


def _nest(element: Element, elements: Sequence[Element], random: Random) -> None:
    """Put an element into others of its own kind, or of another, down to some depth."""
    outside = random.choice((element.tag, random.choice(elements).tag))
    for _ in range(random.choice((1, 2, 30, 300))):
        inside, element[:] = list(element), []
        etree.SubElement(element, outside).extend(inside)


def _rename(element: Element, elements: Sequence[Element], random: Random) -> None:
    element.tag = random.choice(elements).tag


def _set_number(element: Element, elements: Sequence[Element], random: Random) -> None:
    """Prefer an element that has attributes: most have none."""
    with_some = [one for one in (element, *elements[:2_000]) if one.attrib]
    if with_some:
        chosen = random.choice(with_some)
        name = random.choice(list(chosen.attrib))
        if _is_declared(name):
            chosen.set(name, random.choice((*NUMBERS, *_TARGETS)))


def _drop_attributes(element: Element, elements: Sequence[Element], random: Random) -> None:
    element.attrib.clear()


def _take_attributes(element: Element, elements: Sequence[Element], random: Random) -> None:
    named = random.choice(elements).attrib.items()
    element.attrib.update({name: value for name, value in named if _is_declared(name)})


def _say(element: Element, elements: Sequence[Element], random: Random) -> None:
    words = random.choice((random.choice(PIECES), character(random))) * random.choice((1, 1, 3_000))
    allowed = "".join(letter for letter in words if is_whole(letter) and letter >= " ")
    element.text = allowed.replace("\ufffe", "").replace("\uffff", "")


_ON_ELEMENTS: tuple[Callable[[Element, Sequence[Element], Random], None], ...] = (
    _delete, _duplicate, _reverse, _copy_elsewhere, _nest, _rename, _set_number, _set_number,
    _drop_attributes, _take_attributes, _say,
)  # fmt: skip


def _another_namespace(data: bytes, random: Random) -> bytes:
    named = re.findall(rb'xmlns(?::\w+)?="([^"]*)"', data)
    if not named:
        return data
    return data.replace(random.choice(named), random.choice((*named, *_URIS)))


def _undeclared(data: bytes, random: Random) -> bytes:
    return re.sub(rb'xmlns:w="[^"]*"', b"", data, count=1)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _without_some(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data) + 1)
    return data[:start] + data[start + random.choice((1, 7, 300)) :]


def _other_start(data: bytes, random: Random) -> bytes:
    return random.choice(_STARTS) + re.sub(rb"^<\?xml[^>]*>", b"", data)


def _wrong_bytes(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    wrong = random.choice((b"\0", b"\xff\xfe", b"&b;", b"&#55296;", b"&#0;", b"]]>", b"<![CDATA["))
    return data[:place] + wrong + data[place:]


_ON_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _another_namespace, _undeclared, _cut, _without_some, _other_start, _wrong_bytes,
)  # fmt: skip
