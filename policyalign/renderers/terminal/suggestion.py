"""Examples from documents, and lines that an author may paste into a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policyalign.model.pack import Sense
from policyalign.renderers import wording
from policyalign.renderers.terminal.page import Page, Style

if TYPE_CHECKING:
    from policyalign.model.review import Addition, Sighting

_LISTS = {
    Sense.ANYWHERE: "forms",
    Sense.CASEWORK: "casework_forms",
    Sense.FRAMEWORK: "framework_forms",
}
_LONGEST_QUOTE = 240


def print_example(page: Page, seen: Sighting) -> None:
    """Print words in their sentence, with the file and the place in it."""
    where = page.text((f"{seen.path}: {wording.place(seen.place)}", Style.QUIET))
    if seen.proposed:
        where.append_text(page.text((f"; {wording.PROPOSED}, not in force", Style.PARTLY)))
    text = page.text(wording.quoted(_excerpt(seen))).append("\n").append_text(where)
    page.rows([("Example", text)], indent=4)


def print_addition(page: Page, concept: str, addition: Addition, example: str = "") -> None:
    """Print the line for a list of a concept, and one for its examples."""
    where = f"To add to {_LISTS[addition.sense]} of {concept}"
    instead = ", in place of that form" if addition.instead else ""
    page.line((where, Style.ADVICE), f"{instead}:", indent=4)
    page.uncut(f"{_toml(page, addition.form)},", indent=6)
    if example:
        page.line(("and to its examples", Style.ADVICE), ":", indent=4)
        page.uncut(f"{_toml(page, example)},", indent=6)


def _toml(page: Page, text: str) -> str:
    # What the screen cannot show is replaced first: a curly quote may become a straight one.
    shown = page.pen.text(text)
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _excerpt(seen: Sighting) -> str:
    """Give the sentence, or of a long one as much around the words as fits."""
    sentence = seen.sentence
    if len(sentence) <= _LONGEST_QUOTE:
        return sentence
    at = max(sentence.find(seen.quote), 0)
    spare = max(_LONGEST_QUOTE - len(seen.quote), 0) // 2
    start, end = max(0, at - spare), min(len(sentence), at + len(seen.quote) + spare)
    while 0 < start < at and not sentence[start - 1].isspace():
        start += 1
    while at + len(seen.quote) < end < len(sentence) and not sentence[end].isspace():
        end -= 1
    before, after = "… " if start else "", " …" if end < len(sentence) else ""
    return f"{before}{sentence[start:end].strip()}{after}"
