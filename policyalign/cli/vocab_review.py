"""What ``policyalign vocab review`` does, from its options to its exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.cli.deliver import console, reader, say
from policyalign.cli.progress import Waiting
from policyalign.cli.settings_file import settings_file
from policyalign.cli.verdict import DONE, NOT_DONE
from policyalign.renderers.terminal.page import Page
from policyalign.renderers.terminal.review import print_review
from policyalign.review import review
from policyalign.settings import DEFAULT_PACK

if TYPE_CHECKING:
    from pathlib import Path


def perform(paths: tuple[Path, ...], *, pack: str | None, config: Path | None, most: int) -> int:
    """Review and print; give 2 if no document could be read. Raises ``PolicyAlignError``."""
    kept = settings_file(paths, config, pack=pack)
    with Waiting() as waiting:
        found = review(
            paths, pack=pack or kept.pack or DEFAULT_PACK, marks=kept.marks, progress=waiting
        )
    with reader():
        print_review(Page.on(console()), found, most)
    if found.documents:
        return DONE
    say("No document could be read.")
    return NOT_DONE
