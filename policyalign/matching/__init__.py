"""Find where a document uses the pack's vocabulary, and in what sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from policyalign.excerpts import excerpt
from policyalign.matching.candidates import Candidate, settle
from policyalign.matching.compiled import CompiledPack, compile_pack
from policyalign.matching.context import Context, read_document
from policyalign.matching.document_type import OPENING_BLOCKS, infer_type
from policyalign.matching.reading import CITED
from policyalign.model.document import Document, Kind
from policyalign.model.pack import Discouraged, Pack
from policyalign.model.report import Finding, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """The mentions of concepts and the discouraged wording of one document, in its order.

    ``opening`` are its first blocks in letters, from which its type is inferred.
    """

    mentions: tuple[Mention, ...]
    discouraged: tuple[Finding, ...]
    opening: str


class Matcher:
    """Finds the wording of one pack. Making one costs time; using it again is cheap.

    ``compiled`` is the pack made ready for matching, if that was done before.
    """

    def __init__(self, pack: Pack, compiled: CompiledPack | None = None) -> None:
        self.compiled = compiled or compile_pack(pack)

    def match(self, document: Document) -> Matches:
        """Find every mention and every discouraged wording in a document."""
        context = read_document(self.compiled, document)
        mentions: list[Mention] = []
        findings: list[Finding] = []
        for index, reading in context.readings.with_candidates():
            allowed = [c for c in reading.candidates if context.allows(index, c)]
            for candidate in settle(allowed, self.compiled.pack):
                if candidate.hit.wording.role == "concept":
                    mentions.append(self._mention(context, index, candidate))
                else:
                    findings.append(self._finding(context, index, candidate))
        return Matches(
            mentions=tuple(mentions),
            discouraged=tuple(findings),
            opening=context.readings.lettered(OPENING_BLOCKS),
        )

    def infer_type(self, document: Document, matches: Matches) -> tuple[str, str]:
        """Give the id of the document's type and, in words, why it was chosen."""
        return infer_type(self.compiled, document, matches.opening)

    def _mention(self, context: Context, index: int, candidate: Candidate) -> Mention:
        reading = context.readings[index]
        hit, block = candidate.hit, reading.block
        start, end = reading.passage.offsets(hit.start, hit.end)
        status, planned = reading.status(hit)
        ordinary = self.compiled.pack.concepts[hit.wording.owner].ordinary
        return Mention(
            concept=hit.wording.owner,
            quote=block.text[start:end],
            start=start,
            end=end,
            block=block.place.block,
            place=block.place,
            state=block.state,
            status=status,
            how=candidate.how(reading.passage),
            similarity=candidate.similarity,
            sentence=reading.passage.sentence_offsets(hit.start),
            commits=not ordinary and reading.cues.commits(hit),
            planned=planned,
            whose=reading.cues.whose(hit, context.headings(index)),
        )

    def _finding(self, context: Context, index: int, candidate: Candidate) -> Finding:
        reading = context.readings[index]
        hit, block = candidate.hit, reading.block
        start, end = reading.passage.offsets(hit.start, hit.end)
        wording = self.compiled.pack.discouraged[hit.wording.owner]
        excuse = _excuse(context, index, candidate, wording, (start, end))
        sentence = reading.passage.sentence_offsets(hit.start)
        return Finding(
            id=wording.id,
            quote=block.text[start:end],
            prefer=wording.prefer,
            excused=bool(excuse),
            excuse=excuse,
            start=start,
            end=end,
            block=block.place.block,
            place=block.place,
            sentence="".join(excerpt(block.text, (start, end), sentence)),
        )


_matchers: dict[str, Matcher] = {}


def matcher_for(pack: Pack, make: Callable[[Pack], CompiledPack] = compile_pack) -> Matcher:
    """Give the matcher of a pack, made once in a process for each fingerprint.

    ``make`` gives the pack compiled.
    """
    if pack.fingerprint not in _matchers:
        _matchers[pack.fingerprint] = Matcher(pack, make(pack))
    return _matchers[pack.fingerprint]


def _excuse(
    context: Context, index: int, candidate: Candidate, wording: Discouraged, span: tuple[int, int]
) -> str:
    """Say why discouraged wording may stand, or give an empty text."""
    reading, hit = context.readings[index], candidate.hit
    kind, counts = reading.block.kind, wording.in_references
    if reading.quoted.holds(span) and not (counts and kind is Kind.REFERENCE):
        return "quoted"
    cited = kind in CITED or reading.others_words.holds(span)
    if kind is Kind.CONTENTS or (cited and not counts):
        return "title or reference"
    heading = context.heading_cues(index)
    sense = reading.cues.other_sense(hit.wording.owner, hit) or (
        heading and heading.other_sense(hit.wording.owner)
    )
    if sense:
        return f"another sense: {sense}"
    if place := context.place(index, hit.wording.owner):
        return f"current in {place}"
    column = context.column_heading(index)
    return reading.cues.excuse(hit) or (column and column.cues.heads_excuse()) or ""
