"""What the subcommands share: setting up, languages, findings on screen."""

from __future__ import annotations

import json
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from concentric.core.terms.findings import Finding
from concentric.core.terms.words import LANGS, say

F = TypeVar("F", bound=Callable[..., Any])
SHOWN = 40  # findings on screen; all of them stand in the workbook's copy and in --json


def chosen_language(lang: str | None) -> str:
    """--lang, else as the command line says anywhere, else CONCENTRIC_LANG, else English on an English system."""
    if lang is None and "--lang" in sys.argv[:-1]:
        lang = sys.argv[sys.argv.index("--lang") + 1]
    lang = lang or os.environ.get("CONCENTRIC_LANG")
    if lang in LANGS:
        return lang
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if system.startswith("en") else "zh-Hans"


def lang_option(function: F) -> F:
    """--lang: the language of everything printed."""
    return click.option(
        "--lang",
        type=click.Choice(LANGS),
        default=None,
        callback=lambda _c, _p, v: chosen_language(v),
        help="Language.",
    )(function)


def json_option(function: F) -> F:
    """--json: for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def actor_option(function: F) -> F:
    """--as: the account that acts."""
    return click.option("--as", "account", default="office", show_default=True, metavar="KEY", help="Account.")(
        function
    )


def quietly() -> None:
    """No warnings of libraries on an office's screen, and UTF-8 whatever the system's code page."""
    warnings.filterwarnings("ignore", module=r"(ibis|openpyxl|docx)\.?.*")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def setup(*, migrate: bool = True) -> None:
    """Make Django ready and bring the database's tables up to date. Costs one query when nothing is to be done."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concentric.config.settings")
    django.setup()
    if migrate and is_behind():
        from django.core.management import call_command

        from concentric.ledger.lock import alone

        # Two commands may be the first after an update: the second finds nothing left to do.
        with alone():
            if is_behind():
                call_command("migrate", verbosity=0, interactive=False)


def is_behind() -> bool:
    """Whether the database's tables are those of an earlier version of the program. One query."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def print_json(value: object) -> None:
    """JSON on standard output, readable by people too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_findings(findings: Sequence[Finding], lang: str, *, limit: int = SHOWN) -> None:
    """Findings for people: where, what, what to do. At most `limit`; the rest are counted."""
    for finding in findings[:limit]:
        where = finding.where(lang)
        mark = say(f"command-{finding.severity}", lang)
        click.echo(f"{mark} {where}: {finding.says(lang)}" if where else f"{mark} {finding.says(lang)}")
        click.echo(f"    {finding.remedy(lang)}")
    if len(findings) > limit:
        click.echo(say("command-more-findings", lang, count=len(findings) - limit))
