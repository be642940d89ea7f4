"""The shape of the package: imports point down, each library has one room, files stay small."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyalign.packs import load_pack

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "policyalign"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES = 400

# A room may import from rooms further down; rooms of one floor do not know each other. README.md
# shows the same line. The package's own __init__ and __main__ stand outside the house.
FLOORS = (
    ("cli",),
    ("annotating", "examples", "explaining", "gathering", "searching"),
    ("comparing",),
    ("checking", "returns"),
    ("file_results",),
    ("assess", "review", "shared_language", "renderers", "output"),
    ("keeping", "saved_report", "settings"),
    ("packs", "readers", "matching", "checklist", "control_dates", "partnership", "working"),
    ("forms",),
    ("text", "word_list", "written_dates", "excerpts", "report_mark", "rewriting"),
    ("model",),
    ("errors", "garbage", "limits"),
)
FLOOR_OF = {room: -depth for depth, rooms in enumerate(FLOORS) for room in rooms}

# Where each library is known; no other module may import it.
LIBRARIES = {
    "ahocorasick_rs": ("matching",),
    "click": ("cli",),
    "distributed": ("working.cluster",),
    "docx": ("readers.word", "renderers.word", "returns.form"),
    "fsspec": ("readers.remote",),
    "jinja2": ("renderers.html", "renderers.language.html"),
    "lxml": ("readers.word", "renderers.word", "returns"),
    "markupsafe": ("renderers.html", "renderers.language.html", "renderers.partnership"),
    "msgspec": ("keeping", "renderers.json_pieces", "renderers.return_record", "saved_report"),
    "pdfplumber": ("readers.pdf",),
    "platformdirs": ("keeping",),
    "pypdf": ("annotating.pdf",),
    "pypdfium2": ("annotating.pdf", "readers.pdf"),
    "rapidfuzz": ("matching",),
    "rich": ("renderers.terminal", "cli.progress"),
    "symspellpy": ("word_list",),
    "xlsxwriter": ("renderers.excel", "renderers.partnership"),
}
DISTRIBUTIONS = {"XlsxWriter": "xlsxwriter", "python-docx": "docx"}


def _name(path: Path) -> str:
    """Give ``readers.pdf.hyphens`` for ``policyalign/readers/pdf/hyphens.py``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> Iterator[str]:
    """Give the full name of all that a module imports, wherever in it the import stands."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "files":
            # A library's data files count as the library.
            yield from (str(one.value) for one in node.args if isinstance(one, ast.Constant))


def _is_within(module: str, rooms: tuple[str, ...]) -> bool:
    """Tell whether a module is one of the rooms, or in one."""
    return any(f"{module}.".startswith(f"{room}.") for room in rooms)


def _docstrings(tree: ast.Module) -> set[int]:
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }


def _spoken(path: Path) -> Iterator[str]:
    """Give the texts and names in a module's code, without its docstrings and remarks."""
    tree = _tree(path)
    docstrings = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in docstrings:
                yield node.value
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_point_down(path: Path) -> None:
    """A room knows only itself and what lies below it."""
    room = _name(path).split(".")[0]
    if path.parent == PACKAGE and path.stem in {"__init__", "__main__"}:
        assert room not in FLOOR_OF
        return
    assert room in FLOOR_OF, f"say in FLOORS where {room} belongs"
    for name in _imported(path):
        package, _, rest = name.partition(".")
        target = rest.split(".")[0]
        if package == "policyalign" and target not in {room, "__version__"}:
            assert FLOOR_OF[target] < FLOOR_OF[room], f"{room} imports {target}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_each_library_is_known_in_one_room(path: Path) -> None:
    """What is imported is Python's own, ours, or a library in its room."""
    for name in _imported(path):
        library = name.split(".")[0]
        if library in sys.stdlib_module_names or library == "policyalign":
            continue
        assert library in LIBRARIES, f"say in LIBRARIES where {library} is known"
        assert _is_within(_name(path), LIBRARIES[library]), f"{name} is known elsewhere"


def test_every_dependency_has_its_room() -> None:
    """The libraries of ``pyproject.toml`` and those of the table are the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[<>=~!\[; ]", line)[0] for line in project["dependencies"]}
    assert {DISTRIBUTIONS.get(name, name) for name in named} <= LIBRARIES.keys()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_short_enough_to_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= MOST_LINES, f"{lines} lines: it does more than one thing"


def test_code_speaks_no_frameworks_language() -> None:
    """All that belongs to a practice framework stands in its pack."""
    pack = load_pack("sos")
    peculiar = [concept for concept in pack.concepts.values() if concept.anchor]
    terms = {pack.name, *(c.term for c in peculiar), *(c.id for c in peculiar)}
    words = {re.sub(r"[-_\s]+", " ", term.lower()) for term in terms}
    own = re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in words if ' ' in w)})s?\b")
    assert own.search("danger statements")
    said = {
        f"{_name(path)}: {text}"
        for path in MODULES
        for text in _spoken(path)
        if own.search(re.sub(r"[-_\s]+", " ", text.lower()))
    }
    assert not said
