"""``policyalign init``: its options. What it does stands in :mod:`policyalign.cli.init_run`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument(
    "folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--yes", is_flag=True, help="Ask nothing, and take what is proposed.")
@click.option("--force", is_flag=True, help="Write over a settings file that is there.")
@click.option(
    "--pack", default="sos", show_default=True, metavar="NAME|FOLDER", help="Vocabulary pack."
)
def init(**options: Any) -> None:
    """Write a settings file for a folder of policies.

    The documents in FOLDER are read; without FOLDER, those of the folder you are in. Then some
    questions are asked: which folders are agencies, what to leave out, what score to ask for. The
    file, policyalign.toml, explains all that it may hold.
    """
    from policyalign.cli.init_run import Request, perform

    perform(Request(**options))
