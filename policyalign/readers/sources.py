"""Find the files that a user means, on this computer or at an address."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from policyalign.errors import InputError
from policyalign.readers.finding import FoundFile, find_files
from policyalign.readers.remote import FoundRemote, find_remote, is_address

Source = FoundFile | FoundRemote


def place(text: str | Path) -> str | Path:
    """Give the address that a text is, or else the path; ``file://`` leads to a path as well."""
    if isinstance(text, Path) or not is_address(text):
        return Path(text)
    parts = urlsplit(text)
    if parts.scheme.lower() != "file":
        return text
    host = "" if parts.netloc in {"", "localhost"} else f"//{parts.netloc}"
    return Path(url2pathname(host + parts.path))


def find_sources(paths: Iterable[str | Path]) -> tuple[Source, ...]:
    """Give the files that are meant by paths, or else by addresses, each once, in order of name.

    Raises ``InputError`` if one does not exist, cannot be looked at, or nothing is found.
    """
    asked = [place(path) for path in paths]
    local = [one for one in asked if isinstance(one, Path)]
    remote = [one for one in asked if isinstance(one, str)]
    if not remote:
        return find_files(local)
    if local:
        raise InputError(
            "Files on this computer and at an address cannot be checked together; check the ones "
            "and then the others."
        )
    return find_remote(remote)
