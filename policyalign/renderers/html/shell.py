"""What every web page of ours has in common: how it is filled, and kept from doing harm."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from collections.abc import Callable

# HTML cannot hold the first; the others reorder a line, or are no characters at all.
_UNFIT = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_HEAD = "head.html"
_LINE_ENDS = re.compile("\r\n|[\x0b\x0c\r\x85\u2028\u2029]")


def visible(value: object) -> object:
    """Make text fit for a page: nothing in it may be lost, end the file or reorder a line.

    What templates themselves have made is passed on as it is.
    """
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return _UNFIT.sub("\ufffd", _LINE_ENDS.sub("\n", value))


def environment(read: Callable[[str], str]) -> jinja2.Environment:
    """Make templates ready, which ``read`` gives by name; all that they are given is escaped.

    The head is the same for all pages, and stands here.
    """

    def read_any(name: str) -> str:
        return part(str(__package__), name) if name == _HEAD else read(name)

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(read_any),
        autoescape=True,
        finalize=visible,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def part(package: str, name: str) -> str:
    """Read a file of a package's ``templates``, with the line ends that its hash is made of."""
    file = resources.files(package) / "templates" / name
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")


def security_policy(style: str, script: str = "") -> str:
    """Allow this style and this script by their hashes, and nothing else from anywhere."""
    scripts = f"script-src {_hash(script)}; " if script else ""
    return (
        f"default-src 'none'; style-src {_hash(style)}; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
