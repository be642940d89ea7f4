"""Spoil a PDF: its objects, their links, what they draw, and the table of where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fuzz.hostile_values import NUMBERS
from tests.fuzz.pdf_objects import Pdf, joined, put_together, split, taken_apart

_LINK = re.compile(rb"\b\d+ 0 R\b")
_NUMBER = re.compile(rb"(?<![\w.#/-])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][\w-]*")
_PLACE = re.compile(rb"\d{10} \d{5} n|startxref\n\d+")
_OPERATORS = (
    b"q " * 3_000,
    b"BT " * 200,
    b"[" * 5_000,
    b"(" * 5_000,
    b"<<" * 2_000,
    b" 0 0 0 0 0 0 Tm ",
    b" 1e30 0 0 -1e30 1e30 nan cm ",
    b" /F1 0 Tf ",
    b" /F1 -99999999 Tf ",
    b" /None 12 Tf (safety plan) Tj ",
    b" 1000000 Tc -1000000 Tw 0 Tz ",
    b" <D800DFFF0000FFFE> Tj ",
    b" (\\000\\377\\\\ \\( safety plan) Tj ",
    b" 3 Tr ",
    b" ET Q Q Q EMC ",
    b"BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID x EI ",
    b" 0 0 1 1 re 0 0 m 9e9 9e9 l S " * 400,
    b" /P <</MCID 99999999>> BDC ",
    b" /Fm Do ",
)
_MAPS = (
    b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <D800> endbfrange",
    b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <0000> endbfrange",
    b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <00> <FF> <202E> endbfrange",
    b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange",
    b"9 beginbfchar <41> <" + b"0061" * 500 + b"> endbfchar",
    b"1 beginbfrange <41> <5A> [<D83DDE00> <DC00> <FFFF>",
)


def spoil_pdf(data: bytes, random: Random) -> bytes:
    """Give the file with up to four things wrong with it."""
    pdf = taken_apart(data)
    for _ in range(random.choice((0, 1, 1, 2, 4))):
        random.choice(_ON_OBJECTS)(pdf, random)
    made = put_together(pdf)
    if not random.randrange(3):
        made = random.choice(_ON_BYTES)(made, random)
    return made


def _some(pdf: Pdf, random: Random) -> int:
    return random.choice(list(pdf.objects))


def _replaced(pattern: re.Pattern[bytes], text: bytes, new: bytes, random: Random) -> bytes:
    """Replace one of the places where a pattern fits."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    start, end = random.choice(found).span()
    return text[:start] + new + text[end:]


def _redirect(pdf: Pdf, random: Random) -> None:
    """Let an object refer to another one, to itself, or to none."""
    linked = [number for number, body in pdf.objects.items() if _LINK.search(split(body)[0])]
    if linked:
        number = random.choice(linked)
        said, stream = split(pdf.objects[number])
        target = random.choice((_some(pdf, random), number, 9_999))
        pdf.objects[number] = joined(_replaced(_LINK, said, b"%d 0 R" % target, random), stream)


def _turn_tree(pdf: Pdf, random: Random) -> None:
    """Put a node of the page tree among the children of one, so that it goes round."""
    nodes = [number for number, body in pdf.objects.items() if b"/Kids" in body]
    if nodes:
        number = random.choice(nodes)
        again = b"/Kids [ %d 0 R " % random.choice((number, _some(pdf, random)))
        body = re.sub(rb"/Kids\s*\[", lambda _: again, pdf.objects[number], count=1)
        count = b"/Count %d" % random.choice((0, 2, 40, -1, 2_000_000_000))
        pdf.objects[number] = re.sub(rb"/Count\s+\d+", count, body)


def _number(pdf: Pdf, random: Random) -> None:
    number = _some(pdf, random)
    new = random.choice(NUMBERS).encode()
    pdf.objects[number] = _replaced(_NUMBER, pdf.objects[number], new, random)


def _name(pdf: Pdf, random: Random) -> None:
    """Put a name where another stood: an encoding for a type, a font for a filter."""
    names = [name for body in pdf.objects.values() for name in _NAME.findall(split(body)[0])]
    number = _some(pdf, random)
    said, stream = split(pdf.objects[number])
    new = random.choice((*names, b"/Identity-H", b"/UniGB-UTF16-H", b"/LZWDecode", b"/Crypt"))
    pdf.objects[number] = joined(_replaced(_NAME, said, new, random), stream)


def _swap(pdf: Pdf, random: Random) -> None:
    one, other = _some(pdf, random), _some(pdf, random)
    pdf.objects[one], pdf.objects[other] = pdf.objects[other], pdf.objects[one]


def _lose(pdf: Pdf, random: Random) -> None:
    if len(pdf.objects) > 1:
        del pdf.objects[_some(pdf, random)]


def _draw(pdf: Pdf, random: Random) -> None:
    """Put operators into a stream, or repeat or leave out a piece of it."""
    drawn = [number for number, body in pdf.objects.items() if split(body)[1]]
    if not drawn:
        return
    number = random.choice(drawn)
    said, stream = split(pdf.objects[number])
    assert stream
    start = random.randrange(len(stream))
    piece = stream[start : start + random.choice((10, 300))]
    new = random.choice((random.choice(_OPERATORS), b"", piece * random.choice((2, 60))))
    stream = stream[:start] + new + stream[start + len(piece) :]
    pdf.objects[number] = joined(said, stream)


def _lie_of_length(pdf: Pdf, random: Random) -> None:
    number = _some(pdf, random)
    length = b"/Length %d" % random.choice((0, 1, 50, 10**6, 2**31, 10**30))
    pdf.objects[number] = re.sub(rb"/Length\s+\d+", length, pdf.objects[number])


def _map_letters(pdf: Pdf, random: Random) -> None:
    """Give the fonts a map from codes to letters that gives them none."""
    new = max(pdf.objects) + 1
    for number, body in list(pdf.objects.items()):
        if b"/Type /Font" in body and b"/FontDescriptor" not in body[:30]:
            pdf.objects[number] = body.replace(b"<<", b"<</ToUnicode %d 0 R " % new, 1)
    cmap = random.choice(_MAPS)
    pdf.objects[new] = joined(b"<</Length %d>>\n" % len(cmap), cmap)


_ON_OBJECTS: tuple[Callable[[Pdf, Random], None], ...] = (
    _redirect, _redirect, _turn_tree, _number, _number, _name, _swap, _lose, _draw, _draw, _draw,
    _lie_of_length, _map_letters,
)  # fmt: skip


def _misplace(made: bytes, random: Random) -> bytes:
    new = random.choice((b"startxref\n0", b"0000000000 00000 n", b"9999999999 99999 n", b""))
    return _replaced(_PLACE, made, new, random)


def _earlier_table(made: bytes, random: Random) -> bytes:
    """Let the table of places name itself as the one before it."""
    start = made.rindex(b"xref\n0 1")
    return made.replace(b"trailer\n<<", b"trailer\n<</Prev %d " % start)


def _cut(made: bytes, random: Random) -> bytes:
    return made[: random.randrange(len(made))]


def _flip(made: bytes, random: Random) -> bytes:
    changed = bytearray(made)
    for _ in range(random.choice((1, 5, 60))):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _twice(made: bytes, random: Random) -> bytes:
    start = random.randrange(len(made))
    return made[:start] + made[start : start + 2_000] * random.choice((2, 20)) + made[start:]


_ON_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _misplace, _misplace, _earlier_table, _cut, _flip, _flip, _twice,
)  # fmt: skip
