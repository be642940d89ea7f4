"""Make the policies of a fictional partnership: ``python -m tools.samples.partnership [FOLDER]``.

Three agencies have two policies each. They agree on most names for the ideas of the framework, and
differ where ``docs/language.md`` says so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.samples import word
from tools.samples.making import PROJECT
from tools.samples.source import read_source

# Not within samples: "check samples" would read them, and the README shows what that prints.
FOLDER = PROJECT / "docs" / "sample-partnership"
_TEXTS = Path(__file__).resolve().parent / "agencies"


def make_partnership() -> Iterator[tuple[str, bytes]]:
    """Give the path below the folder and the bytes of each policy, in order of path."""
    for path in sorted(_TEXTS.glob("*/*.md")):
        source = read_source(path)
        yield f"{path.parent.name}/{source.name}.docx", word.make(source)


def main(arguments: list[str]) -> None:
    """Write all policies into the folder named, or into that of the project."""
    folder = Path(arguments[0]) if arguments else FOLDER
    for name, content in make_partnership():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        sys.stdout.write(f"{target}: {len(content):,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
