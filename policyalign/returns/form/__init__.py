"""The return as a Word form: made, read back after people have filled it in, and refreshed.

::

    fields        what can be filled in, and how a field is found again
    controls      the fields as content controls
    blocks        an item: its heading and its table
    page          a document that can be filled in and not otherwise changed
    held          what is needed to read the form back, in a part of its own
    writing       the form
    opening       a form that came back, with the limits of any Word file
    cells         text and tables of a form that came back
    items         which table is about which item
    programs_words  whether the program's words stand as it put them
    reading       the return that a form holds, and what is not right in it
    places        change words in the bytes of the main part
    refreshing    what the documents show anew, in a form that is filled in
"""

from __future__ import annotations

from policyalign.returns.form.reading import FilledForm, read_filled_form, read_form
from policyalign.returns.form.refreshing import refresh_form
from policyalign.returns.form.writing import render_form

__all__ = ["FilledForm", "read_filled_form", "read_form", "refresh_form", "render_form"]
