"""Agreement with labelled passages and documents, of policyalign and of what stands in for it.

    python benchmarks/accuracy.py [PASSAGES.jsonl] [--alone] [--errors] [--concepts] [--slow]
                                  [--own] [--write]

``--alone`` leaves out the alternatives, which take minutes; ``--slow`` adds one that takes some
twenty minutes. ``--errors`` lists every disagreement of policyalign, ``--concepts`` gives the
figures of every concept. ``--own`` scores the passages in ``benchmarks/passages`` and the documents
in ``benchmarks/documents`` as well, each in two parts: what development looks at, and what it never
does. ``--write`` puts the tables in
``docs/accuracy.md``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import policyalign
from benchmarks import accuracy_tables as tables
from benchmarks.accuracy_errors import error_lines
from benchmarks.agreement import Result
from benchmarks.labelled_documents import (
    DOCUMENTS,
    document_errors,
    document_lines,
    score_documents,
)
from benchmarks.labelled_passages import PASSAGES, Passage, read_passages
from benchmarks.matchers import ALTERNATIVES, best, ours, results_with_settings
from benchmarks.page import put
from policyalign.model.pack import Pack

_OWN = Path(__file__).parent / "passages"
_OWN_DOCUMENTS = Path(__file__).parent / "documents"
_PARTS_OF_OWN = ("worked-on", "set-aside")
PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"


def main() -> None:
    """Score the passages named on the command line, and the labelled documents."""
    options = _options()
    passages: list[Passage] = options.passages
    pack = policyalign.load_pack("sos")
    own = ours(passages, pack)
    if options.errors:
        print("\n".join(error_lines(own)))
    tried, absent = ({}, {}) if options.alone else try_all(passages, pack, slow=options.slow)
    results = [own, *map(best, tried.values())]
    parts = {
        "passages": [*tables.passage_lines(results, absent), *tables.ahead_lines(results, tried)]
    }
    if DOCUMENTS.is_dir():
        scores = score_documents(DOCUMENTS, pack)
        if options.errors:
            print("\n".join(document_errors(scores)))
        parts["documents"] = list(document_lines(scores))
    if options.own:
        parts["own"] = own_lines(pack)
        parts["own-documents"] = own_document_lines(pack)
    print("\n\n".join("\n".join(lines) for lines in parts.values()))
    if options.concepts:
        print("\n".join(tables.concept_lines(results)))
    if options.write:
        for part, lines in parts.items():
            put(PAGE, part, lines)


def own_lines(pack: Pack) -> list[str]:
    """Score both parts of the project's own passages and give their tables."""
    results = []
    for name in _PARTS_OF_OWN:
        passages = read_passages(_OWN / f"{name}.jsonl")
        title, count = name.replace("-", " "), f"{len(passages)} passages"
        results.append(replace(ours(passages, pack), matcher=title, setting=count))
    return list(tables.own_set_lines(results))


def own_document_lines(pack: Pack) -> list[str]:
    """Score both parts of the project's own documents and give their tables.

    Of what is set aside only the sums are told.
    """
    worked_on, set_aside = (score_documents(_OWN_DOCUMENTS / part, pack) for part in _PARTS_OF_OWN)
    seen, unseen = document_lines(worked_on), document_lines(set_aside, each=False)
    return ["Worked on:", "", *seen, "", "Set aside:", "", *unseen]


def try_all(
    passages: Sequence[Passage], pack: Pack, *, slow: bool
) -> tuple[dict[str, list[Result]], dict[str, str]]:
    """Give what each alternative finds with all its settings, and why others were left out."""
    tried: dict[str, list[Result]] = {}
    absent: dict[str, str] = {}
    for each in ALTERNATIVES:
        if not each.is_installed:
            absent[each.title] = f"not measured: {each.needs} is not installed"
        elif each.slow and not slow:
            absent[each.title] = "not measured: it takes some twenty minutes"
        else:
            tried[each.title] = list(results_with_settings(each, passages, pack))
    return tried, absent


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("passages", nargs="?", type=Path, default=PASSAGES)
    parser.add_argument("--alone", action="store_true", help="without the alternatives")
    parser.add_argument("--slow", action="store_true", help="with the slowest alternative too")
    parser.add_argument("--errors", action="store_true", help="list every disagreement")
    parser.add_argument("--concepts", action="store_true", help="figures of every concept")
    parser.add_argument("--own", action="store_true", help="score the project's own passages too")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    options = parser.parse_args()
    if options.alone and (options.write or options.slow):
        parser.error("--alone leaves out what --write and --slow are for")
    try:
        options.passages = read_passages(options.passages)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        parser.error(f"{options.passages} cannot be read as labelled passages: {problem!r}")
    return options


if __name__ == "__main__":
    main()
