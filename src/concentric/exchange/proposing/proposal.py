"""From the text of an old review to an outline with references, names that its author used, and indicators it lacks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from concentric.core.claims.catalogue import Figure
from concentric.core.claims.checking import Checker, Report
from concentric.core.claims.judging import Claim
from concentric.exchange.book_workbook.shape import cell as as_cell
from concentric.exchange.book_workbook.shape import flat, marked, text, written
from concentric.prove.checks import phrase_of
from concentric.prove.claims import named_figures
from concentric.register.book import Book

LINKED = ("supported", "contradicted", "understated", "no-value")
"""Reasons with which the checker is sure of a figure. Without a ledger none has a value to compare with."""
MOST_NEW = 60
HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Known:
    """A number of the text that an indicator of the base book stands for, with the words that spoke of it."""

    quoted: str
    code: str
    phrase: str


@dataclass(frozen=True)
class New:
    """A number that no indicator stands for: proposed as an outside statistic until somebody knows better."""

    quoted: str
    code: str
    phrase: str
    unit: str


@dataclass
class Proposal:
    """What is proposed from the texts: the book as TOML, and how each number was taken."""

    known: list[Known] = field(default_factory=list)
    new: list[New] = field(default_factory=list)
    outlines: dict[str, str] = field(default_factory=dict)
    toml: str = ""


def propose(texts: Sequence[str], base: Book) -> Proposal:
    """Read old reviews against the indicators of a base book. The later text of a language gives its outline."""
    figures, _ = named_figures(base, base.when(), base.place, within=False)
    whole = [figure for figure in figures if not figure.place and figure.period == base.when().code]
    checker = Checker(whole)
    found = Proposal()
    codes: dict[str, str] = {}
    for one in texts:
        report = checker.check(one)
        lang = "zh-Hans" if len(HAN.findall(one)) * 6 > len(re.findall("[A-Za-z]", one)) else "en"
        found.outlines[lang] = _outline(report, _replacements(report, found, codes, base))
    found.toml = _book(base, found)
    return found


def _replacements(report: Report, found: Proposal, codes: dict[str, str], base: Book) -> Iterator[tuple[int, int, str]]:
    """Start, end and reference for each number that gets one."""
    for claim in report.claims:
        if claim.reading.listed or claim.reading.interval is None:
            continue
        # A figure prints its own hedge, so the author's goes.
        reading = claim.reading
        start, end = report.clean.span(*(reading.whole if reading.hedge else (reading.start, reading.end)))
        quoted = report.clean.original[start:end]
        phrase = phrase_of(claim, report.clean.text)
        figure = _figure(claim)
        if figure is not None:
            found.known.append(Known(quoted, figure.id, phrase))
            yield start, end, _reference(figure.id, claim)
        elif phrase and len(found.new) < MOST_NEW:
            code = codes.setdefault(phrase, f"new-{len(codes) + 1}")
            if code not in {one.code for one in found.new}:
                found.new.append(New(quoted, code, phrase, _unit(claim)))
            yield start, end, _reference(code, claim)


def _figure(claim: Claim) -> Figure | None:
    if claim.figure is not None:
        return claim.figure
    return claim.candidates[0].figure if claim.why in LINKED and claim.candidates else None


def _reference(code: str, claim: Claim) -> str:
    # The unit stays in the text; the scale (万, million) goes with the number.
    unit = claim.reading.unit
    tail = unit if unit and not unit.isascii() and len(unit) <= 3 else ""
    return f'{{{{ figure "{code}" }}}}{tail}'


def _unit(claim: Claim) -> str:
    return claim.reading.unit or ("%" if claim.reading.unit_class == "percent" else "")


def _outline(report: Report, replacements: Iterator[tuple[int, int, str]]) -> str:
    original = report.clean.original
    parts, at = [], 0
    for start, end, words in sorted(replacements):
        if start < at:
            continue
        parts += [original[at:start].replace("{{", "{ {").replace("}}", "} }"), words]
        at = end
    parts.append(original[at:].replace("{{", "{ {").replace("}}", "} }"))
    lines = [line.strip() for line in "".join(parts).splitlines()]
    kept = [_headed(line, first=n == 0) for n, line in enumerate(line for line in lines if line)]
    return "\n\n".join(kept) + "\n"


def _headed(line: str, *, first: bool) -> str:
    if line.startswith("#"):
        return line
    if first and len(line) <= 60 and line[-1] not in "。.；;":
        return f"# {line}"
    head = re.match(r"(?:[一二三四五六七八九十]+、|\d+\.\s+|[IVX]+\.\s+)(.{1,40})$", line)
    return f"## {head[1].strip()}" if head and line[-1] not in "。.；;" else line


def _book(base: Book, found: Proposal) -> str:
    parsed: dict[str, Any] = tomllib.loads(base.source)
    indicators: dict[str, Any] = parsed["indicator"]
    for known in found.known:
        _alias(indicators[known.code], known.phrase)
    for new in found.new:
        lang = "zh-Hans" if HAN.search(new.phrase) else "en"
        unit = new.unit if new.unit else ("项" if lang == "zh-Hans" else "items")
        names = {"zh-Hans": new.phrase, "en": new.phrase}
        indicators[new.code] = {"name": names, "unit": unit, "statistic": new.code}
    parsed["review"] = {**parsed.get("review", {}), **{lang: {"text": body} for lang, body in found.outlines.items()}}
    return "\n".join(_lines(parsed)) + "\n"


def _alias(spec: dict[str, Any], phrase: str) -> None:
    """Add the author's words to an indicator's aliases, unless they are known or say next to nothing."""
    if len(phrase) < 4:
        return
    lang = "zh-Hans" if HAN.search(phrase) else "en"
    aliases = dict(spec.get("aliases", {}))
    listed = list(aliases.get(lang, []))
    if phrase not in listed and phrase not in spec["name"].values():
        aliases[lang] = [*listed, phrase]
        spec["aliases"] = aliases


def _lines(parsed: Mapping[str, Any]) -> Iterator[str]:
    for name, held in parsed.items():
        single = not all(isinstance(value, dict) for value in held.values()) or name == "book"
        for code, entry in [("", held)] if single else held.items():
            yield f"[{name}.{text(code)}]" if code else f"[{name}]"
            for key, value in flat(entry):
                path, toml = written(marked(key, value), "''" if value == "" else as_cell(value))
                yield f"{'.'.join(text(part) for part in path.split('.'))} = {toml if value != '' else text('')}"
            yield ""
