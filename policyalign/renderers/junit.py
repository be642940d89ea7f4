"""The report as JUnit XML, for pipelines that show tests: a document is a suite, an item a test.

An item that is only partly met fails too, with a type of its own: JUnit has nothing between
passing and failing, and as a pass it would go unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from policyalign import __version__
from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.gaps import OPEN, Gap, gaps, type_name
from policyalign.renderers.plain import plain
from policyalign.renderers.wording import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyalign.model.document import Unread
    from policyalign.model.pack import Pack
    from policyalign.model.report import DocumentResult, ItemResult, Report

TOOL = "policyalign"
_SKIPPED = (Outcome.UNCLEAR, Outcome.NOT_APPLICABLE)


def render(report: Report) -> bytes:
    """Give the report in UTF-8; it says nothing of time, so that it can be compared."""
    root = ET.Element("testsuites", name=TOOL)
    for document in report.documents:
        _add_document(root, document, report.pack)
    for file in report.unread:
        _add_unread(root, file)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _add_document(root: ET.Element, document: DocumentResult, pack: Pack) -> None:
    suite = ET.SubElement(
        root,
        "testsuite",
        name=plain(document.path),
        tests=str(len(document.items)),
        failures=str(len(document.with_outcome(*OPEN))),
        errors="0",
        skipped=str(len(document.with_outcome(*_SKIPPED))),
    )
    properties = ET.SubElement(suite, "properties")
    for name, value in _properties(document, pack):
        ET.SubElement(properties, "property", name=name, value=plain(value))
    open_gaps = {gap.item.id: gap for gap in gaps(document, pack, *OPEN, pointer="; see below")}
    for item in document.items:
        _add_item(suite, document, item, pack, open_gaps.get(item.id))
    if said := list(_asides(document)):
        ET.SubElement(suite, "system-out").text = _lines(said)


def _properties(document: DocumentResult, pack: Pack) -> Iterator[tuple[str, str]]:
    yield "policyalign", __version__
    yield "pack", f"{pack.id} {pack.version} {pack.fingerprint}"
    yield "title", document.title or ""
    yield "type", type_name(document, pack)
    yield "agency", document.agency or ""
    yield "sha256", document.sha256
    yield "score", wording.score(document.score)
    yield "rating", document.rating or ""


def _add_item(
    suite: ET.Element, document: DocumentResult, item: ItemResult, pack: Pack, gap: Gap | None
) -> None:
    known = pack.checklist[item.id]
    case = ET.SubElement(
        suite,
        "testcase",
        name=plain(f"{known.id}: {known.title}"),
        classname=_class_name(document.path),
        group=str(known.importance),
    )
    if gap is not None:
        message = plain(" ".join(gap.missing) or wording.OUTCOMES[gap.outcome])
        failure = ET.SubElement(case, "failure", type=str(gap.outcome), message=message)
        failure.text = _lines(gap.lines())
    elif item.outcome in _SKIPPED:
        reason = f"{wording.ASIDES[item.outcome]}: {item.reason}"
        ET.SubElement(case, "skipped", type=str(item.outcome), message=plain(reason))


def _asides(document: DocumentResult) -> Iterator[str]:
    """Say what belongs to a document and to no item."""
    for notice in document.notices:
        yield f"{Label.NOTICES}: {wording.notice(notice)}"
    for finding in document.faults:
        words = wording.found_at(finding.quote, wording.place(finding.place))
        yield f"{Label.DISCOURAGED}: {words}. {Label.BETTER}: {finding.prefer}"


def _add_unread(root: ET.Element, file: Unread) -> None:
    path, reason = plain(file.path), plain(wording.sentence(file.reason))
    suite = ET.SubElement(root, "testsuite", name=path, tests="1", failures="0", errors="1")
    case = ET.SubElement(suite, "testcase", name=Label.UNREAD, classname=_class_name(file.path))
    ET.SubElement(case, "error", type="unread", message=reason).text = reason


def _class_name(path: str) -> str:
    """Give a path as one name: a full stop would part it into packages."""
    return plain(path).replace(".", "_")


def _lines(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(map(plain, lines))
