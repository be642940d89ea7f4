"""Write made-up policies as Word and PDF files, the same each time.

A file has a title, a control table, about twenty numbered topics, lists, ruled tables, curly
quotes and a header and footer: about 5,000 words or twelve pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.policy_text import FRAMEWORK_SHARE, PARAGRAPHS, Part, Policy, make_policy

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable, SimpleDocTemplate

FILES = 40


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of a run. Word files hold the policies 0, 2, 4, ... and PDFs those between."""

    folder: Path
    policies: tuple[Policy, ...]
    word: tuple[Path, ...]
    pdf: tuple[Path, ...]

    @property
    def in_turn(self) -> tuple[Path, ...]:
        """All files, a Word file and a PDF in turn."""
        pairs = zip(self.word, self.pdf, strict=True)
        return tuple(path for pair in pairs for path in pair)


def make_corpus(
    folder: Path,
    *,
    each: int = FILES,
    seed: int = 1,
    paragraphs: int = PARAGRAPHS,
    share: int = FRAMEWORK_SHARE,
) -> Corpus:
    """Write ``each`` Word files and as many PDFs to a folder that exists."""
    policies = tuple(
        make_policy(number, seed, paragraphs, share=share) for number in range(2 * each)
    )
    word, pdf = [], []
    for number, policy in enumerate(policies):
        name = f"{number:03d}-{policy.reference.lower()}"
        if number % 2:
            pdf.append(folder / f"{name}.pdf")
            write_pdf(policy, pdf[-1])
        else:
            word.append(folder / f"{name}.docx")
            write_word(policy, word[-1])
    return Corpus(folder, policies, tuple(word), tuple(pdf))


def write_text_pages(corpus: Corpus, folder: Path) -> tuple[Path, ...]:
    """Write the policies of the PDFs again, without their tables."""
    paths = []
    for number, policy in enumerate(corpus.policies[1::2]):
        parts = tuple(part for part in policy.parts if part.kind != "table")
        paths.append(folder / f"{number:03d}.pdf")
        write_pdf(replace(policy, parts=parts), paths[-1])
    return tuple(paths)


def write_word(policy: Policy, path: Path) -> None:
    """Write a policy as a Word file with heading styles, list styles and tables."""
    import docx

    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = policy.title
    section.footer.paragraphs[0].text = f"{policy.reference}   Printed copies are not controlled"
    styles = {"title": "Title", "heading": "Heading 1", "paragraph": None, "items": "List Bullet"}
    for part in policy.parts:
        if part.kind != "table":
            for row in part.rows:
                document.add_paragraph(row[0], style=styles[part.kind])
            continue
        table = document.add_table(len(part.rows), len(part.rows[0]), style="Table Grid")
        for cells, texts in zip(table.rows, part.rows, strict=True):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
        document.add_paragraph()
    document.save(str(path))


def write_pdf(policy: Policy, path: Path) -> None:
    """Write a policy as a PDF of one column with running lines and ruled tables."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    def running(canvas: Canvas, template: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, A4[1] - 40, policy.title)
        footer = f"{policy.reference}   Printed copies are not controlled   Page {template.page}"
        canvas.drawString(60, 32, footer)

    template = SimpleDocTemplate(
        str(path), pagesize=A4, invariant=1, title=policy.title, topMargin=62, bottomMargin=58
    )
    flowables = [flowable for part in policy.parts for flowable in _flowables(part)]
    template.build(flowables, onFirstPage=running, onLaterPages=running)


def _flowables(part: Part) -> Iterator[Flowable]:
    from reportlab.lib.colors import black
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, Spacer, Table

    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    body.fontSize, body.leading, body.spaceAfter = 11, 15, 7
    if part.kind == "table":
        cells = [[Paragraph(text, body) for text in row] for row in part.rows]
        table = Table(cells)
        table.setStyle(
            [("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        )
        yield from (table, Spacer(1, 10))
        return
    style = {"title": styles["Title"], "heading": styles["Heading1"]}.get(part.kind, body)
    for row in part.rows:
        yield Paragraph(row[0], style, bulletText="•" if part.kind == "items" else None)
