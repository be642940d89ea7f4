"""Make the samples again: ``python -m tools.samples [FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.samples.making import PROJECT, make_all


def main(arguments: list[str]) -> None:
    """Write all samples into the folder named, or into ``samples`` of the project."""
    folder = Path(arguments[0]) if arguments else PROJECT / "samples"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in make_all():
        (folder / name).write_bytes(content)
        sys.stdout.write(f"{folder / name}: {len(content):,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
