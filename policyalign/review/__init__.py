"""Review a pack by a folder of policies: from files, a pack and marks to a :class:`Review`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from policyalign.matching.traces import Tracer
from policyalign.model.document import Unread
from policyalign.model.pack import Pack
from policyalign.model.review import Mark, Review
from policyalign.packs import load_pack
from policyalign.readers import read_as
from policyalign.readers.finding import find_files
from policyalign.review.form_use import FormTally
from policyalign.review.marks import MarkTally
from policyalign.review.near import NearTally
from policyalign.review.trial import sentence_document

Progress = Callable[[int, int, str], None]


def review(
    paths: Iterable[str | Path] | str | Path,
    *,
    pack: Pack | str | Path = "sos",
    marks: Iterable[Mark] = (),
    progress: Progress | None = None,
) -> Review:
    """Show how the forms of a pack do in files, or in all files of folders.

    ``marks`` are passages in which a person saw a concept that the pack did not. ``progress`` is
    told how many files are done, how many there are, and the name of the one just done.

    Raises ``InputError`` for paths that do not exist and marks of concepts that the pack does not
    have, and ``PackError`` for a bad pack.
    """
    pack = pack if isinstance(pack, Pack) else load_pack(pack)
    marked = MarkTally(pack, marks)
    files = find_files([paths] if isinstance(paths, str | Path) else paths)
    tracer = Tracer(pack)
    forms, near = FormTally(pack), NearTally(pack, tracer.compiled)
    _learn(pack, tracer, forms, near)
    documents = words = 0
    unread: list[Unread] = []
    for done, file in enumerate(files, start=1):
        document = read_as(file.path, file.name)
        if isinstance(document, Unread):
            unread.append(document)
        else:
            traced = tracer.trace(document)
            forms.add(traced)
            near.add(traced)
            marked.add(traced, file.path)
            documents += 1
            words += document.words
        if progress:
            progress(done, len(files), file.name)
    return Review(
        pack=pack,
        documents=documents,
        words=words,
        unread=tuple(unread),
        unused=forms.unused(),
        silent=forms.silent(),
        everywhere=forms.everywhere(documents),
        near_misses=near.result(),
        marks=marked.result(),
    )


def _learn(pack: Pack, tracer: Tracer, forms: FormTally, near: NearTally) -> None:
    """Let the pack's own examples be seen first: a folder may hold few of its words."""
    for concept in pack.concepts.values():
        for sentence in concept.examples:
            example = tracer.trace(sentence_document(sentence))
            forms.learn(example)
            near.learn(example)
