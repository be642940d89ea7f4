"""Make the samples again: ``python -m tools.samples [FOLDER]``.

``python -m tools.samples --revised FOLDER`` makes a second version of each.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.samples.making import PROJECT, make_all, make_revised


def main(arguments: list[str]) -> None:
    """Write all samples into the folder named, or into ``samples`` of the project."""
    second = arguments[:1] == ["--revised"]
    if second and len(arguments) < 2:
        sys.exit("Name a folder for the second versions: python -m tools.samples --revised FOLDER")
    named = arguments[1:] if second else arguments
    folder = Path(named[0]) if named else PROJECT / "samples"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in make_revised() if second else make_all():
        (folder / name).write_bytes(content)
        sys.stdout.write(f"{folder / name}: {len(content):,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
