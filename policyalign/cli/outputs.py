"""Whether files can be written where they are asked for: told before anything is read."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from policyalign import report_mark
from policyalign.errors import InputError
from policyalign.output import NOT_A_REPORT, check_replaceable, check_target, holds
from policyalign.readers import is_readable_kind
from policyalign.readers.finding import find_files
from policyalign.renderers.signature import is_report


def check_output(
    path: Path, policies: tuple[Path, ...], *, force: bool, refusal: str = NOT_A_REPORT
) -> None:
    """Raise ``PolicyAlignError`` if a report must not, or cannot, be written to ``path``.

    ``policies`` are the files and folders that are read. ``refusal`` is for a file that somebody
    else made, over which only ``force`` lets write.
    """
    check_target(path)
    refuse_policy(path, policies)
    if not force:
        check_replaceable(path, is_report, refusal)


def check_endings(outputs: tuple[Path, ...], endings: Collection[str], what: str) -> None:
    """Raise ``InputError`` for a name that tells no format, or that stands there twice.

    ``what`` names in the plural what is written.
    """
    for path in outputs:
        if path.suffix.lower() not in endings:
            raise InputError(
                f"Cannot tell the format from the name {path}. End it in {', '.join(endings)}."
            )
        if outputs.count(path) > 1:
            raise InputError(f"Two {what} cannot be written to the same file: {path}.")


def refuse_policy(output: Path, paths: tuple[Path, ...]) -> None:
    """Refuse to write a report over a document that is to be checked.

    An earlier report that stands among the documents is no document, and may be written anew.
    """
    if not (output.exists() and paths):
        return
    for file in find_files(paths):
        if not output.samefile(file.path):
            continue
        named = any(map(file.path.samefile, paths))
        if named or (is_readable_kind(file.path) and not holds(file.path, report_mark.is_report)):
            raise InputError(f"{output} is one of the documents to check. Choose another name.")
