"""The report as JUnit XML, for pipelines that show tests: a document is a suite, an item a test.

An item that is only partly met fails too, with a type of its own: JUnit has nothing between
passing and failing, and as a pass it would go unseen.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from policyalign import __version__
from policyalign.model.report import Outcome
from policyalign.renderers import wording
from policyalign.renderers.decision_wording import LEFT_OUT, REMARKS, after, line, remark
from policyalign.renderers.gaps import OPEN, Gap, gaps, type_name
from policyalign.renderers.plain import plain
from policyalign.renderers.since import mark
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
    return b"".join(render_pieces(report))


def render_pieces(report: Report) -> Iterator[bytes]:
    """Give the same bytes, a suite at a time; the counts of all stand first."""
    root = ET.Element("testsuites", name=TOOL)
    counts = Counter(errors=len(report.unread), tests=len(report.unread))
    for document in report.documents:
        counts.update(tests=len(document.items), failures=len(document.standing_at(*OPEN)))
    counts.update(tests=len(report.excluded))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(counts[name]))
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    if not (report.documents or report.unread or report.excluded or report.remarks):
        yield _text(root)
        return
    root.text = "\n"
    opening, closing = _text(root).splitlines(keepends=True)
    yield opening
    for document in report.documents:
        _add_document(root, document, report.pack)
        yield _taken(root)
    for file in report.unread:
        _add_unread(root, file)
        yield _taken(root)
    if report.excluded or report.remarks:
        _add_settings(root, report)
        yield _taken(root)
    yield closing


def _taken(root: ET.Element) -> bytes:
    """Take the one suite out of the root, and give its text."""
    (suite,) = root
    root.remove(suite)
    ET.indent(suite, level=1)
    return b"  " + _text(suite)


def _text(element: ET.Element) -> bytes:
    return ET.tostring(element, encoding="unicode").encode() + b"\n"


def _add_document(root: ET.Element, document: DocumentResult, pack: Pack) -> None:
    suite = ET.SubElement(
        root,
        "testsuite",
        name=plain(document.path),
        tests=str(len(document.items)),
        failures=str(len(document.standing_at(*OPEN))),
        errors="0",
        skipped=str(sum(map(_is_skipped, document.items))),
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
    if document.decided:
        yield "decided", after(document)


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
        said = " ".join(gap.missing) or wording.OUTCOMES[gap.outcome]
        message = plain(f"{said}{f' ({mark(gap.since)})' if gap.since else ''}")
        failure = ET.SubElement(case, "failure", type=str(gap.outcome), message=message)
        failure.text = _lines(gap.lines())
    elif _is_skipped(item):
        found = "" if item.decision else f"{wording.ASIDES[item.outcome]}: {item.reason}"
        reason = plain(line(item) or found)
        ET.SubElement(case, "skipped", type=str(item.standing), message=reason)
    if item.decision and gap is None and not _is_skipped(item):
        ET.SubElement(case, "system-out").text = plain(line(item))


def _is_skipped(item: ItemResult) -> bool:
    return item.is_accepted or item.standing in _SKIPPED


def _asides(document: DocumentResult) -> Iterator[str]:
    """Say what belongs to a document and to no item."""
    for notice in document.notices:
        yield f"{Label.NOTICES}: {wording.notice(notice)}"
    for finding in document.faults:
        words = wording.found_at(finding.quote, wording.place(finding.place), mark(finding.since))
        yield f"{Label.DISCOURAGED}: {words}. {Label.BETTER}: {finding.prefer}"


def _add_settings(root: ET.Element, report: Report) -> None:
    """Add a suite for the settings file: the files it left out, and what is remarked on in it."""
    name, count = plain(report.settings.file or REMARKS), str(len(report.excluded))
    suite = ET.SubElement(
        root, "testsuite", name=name, tests=count, failures="0", errors="0", skipped=count
    )
    for path in report.excluded:
        case = ET.SubElement(suite, "testcase", name=LEFT_OUT, classname=_class_name(path))
        ET.SubElement(case, "skipped", type="excluded", message=f"Excluded by {name}.")
    if report.remarks:
        said = [remark(found, report.settings) for found in report.remarks]
        ET.SubElement(suite, "system-out").text = _lines(said)


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
