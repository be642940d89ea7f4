"""A Word document that can be filled in and not otherwise changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from policyalign.renderers.plain import plain
from policyalign.renderers.word.page import Page
from policyalign.renderers.word.table import CELL
from policyalign.returns.form.held import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterable

_PROMPT = "Placeholder Text"
# Word's own grey for prompts is too light to be read easily.
_GREY = RGBColor(0x59, 0x59, 0x59)
_STORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{7D1E5C0A-52B7-4B0C-9C0A-3F6D5B0E9A41}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
# What has to come before the protection in the settings of a document.
_BEFORE_PROTECTION = frozenset(
    qn(f"w:{name}")
    for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts",
        "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
        "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
        "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle",
        "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
        "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions",
        "doNotTrackMoves", "doNotTrackFormatting",
    )
)  # fmt: skip


class FormPage(Page):
    """A form in the making. Word and LibreOffice let people change the controls in it alone."""

    def __init__(self, *, title: str, footer: str, day: str, held: bytes) -> None:
        """Begin a form; ``held`` is a part of its own that nobody sees."""
        super().__init__(title=title, footer=footer, day=day)
        self._protect()
        self._hold(held)
        style = self._document.styles.add_style(_PROMPT, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = _GREY
        self._document.styles[CELL].font.size = Pt(10)

    def put(self, *elements: Any) -> None:
        """Add headings and tables that are ready."""
        for element in elements:
            self._document.element.body.sectPr.addprevious(element)

    def numbered(self, lines: Iterable[str]) -> None:
        """Write a list of steps."""
        for said in lines:
            self._document.add_paragraph(plain(said), "List Number")

    def _protect(self) -> None:
        settings = self._document.settings.element
        protection: Any = OxmlElement("w:documentProtection")
        protection.set(qn("w:edit"), "forms")
        protection.set(qn("w:enforcement"), "1")
        before = [child for child in settings if child.tag in _BEFORE_PROTECTION]
        settings.insert(settings.index(before[-1]) + 1 if before else 0, protection)

    def _hold(self, held: bytes) -> None:
        main = self._document.part
        package = main.package
        for name, link in list(main.rels.items()):
            if link.reltype == RELATIONSHIP_TYPE.CUSTOM_XML:
                del main.rels[name]  # the library's template brings an empty one
        part = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, held, package)
        store = Part(
            PackURI("/customXml/itemProps1.xml"),
            CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
            _STORE.encode(),
            package,
        )
        main.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
        part.relate_to(store, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
