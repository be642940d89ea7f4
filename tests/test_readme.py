"""The README and the pages it leads to say what the program does."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from policyalign.cli import verdict
from policyalign.cli.main import cli
from policyalign.packs import load_pack
from policyalign.renderers import RENDERERS, SUFFIXES, wording
from tests.test_architecture import FLOORS, MODULES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "vocab" / "README.md"],
    key=lambda path: path.as_posix(),
)

UNWANTED = {
    r"(?<![\w.])/(work|tmp|home|root|Users)/": "a path of one machine",
    r"(?<!\w)#\d+\b": "a number that nobody can look up",
    r"\bTODO\b|\bFIXME\b|\bTBC\b": "a thing not done",
    r"\b(guarantee|proves?|compliant|certif(y|ied|ies))\b": "a claim about more than wording",
    r"\b(simply|easily|obviously)\b": "a word that makes those feel small who find it hard",
}

# In the table of troubles: what Python, pip or a shell says.
OTHERS_MESSAGES = {
    "command not found",
    "requires a different Python",
    "externally-managed-environment",
    "The token '&&' is not a valid statement separator",
    "no matches found: .[dev]",
    "No module named policyalign",
}


def _block(name: str, text: str = README) -> list[str]:
    """Give the lines of the code block that stands between two remarks."""
    match = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```\n<!-- end -->", text, re.DOTALL)
    assert match, f"the remarks around {name} are gone"
    return match[1].splitlines()


def _commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path}{name} ")
        else:
            yield f"{path}{name}", command


def _options(command: click.Command) -> set[str]:
    context = click.Context(command, help_option_names=["-h", "--help"])
    return {
        name
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }


def _texts(path: Path) -> Iterator[str]:
    """Give the texts in a module, each whole however many lines it is written on."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


COMMANDS = dict(_commands(cli))
OPTIONS = set().union(*(_options(c) for c in COMMANDS.values())) | _options(cli)


@pytest.fixture(scope="module")
def report() -> str:
    """What the README's first command prints, with single blanks."""
    done = subprocess.run(
        [sys.executable, "-m", "policyalign", "check", "samples"],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    return " ".join(done.stdout.decode("utf-8").split())


def test_the_first_command_sets_up_and_checks_the_samples_and_the_second_runs_the_tests() -> None:
    """Two lines, copied whole, are all that a newcomer needs."""
    first, second = _block("the two commands")
    install, check = first.split(" && ")
    assert install == 'python -m pip install -e ".[dev]"'
    assert check == "python -m policyalign check samples"
    assert second == "python -m pytest"


def test_the_commands_for_windows_are_the_same() -> None:
    """PowerShell 5 has no ``&&``."""
    lines = _block("the two commands")
    wanted = [line.replace("python -m", "py -m").replace(" && ", "; ") for line in lines]
    assert "\n".join(["```powershell", *wanted, "```"]) in README


def test_the_checks_run_the_commands_of_the_readme_and_not_a_copy() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- the two commands -->" in script
    assert not [line for line in _block("the two commands") if line in script]


def test_the_output_shown_is_what_the_first_command_prints(report: str) -> None:
    """An ellipsis stands for what is left out."""
    parts = " ".join(" ".join(_block("the output")).split()).split("…")
    shown = [part.strip() for part in parts if part.strip()]
    places = [report.find(part) for part in shown]
    assert len(places) > 2
    assert min(places) >= 0, shown[places.index(-1)]
    assert places == sorted(places)
    assert report.startswith(shown[0])


def test_the_example_of_the_library_runs() -> None:
    """It has six lines, and prints one for every document."""
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len([line for line in example.splitlines() if line]) == 6
    done = subprocess.run(
        [sys.executable, "-c", example],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert len(done.stdout.splitlines()) == 7


def test_the_direction_of_imports_is_the_one_that_is_tested() -> None:
    line = " → ".join(" | ".join(rooms) for rooms in FLOORS)
    assert f"\n    {line}\n" in README


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained_with_all_its_options(name: str) -> None:
    assert f"`{name}" in COMMAND_LINE
    missing = {option for option in _options(COMMANDS[name]) if f"`{option}" not in COMMAND_LINE}
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_page_names_an_option_that_does_not_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    lines = re.findall(
        r"^.*policyalign.*$|`-[^`]*`|`check [^`]*`|`vocab [^`]*`", text, re.MULTILINE
    )
    named = {option for line in lines for option in re.findall(r"(?<![\w-])--[a-z][\w-]+", line)}
    assert named <= OPTIONS


def test_every_format_and_ending_is_named() -> None:
    assert all(f"`{name}`" in COMMAND_LINE for name in (*RENDERERS, *SUFFIXES))


def test_the_settings_file_shown_holds_every_setting(tmp_path: Path) -> None:
    from policyalign.settings import load_settings

    (shown,) = re.findall(r"```toml\n(.*?)```", COMMAND_LINE, re.DOTALL)
    file = tmp_path / "settings.toml"
    file.write_text(shown, encoding="utf-8")
    config = load_settings(file)
    assert all(
        value is not None for value in (config.pack, config.type, config.agency, config.fail_under)
    )
    assert config.type in load_pack("sos").types


@pytest.mark.parametrize("page", ["README.md", "docs/command-line.md"])
def test_exit_codes_are_those_of_the_program(page: str) -> None:
    rows = re.findall(r"^\| (\d+) \|", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    codes = [verdict.DONE, verdict.BELOW, verdict.NOT_DONE, verdict.STOPPED]
    assert rows == [str(code) for code in codes]


def test_every_outcome_is_explained_in_the_words_of_the_report() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \|", README, re.MULTILINE)
    assert rows == list(wording.OUTCOMES.values())


def test_messages_in_the_table_of_troubles_are_those_of_the_program() -> None:
    """A message that was reworded would no longer be found by whoever looks for it."""
    table = README.partition("## If it goes wrong")[2].partition("\n## ")[0]
    cells = re.findall(r"^\|([^|]+)\|", table, re.MULTILINE)
    named = {words for cell in cells for words in re.findall('"([^"]+)"', cell)} - OTHERS_MESSAGES
    said = " ".join(text for path in MODULES for text in _texts(path))
    assert len(named) >= 5
    assert not [message for message in named if message not in said]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    local = [target for target in targets if not target.startswith("https://")]
    assert all((page.parent / target.partition("#")[0]).exists() for target in local)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_page_says_what_it_must_not(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    found = {why: re.search(words, text, re.IGNORECASE) for words, why in UNWANTED.items()}
    assert not {why: match[0] for why, match in found.items() if match}
