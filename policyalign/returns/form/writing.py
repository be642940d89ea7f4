"""The form: a front page, then for each area its items with what the documents show of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from policyalign.renderers import form_wording, office_wording
from policyalign.renderers.word.table import Said
from policyalign.returns.form.blocks import about_table, documents_table, item_block
from policyalign.returns.form.held import held
from policyalign.returns.form.page import FormPage

if TYPE_CHECKING:
    from policyalign.model.returns import Return


def render_form(made: Return) -> bytes:
    """Give a return as the bytes of a ``.docx`` form; the same return gives the same bytes.

    What is filled in already stands in the fields.
    """
    title = form_wording.TITLE
    page = FormPage(
        title=f"{title}: {made.agency or form_wording.NO_AGENCY}",
        footer=title,
        day=made.made.isoformat(),
        held=held(made),
    )
    _write_front(page, made)
    for number, (area, rows) in enumerate(groupby(made.rows, key=lambda row: row.area)):
        page.heading(area, new_page=not number)
        for row in rows:
            page.put(*item_block(row, made.labels))
    return page.data()


def _write_front(page: FormPage, made: Return) -> None:
    page.title(form_wording.TITLE, made.agency)
    page.put(about_table(made))
    page.heading(form_wording.HOW)
    page.numbered(form_wording.STEPS)
    page.line(
        (
            Said(f"{form_wording.RATINGS}: ", strong=True),
            Said(f"{'; '.join(made.labels.values())}."),
        ),
        (
            Said(f"{form_wording.CLAIMS}: ", strong=True),
            Said(office_wording.ONLY_WORDS),
        ),
    )
    page.heading(form_wording.DOCUMENTS)
    page.put(documents_table(made))
