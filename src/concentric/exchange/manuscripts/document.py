"""The body of a .docx as paragraphs: their kind by style, their text, and which stretches of it are bound numbers.

What an editor inserted with changes tracked counts, what was deleted does not. The appendix is the program's own and
ends the reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast
from xml.etree.ElementTree import Element

from concentric.exchange.word.styles import BUILT_IN
from concentric.prove.manuscript import Kind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
OWN = ("paragraph", "byline", "note", "chart", "caption", "appendix", "colophon", "page", "cell", "cell head")
NOT_READ = ("page", "caption", "chart", "colophon", "cell", "cell head")
"""Kinds that the program itself writes around the text."""
_HIDDEN = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sdtPr", "sdtEndPr")}
_BREAKS = {f"{W}{name}" for name in ("tab", "br", "cr")}
_ASIDE = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "footnotes", f"{W}commentReference": "comments"}
_ASIDE |= {f"{W}txbxContent": "boxes", f"{W}object": "objects", f"{W}pict": "objects"}


@dataclass(frozen=True)
class Stretch:
    """A run of a paragraph; `mark` is the tag of a content control, or the name of a bookmark, that holds it."""

    text: str
    mark: str = ""


@dataclass
class Paragraph:
    """One paragraph of the document. `chart` is a chart's code where it is the picture of one."""

    kind: Kind
    stretches: list[Stretch] = field(default_factory=list)
    chart: str = ""

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(stretch.text for stretch in self.stretches)


@dataclass
class Body:
    """All paragraphs in order, and how often the document holds something that a review's text can't carry."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)


def read_body(root: Element, styles: Element | None) -> Body:
    """The paragraphs of a parsed document, without cover, captions and appendix."""
    kinds, found, after = _kinds(styles), Body(), False
    for block, mark in _blocks(root.find(f"{W}body"), found.aside):
        kind = kinds.get(_style(block), "paragraph")
        if kind == "appendix":
            break
        chart = _chart(block)
        if chart:
            found.paragraphs.append(Paragraph("chart", chart=chart))
        elif kind not in NOT_READ and not (after and _ends_chart(block)):
            made = Paragraph(cast(Kind, kind), list(_stretches(block, mark, found.aside)))
            if made.text.strip():
                found.paragraphs.append(made)
        after = bool(chart)
    return found


def _blocks(parent: Element | None, aside: Counter[str], mark: str = "") -> Iterator[tuple[Element, str]]:
    """Paragraphs, also those in content controls and in what was inserted with changes tracked."""
    for child in parent if parent is not None else ():
        if child.tag == f"{W}p":
            yield child, mark
        elif child.tag == f"{W}sdt":
            yield from _blocks(child.find(f"{W}sdtContent"), aside, _tag(child) or mark)
        elif child.tag in (f"{W}ins", f"{W}customXml", f"{W}moveTo", f"{W}smartTag"):
            yield from _blocks(child, aside, mark)
        elif child.tag == f"{W}tbl":
            first = next(child.iter(f"{W}pStyle"), None)
            if first is None or not (first.get(f"{W}val") or "").startswith("Concentriccell"):
                aside["tables"] += 1


def _style(block: Element) -> str:
    style = block.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val") or "" if style is not None else ""


def _kinds(styles: Element | None) -> Mapping[str, str]:
    """What kind of block each style of the document stands for; a style made from another is as that."""
    named = {f"concentric {kind}": kind for kind in OWN}
    named |= {name.lower(): kind for kind, name in BUILT_IN.items()}
    known, based = {}, {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        code = style.get(f"{W}styleId") or ""
        name, parent = style.find(f"{W}name"), style.find(f"{W}basedOn")
        said = (name.get(f"{W}val") or "").lower() if name is not None else ""
        if said in named:
            known[code] = named[said]
        elif parent is not None:
            based[code] = parent.get(f"{W}val") or ""
    for code in based:
        parent_code, steps = based[code], 0
        while parent_code in based and parent_code not in known and steps < 10:
            parent_code, steps = based[parent_code], steps + 1
        if parent_code in known:
            known[code] = known[parent_code]
    return known


def _tag(control: Element) -> str:
    tag = control.find(f"{W}sdtPr/{W}tag")
    return tag.get(f"{W}val") or "" if tag is not None else ""


def _chart(block: Element) -> str:
    """The code of the chart whose picture this is: by the picture's name, or by the bookmark around it."""
    for drawn in block.iter(DRAWN):
        name = drawn.get("name") or ""
        if name.startswith("chart "):
            return name.removeprefix("chart ")
    if next(block.iter(f"{W}drawing"), None) is None:
        return ""
    marks = [start.get(f"{W}name") or "" for start in block.iter(f"{W}bookmarkStart")]
    return next((mark.removeprefix("chart_").replace("_", "-") for mark in marks if mark.startswith("chart_")), "")


def _ends_chart(block: Element) -> bool:
    """Whether this is the caption under a chart in a program that lost its style: the chart's bookmark ends in it."""
    started = {start.get(f"{W}id") for start in block.iter(f"{W}bookmarkStart")}
    ended = {end.get(f"{W}id") for end in block.iter(f"{W}bookmarkEnd")}
    return bool(ended - started)


def _stretches(block: Element, mark: str, aside: Counter[str]) -> Iterator[Stretch]:
    """Runs of text; neighbours with the same mark are joined."""
    held: list[Stretch] = []
    for text, inner in _texts(block, mark, aside, []):
        if held and held[-1].mark == inner:
            held[-1] = Stretch(held[-1].text + text, inner)
        else:
            held.append(Stretch(text, inner))
    return iter(held)


def _texts(parent: Element, mark: str, aside: Counter[str], open_: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for child in parent:
        tag = child.tag
        if tag in _ASIDE:
            aside[_ASIDE[tag]] += 1
        elif tag == f"{W}t":
            yield child.text or "", mark or (open_[-1][1] if open_ else "")
        elif tag in _BREAKS:
            yield " ", mark or (open_[-1][1] if open_ else "")
        elif tag == f"{W}noBreakHyphen":
            yield "-", mark
        elif tag == f"{W}bookmarkStart" and (child.get(f"{W}name") or "").startswith("number_"):
            name = child.get(f"{W}name") or ""
            open_.append((child.get(f"{W}id") or "", name))
            yield "", mark or name
        elif tag == f"{W}bookmarkEnd":
            open_[:] = [one for one in open_ if one[0] != child.get(f"{W}id")]
        elif tag == f"{W}sdt":
            tagged = _tag(child) or mark
            empty = child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
            content = child.find(f"{W}sdtContent")
            if empty or content is None:
                yield "", tagged
            else:
                yield from _texts(content, tagged, aside, open_)
        elif tag not in _HIDDEN:
            yield from _texts(child, mark, aside, open_)
