"""The page on views and their columns, written from their declarations by `make docs`."""

from __future__ import annotations

from collections.abc import Iterator

from concentric.core.terms.words import say
from concentric.prove.view import Column, View
from concentric.prove.views import countable


def as_markdown(lang: str) -> str:
    """All countable views with every column: name, heading, type, who sees it, and what it says."""
    lines = [f"# {say('views-doc-title', lang)}", "", say("views-doc-about", lang), ""]
    for view in countable().values():
        lines += [*_view(view, lang), ""]
    return "\n".join(lines)


def _view(view: View, lang: str) -> Iterator[str]:
    yield f"## `{view.name}`{say('pages-colon', lang)}{say(view.key, lang)}"
    yield ""
    yield say(f"{view.key}-means", lang)
    if view.ladder:
        yield say("views-doc-ladder", lang, rungs=", ".join(view.ladder))
    for measure in view.measures:
        yield say("views-doc-measure", lang, name=f"`{measure.name}`")
    if view.dated:
        yield say("views-doc-dated", lang, column=f"`{view.dated}`")
    yield ""
    yield "| {} | {} | {} | {} | {} |".format(*(say(f"views-doc-{name}", lang) for name in _HEADINGS))
    yield "|---|---|---|---|---|"
    for column in view.columns:
        yield _row(column, lang)


_HEADINGS = ("column", "heading", "type", "seen", "means")


def _row(column: Column, lang: str) -> str:
    seen = say(f"views-doc-{column.disclosure}", lang)
    type_ = say(f"views-doc-type-{column.type}", lang)
    return f"| `{column.name}` | {say(column.key, lang)} | {type_} | {seen} | {say(column.key + '-means', lang)} |"
