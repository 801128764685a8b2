"""The page on sheets and their columns, written from their declarations by `make docs`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from concentric.core.terms.words import say
from concentric.exchange.sheets.column import Column
from concentric.exchange.sheets.registry import GROUPS
from concentric.exchange.sheets.sheet import Sheet

_HEADINGS = ("column", "needed", "what")
WITHOUT: Mapping[str, tuple[str, ...]] = {
    "book": ("book", "circle", "programme"),
    "roster": ("roster",),
    "draw": ("frame", "draw"),
    "run": ("run",),
    "text": ("review", "edition", "text-check", "claim-decision"),
    "import": ("import", "import-undo", "mapping", "request"),
    "void": ("void",),
    "charter": ("charter",),
}
"""The kinds of records that no row of a sheet may be, by the reason why: `sheetsdoc-without-<reason>`."""


def as_markdown(lang: str) -> str:
    """Every sheet with every column: heading, whether it must be filled in, and what belongs there."""
    lines = [f"# {say('sheetsdoc-title', lang)}", "", say("sheetsdoc-about", lang), ""]
    for group, sheets in GROUPS:
        lines += [f"## {say(f'sheets-group-{group}', lang)}", ""]
        for sheet in sheets:
            lines += [*_sheet(sheet, lang), ""]
    lines += [f"## {say('sheetsdoc-without', lang)}", "", say("sheetsdoc-without-about", lang), ""]
    lines += [f"| {say('sheetsdoc-noun', lang)} | {say('sheetsdoc-why', lang)} |", "|---|---|"]
    for why, kinds in WITHOUT.items():
        nouns = say("sheetsdoc-joint", lang).join(f"`{kind}`" for kind in kinds)
        lines.append(f"| {nouns} | {say(f'sheetsdoc-without-{why}', lang)} |")
    return "\n".join([*lines, ""])


def _sheet(sheet: Sheet, lang: str) -> Iterator[str]:
    yield f"### {sheet.name(lang)} (`{sheet.stem}`)"
    yield ""
    roles = [say(f"sheetsdoc-role-{role}", lang) for role in ("office", *sorted(sheet.writers))]
    yield say("sheetsdoc-who", lang, who=say("sheetsdoc-joint", lang).join(roles))
    yield ""
    yield "| {} | {} | {} |".format(*(say(f"sheetsdoc-{name}", lang) for name in _HEADINGS))
    yield "|---|---|---|"
    for column in sheet.columns:
        yield _row(column, lang)


def _row(column: Column, lang: str) -> str:
    needed = say("sheetsdoc-yes", lang) if column.required else ""
    what = column.note(lang).replace("\n", " ").replace("|", "\\|")
    return f"| {column.heading(lang)} | {needed} | {what} |"
