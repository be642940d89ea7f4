"""The form: a front page, then for each area its items with what the documents show of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from policyalign.renderers import form_wording, return_wording
from policyalign.renderers.return_record import Record
from policyalign.returns.form.blocks import (
    about_table,
    documents_table,
    item_block,
    known_words,
    ratings_table,
)
from policyalign.returns.form.held import held
from policyalign.returns.form.page import FormPage

if TYPE_CHECKING:
    from policyalign.model.pack import Pack
    from policyalign.model.returns import Return


def render_form(made: Return, pack: Pack) -> bytes:
    """Give a return as the bytes of a ``.docx`` form; the same return gives the same bytes.

    ``pack`` is the one that the return was made with. What is filled in already stands in the
    fields.
    """
    title = return_wording.title(pack)
    record = Record(made=made, fingerprint=pack.fingerprint)
    page = FormPage(
        title=title, footer=title, day=made.made.isoformat(), held=held(record, known_words(made))
    )
    _write_front(page, made, pack)
    for number, (area, rows) in enumerate(groupby(made.rows, key=lambda row: row.area)):
        page.heading(area, new_page=not number)
        for row in rows:
            page.put(*item_block(row, made.labels))
    page.line(form_wording.END)
    return page.data()


def _write_front(page: FormPage, made: Return, pack: Pack) -> None:
    page.title(return_wording.TITLE, pack.name)
    page.put(about_table(made, pack))
    page.heading(return_wording.STEPS_HEADING)
    page.numbered(form_wording.steps(made.labels))
    page.heading(form_wording.DOCUMENTS)
    page.put(documents_table(made))
    page.heading(return_wording.RATINGS_HEADING)
    page.put(ratings_table(made.labels))
    page.heading(return_wording.CLAIMS_HEADING)
    page.line(*return_wording.CLAIMS)
