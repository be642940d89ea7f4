"""The text of a document that is kept: unpacked when a report wants to show it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import overload

import msgspec

from policyalign.keeping.packing import checked, packed
from policyalign.model.document import Block

_DECODER = msgspec.msgpack.Decoder(tuple[Block, ...])


class KeptText(Sequence[Block]):
    """The blocks of a document as they were packed; most reports never ask for them.

    They take as long to unpack as all else that is kept of the document.
    """

    def __init__(self, content: bytes) -> None:
        self.content = content

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> KeptText:
        """Pack blocks, unless they are packed already."""
        return blocks if isinstance(blocks, cls) else cls(packed(msgspec.msgpack.encode(blocks)))

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        return checked(_DECODER, self.content)

    def __len__(self) -> int:
        """Give how many blocks there are."""
        return len(self._blocks)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        """Give a block, or several."""
        return self._blocks[index]

    def __eq__(self, other: object) -> bool:
        """Tell whether these are the same blocks, packed or not."""
        return isinstance(other, Sequence) and self._blocks == tuple(other)

    def __hash__(self) -> int:
        """Give the number that the same blocks have unpacked."""
        return hash(self._blocks)
