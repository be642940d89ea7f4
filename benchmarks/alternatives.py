"""What policyalign is measured against: the obvious use of well-known packages."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind
from rapidfuzz import fuzz

from policyalign.forms import Word, is_case_exact, is_plain, parse_form, parse_phrase
from policyalign.model.pack import Form, Pack, Sense

CUTOFF = 85
Terms = Mapping[str, str]
"""Wording in small letters, and the concept that it names."""
PageReader = Callable[[Path], list[str]]


def pdfplumber_text(path: Path) -> list[str]:
    """Give the text of each page."""
    import pdfplumber

    texts = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            texts.append(page.extract_text())
            page.close()
    return texts


def pypdfium2_text(path: Path) -> list[str]:
    """Give the text of each page, as PDFium has it."""
    import pypdfium2

    texts = []
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_range())
            text_page.close()
            page.close()
    return texts


def python_docx_text(path: Path) -> list[str]:
    """Give the text of each paragraph, those of tables included, in their order."""
    import docx

    return list(_walk(docx.Document(str(path))))


def _walk(container: Any) -> Iterator[str]:
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item.rows:
                for cell in row.cells:
                    yield from _walk(cell)
        else:
            yield item.text


def all_terms(pack: Pack, senses: Collection[Sense] = tuple(Sense)) -> Terms:
    """Give every wording, of the forms with these senses, that is words alone, in full.

    Acronyms that are matched letter for letter are left out: in small letters they would be found
    inside other words.
    """
    return {
        wording: concept
        for form, concept in _plain_forms(pack)
        if form.sense in senses
        for wording in wordings_of(form)
    }


def one_term_a_form(pack: Pack) -> Terms:
    """Give one wording of each form: the shortest list that anyone would search with."""
    return {next(wordings_of(form)): concept for form, concept in _plain_forms(pack)}


def _plain_forms(pack: Pack) -> Iterator[tuple[Form, str]]:
    for concept in pack.concepts.values():
        for form in concept.forms:
            if is_plain(parse_phrase(form.text)) and not is_case_exact(form.text):
                yield form, concept.id


def wordings_of(form: Form) -> Iterator[str]:
    """Give every wording that a form of words alone stands for."""
    for sequence in parse_form(form.text):
        yield " ".join(element.text for element in sequence if isinstance(element, Word))


def sentences(text: str) -> list[str]:
    """Split a text where sentences and lines seem to end."""
    return [s.strip() for s in re.split(r"(?<=[.!?])\s+|\n{2,}", text) if s.strip()]


def partial_ratio_concepts(texts: Iterable[str], terms: Terms) -> list[set[str]]:
    """Compare every wording with every sentence and give the concepts found in each."""
    return [
        {
            concept
            for term, concept in terms.items()
            if fuzz.partial_ratio(term, text.lower(), score_cutoff=CUTOFF)
        }
        for text in texts
    ]


class ExactPass:
    """One pass of an automaton over text in small letters: exact words and nothing else."""

    def __init__(self, terms: Terms) -> None:
        self._concepts = list(terms.values())
        self._automaton = AhoCorasick(list(terms), matchkind=MatchKind.LeftmostLongest)

    def __call__(self, texts: Iterable[str]) -> list[set[str]]:
        """Give the concepts found in each text."""
        find = self._automaton.find_matches_as_indexes
        return [{self._concepts[i] for i, _, _ in find(text.lower())} for text in texts]


def obvious_check(path: Path, terms: Terms) -> set[str]:
    """Check one file the way that comes to mind first: read, split, compare."""
    readers: dict[str, PageReader] = {
        ".pdf": pdfplumber_text,
        ".docx": python_docx_text,
    }
    found = [s for text in readers[path.suffix](path) for s in sentences(text)]
    return set[str]().union(*partial_ratio_concepts(found, terms))
