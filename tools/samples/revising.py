"""Second versions of the samples, for showing what changes from one version to the next.

``revisions.toml`` lists for each sample what is replaced in its text, each as it stands there but
for white space, and where the file is renamed, its new name.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tools.samples.source import Source, source_of

_REVISIONS = Path(__file__).resolve().parent / "revisions.toml"


def revised(path: Path) -> Source:
    """Read a text with the edits of its second version made; raises ``ValueError`` if one fails."""
    text = path.read_text(encoding="utf-8")
    revision = _revisions()[path.stem]
    for edit in revision["edit"]:
        text = _edited(text, edit["old"].strip(), edit["new"].strip())
    return source_of(revision.get("name", path.stem), text)


@cache
def _revisions() -> dict[str, Any]:
    return tomllib.loads(_REVISIONS.read_text(encoding="utf-8"))


def _edited(text: str, old: str, new: str) -> str:
    """Replace what stands there once, however its lines are broken; lines of ``new`` are kept."""
    pattern = re.compile(r"\s+".join(map(re.escape, old.split())))
    count = len(pattern.findall(text))
    if count != 1:
        raise ValueError(f"stands there {count} times and not once: {old}")
    return pattern.sub(lambda _: new, text)
