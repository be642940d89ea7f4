"""The command as a process: start-up, streams and exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parents[2]
SLOW = ("rich", "lxml", "rapidfuzz", "pypdfium2", "pdfplumber", "docx", "symspellpy")


def python(
    *arguments: str, folder: Path | None = None, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=folder or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
    )


def policy(folder: Path, *paragraphs: str) -> None:
    made = docx.Document()
    made.add_heading("Safeguarding policy", 1)
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(str(folder / "policy.docx"))


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["vocab", "--help"]])
def test_help_imports_nothing_that_is_slow(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from policyalign.cli.main import cli\n"
        f"try: cli({arguments!r})\n"
        f"except SystemExit: print('LOADED', [m for m in {SLOW!r} if m in sys.modules])\n"
    )
    assert b"LOADED []" in python("-c", code).stdout


def test_version_is_printed() -> None:
    done = python("-m", "policyalign", "--version")
    assert done.returncode == 0
    assert done.stdout.startswith(b"policyalign, version ")


def test_missing_path_is_one_sentence_without_traceback(tmp_path: Path) -> None:
    done = python("-m", "policyalign", "check", "none.docx", folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"Error: ")
    assert b"none.docx" in done.stderr
    assert b"Traceback" not in done.stderr


def test_folder_without_documents_is_a_mistake(tmp_path: Path) -> None:
    done = python("-m", "policyalign", "check", ".", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: ")


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8"])
def test_report_prints_on_every_code_page(tmp_path: Path, encoding: str) -> None:
    policy(tmp_path, "We will use Signs of Safety – “always” – with every family. \u4e2d")
    done = python(
        "-m", "policyalign", "check", ".", "-v", folder=tmp_path, PYTHONIOENCODING=encoding
    )
    assert done.returncode == 0, done.stderr
    assert "Signs of Safety" in done.stdout.decode(encoding)


@pytest.mark.skipif(sys.platform != "linux", reason="such names are not allowed there")
@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_names_that_no_screen_should_see_are_harmless_in_a_report(
    tmp_path: Path, format_: str
) -> None:
    policy(tmp_path, "We will use Signs of Safety.")
    for name in (b"a\x1b[31m[bold]\r.docx", b"caf\xe9.docx", b"line\nline.pdf", b"\xff\xfe.xyz"):
        (tmp_path / "policy.docx").with_name(os.fsdecode(name)).write_bytes(b"no policy")
    done = python(
        *("-m", "policyalign", "check", ".", "--no-cache", "--format", format_), folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout.decode("utf-8") + done.stderr.decode("utf-8")
    assert "\x1b" not in said
    assert "Traceback" not in said
    assert "caf\N{REPLACEMENT CHARACTER}.docx" in said


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
@pytest.mark.parametrize("format_", ["terminal", "json"])
def test_reader_that_stops_early_is_no_error(tmp_path: Path, format_: str) -> None:
    policy(tmp_path, *["We use Signs of Safety."] * 50)
    command = f"'{sys.executable}' -m policyalign check . -v --format {format_} | head -c 10"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_full_disk_is_one_sentence() -> None:
    command = f"'{sys.executable}' -m policyalign vocab list > /dev/full"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: Cannot write to standard output: The disk is full.")
    assert b"Traceback" not in done.stderr


def test_fault_keeps_its_traceback_and_is_not_exit_code_one() -> None:
    code = "import policyalign.cli.main as main\nmain.cli = lambda: 1 / 0\nmain.run()\n"
    done = python("-c", code)
    assert done.returncode == 2
    assert b"ZeroDivisionError" in done.stderr
