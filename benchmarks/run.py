"""What the parts of a run share: the files, their text, the pack, and the notes they leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from time import process_time

import policyalign
from benchmarks import alternatives as other
from benchmarks.corpus import Corpus
from benchmarks.measuring import ROUNDS, rates
from policyalign.matching import Matcher, matcher_for
from policyalign.model.document import Document
from policyalign.model.pack import Pack

FILES = 10_000
_KB_A_ROUND = {"every": 12, "one": 120}


@dataclass
class Run:
    """One run. All but the files is made when it is first asked for.

    ``files`` is how many the largest check of copies has.
    """

    corpus: Corpus
    files: int = FILES
    notes: list[str] = field(default_factory=list)

    @property
    def originals(self) -> tuple[Path, ...]:
        """All files, a Word file and a PDF in turn."""
        return self.corpus.in_turn

    @cached_property
    def pack(self) -> Pack:
        """The pack that ships with the program."""
        return policyalign.load_pack("sos")

    @cached_property
    def documents(self) -> list[Document]:
        """All files, read."""
        return read_all(self.corpus)

    @cached_property
    def texts(self) -> list[str]:
        """The text of every block of every file."""
        return [block.text for document in self.documents for block in document.blocks]

    @cached_property
    def megabytes(self) -> float:
        """How much text the blocks hold."""
        return size(self.texts)

    @cached_property
    def terms(self) -> dict[str, other.Terms]:
        """What the alternatives search with: ``every`` wording, or ``one`` of each form."""
        return {"every": other.all_terms(self.pack), "one": other.one_term_a_form(self.pack)}

    @cached_property
    def matcher(self) -> Matcher:
        """A matcher that has met all the words once."""
        documents, megabytes = self.documents, self.megabytes
        words = sum(document.words for document in documents)
        began = process_time()
        matcher = matcher_for(self.pack)
        ready = process_time()
        mentions = sum(len(matcher.match(document).mentions) for document in documents)
        done = process_time()
        self.notes.append(
            f"matching: {megabytes:.2f} MB of text, {words:,} words, "
            f"{1000 * mentions / words:.1f} mentions per 1,000 words. Compiling the pack takes "
            f"{ready - began:.2f} s; the first time through the text, with every word new, runs "
            f"at {megabytes / (done - ready):.2f} MB/s."
        )
        return matcher

    @cached_property
    def matching(self) -> dict[str, float]:
        """MB of text a second: ``ours``, and partial_ratio with ``every`` and ``one`` wording."""
        self.notes += [
            f"partial_ratio, {name}: {size} kB of sentences a round, scaled by size."
            for name, size in _KB_A_ROUND.items()
        ]
        return rates(
            {
                "ours": self.match_all,
                "every": self._partial_ratio("every"),
                "one": self._partial_ratio("one"),
            }
        )

    def match_all(self, _: int) -> float:
        """Match every document; give how much text that was."""
        for document in self.documents:
            self.matcher.match(document)
        return self.megabytes

    def _partial_ratio(self, name: str) -> Callable[[int], float]:
        def work(number: int) -> float:
            some = self._sentences(_KB_A_ROUND[name], number)
            other.partial_ratio_concepts(some, self.terms[name])
            return size(some)

        return work

    def _sentences(self, kilobytes: int, number: int) -> list[str]:
        """Give sentences of about that size, in each round from other documents."""
        found: list[str] = []
        kept = 0.0
        first = number * len(self.documents) // ROUNDS + 1
        for document in self.documents[first:]:
            for sentence in (s for b in document.blocks for s in other.sentences(b.text)):
                kept += size([sentence])
                if 1000 * kept > kilobytes:
                    return found
                found.append(sentence)
        return found


def read_all(corpus: Corpus) -> list[Document]:
    """Read the files of a corpus."""
    read = [policyalign.read(path) for path in (*corpus.word, *corpus.pdf)]
    return [document for document in read if isinstance(document, Document)]


def size(texts: Iterable[str]) -> float:
    """Give how much texts hold, in MB."""
    return sum(len(text.encode()) for text in texts) / 1e6
