"""The files of a soak: good ones spoilt in every way, and some that stay as they were."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.corpus import make_corpus
from tests.fuzz.pdf_files import spoil_pdf
from tests.fuzz.word_files import spoil_word

_SAMPLES = Path(__file__).parents[1] / "samples"
_EACH, _PARAGRAPHS = 4, 12
_FILES_A_CONTROL = 25
_FILES_A_FOLDER = 200


@dataclass(frozen=True, slots=True)
class Laid:
    """A folder of files. ``controls`` says of which original each unspoilt file is a copy.

    All names are as a report gives them, below ``folder``; ``originals`` lie in a folder of theirs.
    """

    folder: Path
    names: frozenset[str]
    controls: dict[str, Path]
    originals: tuple[Path, ...]


def lay_out(into: Path, files: int, seed: int) -> Laid:
    """Write so many spoilt files, and one control for every 25 of them, in folders of some."""
    originals = _originals(into / "originals")
    folder = into / "policies"
    names: list[str] = []
    controls: dict[str, Path] = {}
    for number in range(files):
        random = Random(f"{seed} {number}")
        original = random.choice(originals)
        below = f"{number // _FILES_A_FOLDER:03d}/{number:05d}"
        names.append(f"{below}-{original.name}")
        _write(folder / names[-1], _spoilt(original, random))
        if number % _FILES_A_CONTROL == 0:
            # Under its own name, which has a say in the type of the document.
            control = f"{below}/{original.name}"
            controls[control] = original
            _write(folder / control, original.read_bytes())
    return Laid(folder, frozenset((*names, *controls)), controls, originals)


def _originals(folder: Path) -> tuple[Path, ...]:
    folder.mkdir(parents=True)
    make_corpus(folder, each=_EACH, paragraphs=_PARAGRAPHS)
    for sample in _SAMPLES.iterdir():
        shutil.copy(sample, folder)
    return tuple(sorted(folder.iterdir()))


def _spoilt(original: Path, random: Random) -> bytes:
    spoil = spoil_pdf if original.suffix == ".pdf" else spoil_word
    return spoil(original.read_bytes(), random)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
