"""What stands in the other cells of a cell's row, and at the head of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from policyalign.matching.lexicon import CLAUSE_END, SENTENCE_END
from policyalign.model.document import Block

_LONGEST_ROW, _LONGEST_ANSWER = 30, 40
# "Undecided. A paper goes to the board in May": under such a heading a cell begins with an answer.
_ASKS = re.compile(
    r"\b(?:in use|in place|used|adopted|status|position|progress|stage)\b", re.IGNORECASE
)
_SAYS_YES = re.compile(r"\s*(?:yes|always|done|met|green|in\s+(?:place|use))\b", re.IGNORECASE)


class Tables:
    """The tables among the ``blocks`` of a document, of which ``lettered`` are the letters.

    Cells are given by the number of the block.
    """

    def __init__(self, blocks: Sequence[Block], lettered: Sequence[str]) -> None:
        self._blocks = blocks
        self._lettered = lettered

    def head(self, number: int) -> int | None:
        """Give the cell at the head of a cell's column, if there is one above it."""
        cell = self._blocks[number].cell
        if cell is None or cell.row == 1:
            return None
        return self._heads.get((cell.table, cell.column))

    def beside(self, number: int) -> list[tuple[str, str]]:
        """Give the short answers in the other cells of a row: "No", with its heading "In use No".

        Each stands with its letters. There are none where one of the cells says yes, and none for
        the row of the headings, in which "No" is short for "number".
        """
        cell = self._blocks[number].cell
        if cell is None or cell.row == 1:
            return []
        found: list[tuple[str, str]] = []
        near = range(max(0, number - _LONGEST_ROW), min(len(self._blocks), number + _LONGEST_ROW))
        for at in near:
            block = self._blocks[at]
            other = block.cell
            if (
                other
                and (other.table, other.row) == (cell.table, cell.row)
                and other.column != cell.column
                and (answer := self._answer(at))
            ):
                if _SAYS_YES.match(block.text):
                    return []
                found.append(answer)
                head = self.head(at)
                if head is not None:
                    found.append(self._under(head, at))
        return found

    def _answer(self, number: int) -> tuple[str, str] | None:
        """Give a short cell with its letters, or the first sentence of one that has to answer."""
        text, lettered = self._blocks[number].text, self._lettered[number]
        head = self.head(number)
        if (
            len(text) > _LONGEST_ANSWER
            and head is not None
            and _ASKS.search(self._blocks[head].text)
        ):
            text, lettered = text.partition(". ")[0], lettered.partition(SENTENCE_END)[0]
        return (text, lettered) if len(text) <= _LONGEST_ANSWER else None

    def _under(self, head: int, number: int) -> tuple[str, str]:
        text = f"{self._blocks[head].text.rstrip('?:. ')} {self._blocks[number].text}"
        return text, self._lettered[head].rstrip(SENTENCE_END + CLAUSE_END) + self._lettered[number]

    @cached_property
    def _heads(self) -> dict[tuple[int, int], int]:
        """The number of the block at the head of each column, by table and column."""
        heads: dict[tuple[int, int], int] = {}
        for number, block in enumerate(self._blocks):
            if block.cell and block.cell.row == 1:
                heads.setdefault((block.cell.table, block.cell.column), number)
        return heads
