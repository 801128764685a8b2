"""The text of an annual review: a small part of Markdown in which each number is a reference to a figure.

    # 三个圈，一年账
    ——示例市伙伴计划 2021 年度述评

    全年共有 {{ figure "villages-paired" }} 个村结对，名册内共 {{ figure "villages-paired" of="denominator" }} 个村。

    结对村数{{ change "villages-paired" }}。

    ## 合作
    {{ chart "money" }}
    > 注：……
    ——协调办公室

A line that opens with two dashes is the subtitle straight after the title, and the byline anywhere else. A chart
stands on a line of its own. Everything that is not a reference is text and stays text: markup of any other kind is
printed as it stands, and reported.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from concentric.core.terms.findings import Finding, Refused
from concentric.core.terms.scripts import to_traditional

Kind = Literal["title", "subtitle", "heading", "subheading", "paragraph", "byline", "note", "chart"]

STYLES = ("published", "plain", "over")
RUNGS = ("pledged", "reported", "confirmed", "verified")
OPTIONS: Mapping[str, re.Pattern[str]] = {
    "style": re.compile("|".join(STYLES)),
    "rung": re.compile("|".join(RUNGS)),
    "of": re.compile("value|denominator"),
    "place": re.compile(r"\d{6}|\d{9}|\d{12}"),
    "where": re.compile(r"[^{}\n]{1,400}"),
}
DEFAULTS = {"style": "published", "rung": "", "of": "value", "place": "", "where": ""}
CHANGED = ("rung", "place", "where")
"""The options that a change may have: how it is written is not the author's choice."""

_TAG = re.compile(r"\{\{(?P<inside>[^{}]*)\}\}")
_FIGURE = re.compile(
    r'\s*(?P<what>figure|change)\s+"(?P<figure>[a-z0-9][a-z0-9-]*)"(?P<options>(?:\s+[a-z]+="[^"]*")*)\s*'
)
_CHART = re.compile(r'\{\{\s*chart\s+["“„](?P<chart>[a-z0-9][a-z0-9-]*)["”“]\s*\}\}')
_OPTION = re.compile(r'([a-z]+)="([^"]*)"')
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}")
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
_HAN = r"[\u2e80-\uffef]"
_JOINT = re.compile(rf"(?<={_HAN})\n|\n(?={_HAN})")  # Han text needs no space where lines join
_LOOSE = re.compile(rf"(?<={_HAN}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?={_HAN})")
_BEFORE, _AFTER = re.compile(rf"(?<={_HAN}) $"), re.compile(rf"^ (?={_HAN})")
_DASHES = re.compile(r"^(?:——|--|—)\s*")


class Unbound(Refused):
    """A reference of the text has no value to print."""


@dataclass(frozen=True)
class Reference:
    """Which number of which figure: at its headline rung unless `rung` says another; of one place, or of all.

    `where` narrows the rows that are counted, in the grammar of the book's own conditions. `what` is "change" for the
    change since last year's edition, which is printed as a phrase.
    """

    figure: str
    style: str = DEFAULTS["style"]
    rung: str = DEFAULTS["rung"]
    of: str = DEFAULTS["of"]
    place: str = DEFAULTS["place"]
    where: str = DEFAULTS["where"]
    what: str = "figure"

    def __str__(self) -> str:
        options = [f'{name}="{getattr(self, name)}"' for name in OPTIONS if getattr(self, name) != DEFAULTS[name]]
        return " ".join([f'{self.what} "{self.figure}"', *options])


@dataclass(frozen=True)
class Text:
    """Words as they are printed."""

    text: str


@dataclass(frozen=True)
class Number:
    """The `n`-th reference of the text, counted from 1; `text` is empty until it is bound."""

    ref: Reference
    n: int
    text: str = ""


Run = Text | Number


@dataclass(frozen=True)
class Block:
    """One paragraph; `line` is where it starts in the source, counted from 1. A chart has its code and no runs."""

    kind: Kind
    runs: tuple[Run, ...]
    line: int = 0
    chart: str = ""

    @property
    def text(self) -> str:
        """The paragraph as printed."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Manuscript:
    """A text and what is wrong with it. An error among the findings means: don't print."""

    lang: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()

    def numbers(self) -> Iterator[Number]:
        """Every number in reading order."""
        return (run for block in self.blocks for run in block.runs if isinstance(run, Number))

    def references(self) -> tuple[Reference, ...]:
        """Each reference once, in reading order."""
        return tuple(dict.fromkeys(number.ref for number in self.numbers()))

    def charts(self) -> tuple[str, ...]:
        """The code of each chart once, in reading order."""
        return tuple(dict.fromkeys(block.chart for block in self.blocks if block.chart))

    def first(self, kind: Kind) -> str:
        """The text of the first block of a kind, or nothing."""
        return next((block.text for block in self.blocks if block.kind == kind), "")


def parse(text: str, lang: str = "zh-Hans") -> Manuscript:
    """Read a source. Never raises: what can't be read stays text, with a finding that names its line."""
    findings: list[Finding] = []
    blocks: list[Block] = []
    count = 0
    for line, kind, words in _paragraphs(text):
        if kind == "chart":
            blocks.append(Block(kind, (), line, chart=words))
            continue
        if kind == "byline" and len(blocks) == 1 and blocks[0].kind == "title":
            kind = "subtitle"
        runs, found = _runs(words, line, count)
        count += sum(isinstance(run, Number) for run in runs)
        findings += found
        blocks.append(Block(kind, runs, line))
    if not any(block.kind == "title" for block in blocks):
        findings.append(Finding("manuscript-no-title", severity="warning", line=1))
    return Manuscript(lang, tuple(blocks), tuple(findings))


def bind(manuscript: Manuscript, shown: Mapping[Reference, str]) -> Manuscript:
    """The same text with every number filled in. Raises `Unbound`, naming the first reference without a value."""
    for number in manuscript.numbers():
        if not shown.get(number.ref):
            raise Unbound("manuscript-unbound", reference=str(number.ref))
    blocks = tuple(
        replace(
            block,
            runs=tuple(replace(run, text=shown[run.ref]) if isinstance(run, Number) else run for run in block.runs),
        )
        for block in manuscript.blocks
    )
    return replace(manuscript, blocks=blocks)


def close(text: str) -> str:
    """Text without the blanks between Han characters and numbers: whoever sets it makes one gap throughout."""
    return _LOOSE.sub("", text)


def in_traditional(text: str) -> str:
    """A source in Traditional characters. Its references stay as they are: they name what the ledger holds."""
    parts = re.split(r"(\{\{[^{}]*\}\})", text)  # every other part is a reference
    return "".join(part if n % 2 else to_traditional(part) for n, part in enumerate(parts))


def _paragraphs(text: str) -> Iterator[tuple[int, Kind, str]]:
    """First line, kind and words of each block. The lines of one paragraph are kept apart by a newline."""
    open_at, open_kind, words = 0, None, ""
    kind: Kind | None
    for line, raw in enumerate([*text.removeprefix("\ufeff").splitlines(), ""], 1):
        kind, content = _kind(raw.strip())
        if open_kind == "byline" and kind == "paragraph":
            kind = "byline"  # a date under the office's name
        joins = kind == open_kind and kind in ("paragraph", "note")
        if open_kind and not joins:
            yield open_at, open_kind, words
            open_kind = None
        if kind is None:
            continue
        if joins:
            words += "\n" + content
        else:
            open_at, open_kind, words = line, kind, content


def _kind(line: str) -> tuple[Kind | None, str]:
    if not line or (set(line) <= {"-"} and len(line) > 2):
        return None, ""
    if chart := _CHART.fullmatch(line):
        return "chart", chart["chart"]
    marks: tuple[tuple[str, Kind], ...] = (("### ", "subheading"), ("## ", "heading"), ("# ", "title"), ("> ", "note"))
    for mark, kind in marks:
        if line.startswith(mark):
            return kind, line.removeprefix(mark).strip()
    if dashes := _DASHES.match(line):
        return "byline", line[dashes.end() :]
    return "paragraph", line


def _runs(words: str, line: int, count: int) -> tuple[tuple[Run, ...], list[Finding]]:
    """The runs of one paragraph. A tag that can't be read stays in the text, so that nobody misses it in print."""
    runs: list[Run] = []
    findings: list[Finding] = []
    plain, at = "", 0
    for tag in _TAG.finditer(words):
        plain += words[at : tag.start()]
        at = tag.end()
        read = _reference(tag["inside"], line + words.count("\n", 0, tag.start()))
        if isinstance(read, Finding):
            findings.append(read)
            plain += tag[0]
            continue
        runs += _plain(plain, before=True, after=bool(runs))
        count, plain = count + 1, ""
        runs.append(Number(read, count))
    runs += _plain(plain + words[at:], before=False, after=bool(runs))
    # Tags are blanked, not cut out: what stays keeps its place.
    rest = _TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), words)
    for stray in _STRAY.finditer(rest):
        at_line = line + rest.count("\n", 0, stray.start())
        findings.append(Finding("manuscript-braces", {"braces": stray[0]}, line=at_line))
    if html := _HTML.search(rest):
        at_line = line + rest.count("\n", 0, html.start())
        findings.append(Finding("manuscript-markup", {"markup": html[0][:40]}, "warning", line=at_line))
    return tuple(runs), findings


def _plain(text: str, *, before: bool, after: bool) -> list[Run]:
    """Text without its line breaks; a space between Han text and a number is the writer's habit, not the page's."""
    text = _JOINT.sub("", text).replace("\n", " ")
    if before:
        text = _BEFORE.sub("", text)
    if after:
        text = _AFTER.sub("", text)
    return [Text(text)] if text else []


def _reference(inside: str, line: int) -> Reference | Finding:
    # Word and WPS turn straight quotes into curly ones while a coordinator types.
    inside = re.sub("[‘’]", "'", re.sub("[“”„]", '"', inside))
    match = _FIGURE.fullmatch(inside)
    if _CHART.fullmatch("{{" + inside + "}}"):
        return Finding("manuscript-chart-alone", {"tag": inside.strip()[:60]}, line=line)
    if match is None:
        return Finding("manuscript-tag", {"tag": inside.strip()[:60]}, line=line)
    options = _OPTION.findall(match["options"])
    for name, value in options:
        if name not in OPTIONS:
            return Finding("manuscript-option", {"option": name, "options": ", ".join(OPTIONS)}, line=line)
        if not OPTIONS[name].fullmatch(value):
            return Finding("manuscript-option-value", {"option": name, "value": value[:40]}, line=line)
        if match["what"] == "change" and name not in CHANGED:
            return Finding("manuscript-change-option", {"option": name, "options": ", ".join(CHANGED)}, line=line)
    return Reference(match["figure"], **dict(options), what=match["what"])
