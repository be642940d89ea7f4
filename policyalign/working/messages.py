"""What a worker and the process that started it say to each other, through pipes."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol, TypeVar

Item_contra = TypeVar("Item_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)

READY = "ready"
"""What a worker says first, when it could take an item."""

OUT_OF_MEMORY = 77
"""The exit code of a worker that was refused more memory."""


class Work(Protocol[Item_contra, Result_co]):
    """What is done with each item. It, what it takes and what it gives can be pickled."""

    def prepare(self) -> None:
        """Do once in a process what would otherwise be part of the first item's time."""

    def __call__(self, item: Item_contra, /) -> Result_co:
        """Give the result of one item. What it raises ends the worker."""


@dataclass(frozen=True, slots=True)
class Start:
    """The first message to a worker: what it does, and the most memory it may use, in MB."""

    work: Work[Any, Any]
    megabytes: int


def packed(message: object) -> bytes:
    """Give a message as it goes through a pipe."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def unpacked(message: bytes) -> Any:
    """Give what was packed."""
    # Both ends are the same program, and nobody else may reach what lies between them.
    return pickle.loads(message)  # noqa: S301


def send(pipe: BinaryIO, message: bytes) -> None:
    """Send a packed message. Raises ``OSError`` where nobody is left to read it."""
    pipe.write(message)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """Wait for a message. Raises ``EOFError`` where there will be none, nor the rest of one."""
    try:
        # Both ends are the same program under the same user; nothing else writes to the pipe.
        return pickle.load(pipe)  # noqa: S301
    except (pickle.UnpicklingError, OSError) as problem:
        raise EOFError from problem
