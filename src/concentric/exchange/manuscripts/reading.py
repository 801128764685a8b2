"""From an edited document to the text of a review: numbers stay references, and each that was touched is a finding."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from concentric.core.terms.findings import Finding
from concentric.core.terms.words import Word
from concentric.exchange.manuscripts.changes import Change, alike, changes_between
from concentric.exchange.manuscripts.document import Paragraph, Stretch, read_body
from concentric.exchange.manuscripts.guards import parts_of
from concentric.exchange.manuscripts.source import Source
from concentric.exchange.word.headings import WRITTEN
from concentric.exchange.word.numbers import reference_of
from concentric.prove.manuscript import Number, Reference, close

KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
MARKS = {"title": "# ", "heading": "## ", "subheading": "### ", "note": "> ", "byline": "——", "subtitle": "——"}
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])(?=\{\{)|(?<=\}\})(?=[\u4e00-\u9fff])")  # as references are usually written
_DASHES = re.compile(r"^(?:—|-|–)+\s*")


@dataclass(frozen=True)
class Read:
    """What became of a document: the text to freeze, what was changed since it was written, what is wrong."""

    text: str
    source: Source | None
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    numbers: int


@dataclass(frozen=True)
class _Bound:
    """A number as it stands in the document."""

    ref: Reference
    text: str
    n: int = 0


def keywords_of(path: Path) -> str:
    """What the document says it was written from. FileRefused for what is no honest .docx."""
    properties = parts_of(path)[2]
    found = properties.find(KEYWORDS) if properties is not None else None
    return ((found.text or "") if found is not None else "").strip()


def read_document(path: Path, source: Source | None) -> Read:
    """Read a document back. `source` is what it was written from; without it nothing can be compared.

    FileRefused for what is no honest .docx; everything else goes on and is told in the findings.
    """
    root, styles, _ = parts_of(path)
    body = read_body(root, styles)
    lines: list[str] = []
    printed: list[tuple[str, str]] = []
    bound: list[_Bound] = []
    findings: list[Finding] = [] if source else [Finding("document-no-source", severity="warning")]
    unchanged = _lines_of(source) if source else {}
    for n, paragraph in enumerate(body.paragraphs, 1):
        pieces = _pieces(paragraph.stretches, source)
        line, says = _line(paragraph, pieces, source)
        lines.append(unchanged.get((paragraph.kind, says), line))
        printed.append((paragraph.kind, says))
        here = [piece for piece in pieces if isinstance(piece, _Bound)]
        bound += here
        findings += [found for piece in here for found in _typed_over(piece, source, n)]
    findings += _gone(bound, source, [says for _, says in printed])
    findings += [Finding(f"document-{what}", {"count": count}, "warning") for what, count in sorted(body.aside.items())]
    old = _printed(source) if source else printed
    return Read("\n\n".join(lines) + "\n", source, tuple(changes_between(old, printed)), tuple(findings), len(bound))


def _printed(source: Source) -> list[tuple[str, str]]:
    return [(block.kind, block.chart or _said(block.text, source)) for block in source.manuscript.blocks]


def _said(text: str, source: Source | None) -> str:
    """A paragraph as a document prints it: in Chinese no blank between characters and numbers is anybody's change."""
    return _tidy(text if source is None or source.lang == "en" else close(text))


def _lines_of(source: Source) -> dict[tuple[str, str], str]:
    """The source of each paragraph by what it prints: one that nobody changed keeps its writer's blanks."""
    found: dict[tuple[str, str], str] = {}
    for block in source.manuscript.blocks:
        if block.chart:
            continue
        runs = (f"{{{{ {run.ref} }}}}" if isinstance(run, Number) else run.text for run in block.runs)
        line = MARKS.get(block.kind, "") + _SPACED.sub(" ", _tidy("".join(runs)))
        found[block.kind, _said(block.text, source)] = line
    return found


def _pieces(stretches: list[Stretch], source: Source | None) -> list[str | _Bound]:
    """Text and bound numbers. Text beside a content control, within the bookmark around it, is text."""
    known = source.numbers if source else {}
    held = {known[one.mark].ref for one in stretches if one.mark in known and not one.mark.startswith("number_")}
    found: list[str | _Bound] = []
    for one in stretches:
        number = known.get(one.mark)
        ref = number.ref if number else (reference_of(one.mark) if one.mark and not source else None)
        loose = number is not None and one.mark.startswith("number_") and number.ref in held
        if ref is None or loose:
            found.append(one.text)
        else:
            found.append(_Bound(ref, _tidy(one.text), number.n if number else 0))
    return found


def _line(paragraph: Paragraph, pieces: list[str | _Bound], source: Source | None) -> tuple[str, str]:
    """The paragraph as a line of the source, and as it is printed."""
    if paragraph.chart:
        return f'{{{{ chart "{paragraph.chart}" }}}}', paragraph.chart
    written = "".join(piece if isinstance(piece, str) else f"{{{{ {piece.ref} }}}}" for piece in pieces)
    says = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    if paragraph.kind in ("subtitle", "byline"):
        written, says = (_DASHES.sub("", text.strip()) for text in (written, says))
    if paragraph.kind in ("heading", "subheading") and not _numbered(source):
        written, says = (WRITTEN.sub("", text.strip()) for text in (written, says))
    return MARKS.get(paragraph.kind, "") + _SPACED.sub(" ", _tidy(written)), _said(says, source)


def _numbered(source: Source | None) -> bool:
    """Whether the writer numbers the headings; if not, the numbers in the document are the program's own."""
    if source is None:
        return True
    heads = [block.text for block in source.manuscript.blocks if block.kind in ("heading", "subheading")]
    return any(WRITTEN.match(text) for text in heads)


def _tidy(text: str) -> str:
    """One line, single spaces: what an editor does to white space is no change."""
    return " ".join(text.replace("\u200b", "").split())


def _same(one: str, other: str) -> bool:
    plain = [re.sub(r"\s", "", unicodedata.normalize("NFKC", text)) for text in (one, other)]
    return plain[0] == plain[1]


def _typed_over(piece: _Bound, source: Source | None, n: int) -> list[Finding]:
    if source is None or piece.ref not in source.shown or _same(piece.text, source.shown[piece.ref]):
        return []
    words: dict[str, Word] = {
        "was": source.shown[piece.ref],
        "now": piece.text or "—",
        "reference": str(piece.ref),
        "paragraph": n,
    }
    return [Finding("document-number-typed" if piece.text else "document-number-emptied", words)]


def _gone(bound: list[_Bound], source: Source | None, paragraphs: list[str]) -> list[Finding]:
    """Numbers of the source that the document holds no longer: told as text if they still stand there, else gone."""
    if source is None:
        return []
    left = Counter(number.ref for number in source.manuscript.numbers())
    left.subtract(piece.ref for piece in bound)
    found = []
    for ref, count in left.items():
        if count <= 0:
            continue
        words: dict[str, Word] = {"was": source.shown[ref], "reference": str(ref)}
        if _as_text(source, ref, paragraphs):
            found.append(Finding("document-number-loose", words))
        else:
            found.append(Finding("document-number-gone", words, "warning"))
    return found


def _as_text(source: Source, ref: Reference, paragraphs: list[str]) -> bool:
    """Whether a paragraph that printed this number still stands there, edited or not, with the number as plain text."""
    shown = close(source.shown[ref])
    blocks = [
        _said(block.text, source)
        for block in source.manuscript.blocks
        if any(isinstance(run, Number) and run.ref == ref for run in block.runs)
    ]
    return any(shown in says and alike(text, says) for says in paragraphs for text in blocks)
