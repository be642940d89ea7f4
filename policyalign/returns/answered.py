"""What a return that came back can tell, whatever kind of file it is."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from policyalign.model.returns import Return
from policyalign.renderers.return_record import Record
from policyalign.returns.problems import Problem


class Spot(NamedTuple):
    """Where something stands, as ``Problem`` names it."""

    sheet: str
    cell: str
    row: int


class Answered(Protocol):
    """A return that came back. ``problems`` are those met while it was read."""

    @property
    def made(self) -> Return:
        """What people said."""
        ...

    @property
    def record(self) -> Record:
        """What the program knew of it when it last wrote it."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was met while it was read."""
        ...

    @property
    def agency_spot(self) -> Spot:
        """Where the agency is named."""
        ...

    def holds(self, item: str) -> bool:
        """Tell whether an item is still in the file."""
        ...

    def spot(self, item: str, key: str) -> Spot:
        """Tell where a field of an item that is in the file stands."""
        ...

    def typed(self, item: str, key: str) -> str:
        """Give what stands in a field, whether or not anything could be made of it."""
        ...
