"""One bound text in, one .docx out."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from docx.document import Document as Doc

from concentric.core.terms.findings import Finding
from concentric.exchange.word.appendix import add_appendix
from concentric.exchange.word.charts import add_chart
from concentric.exchange.word.contract import Drawing, Evidence, Facts
from concentric.exchange.word.cover import add_cover
from concentric.exchange.word.headings import prefixes
from concentric.exchange.word.numbers import mark_of, tag_of
from concentric.exchange.word.parts import bookmark, clean, control, run
from concentric.exchange.word.styles import new_document, next_section, number_pages, set_page, style_name
from concentric.prove.manuscript import Block, Manuscript, Number, Unbound


def write_review(
    manuscript: Manuscript,
    *,
    picture_svg: str,
    facts: Facts,
    appendix: Sequence[Evidence] | None,
    lang: str,
    target: str | Path | IO[bytes],
    charts: Mapping[str, Drawing] | None = None,
    source: str = "",
) -> tuple[Finding, ...]:
    """Write a bound text with its cover (`picture_svg`, an A4 drawing; none if empty) and its appendix (None: none).

    `charts` are its drawings by their codes; `source` says which text this is, for whoever reads it back.

    Each number is a content control tagged with its reference. Raises `Unbound` for a number without text. Returns
    warnings about the document, such as a machine without Chinese typefaces. Costs about a second for the cover.
    """
    for number in manuscript.numbers():
        if not number.text:
            raise Unbound("manuscript-unbound", reference=str(number.ref))
    document = new_document(lang)
    findings: tuple[Finding, ...] = ()
    section = document.sections[0]
    set_page(section)
    if picture_svg:
        document.add_paragraph(style=style_name("page"))
        findings = add_cover(document, picture_svg)
        section = next_section(document)
    number_pages(section, start=1)
    for block, prefix in zip(manuscript.blocks, prefixes(manuscript.blocks, lang), strict=True):
        if block.kind == "chart":
            if charts and block.chart in charts:
                add_chart(document, block.chart, charts[block.chart], lang)
            continue
        _add_block(document, block, prefix, lang)
    if appendix is not None:
        next_section(document, landscape=True)
        add_appendix(document, appendix, facts, lang)
    _describe(document, manuscript, facts, lang)
    document.core_properties.keywords = source
    document.save(str(target) if isinstance(target, Path) else target)
    return findings


def _add_block(document: Doc, block: Block, prefix: str, lang: str) -> None:
    chinese = lang != "en"
    paragraph: Any = document.add_paragraph(style=style_name(block.kind))
    if block.kind == "subtitle" and chinese:
        prefix = "——"
    if prefix:
        paragraph._p.append(run(prefix, chinese=chinese))
    for piece in block.runs:
        if isinstance(piece, Number):
            start, end = bookmark(mark_of(piece), piece.n)
            marked = control(piece.text, tag=tag_of(piece), alias=piece.ref.figure, number=piece.n, chinese=chinese)
            for part in (start, marked, end):
                paragraph._p.append(part)
        else:
            paragraph._p.append(run(piece.text, chinese=chinese))


def _describe(document: Doc, manuscript: Manuscript, facts: Facts, lang: str) -> None:
    """What a file manager shows. The template's author and dates are nobody's here."""
    properties = document.core_properties
    properties.title = clean(manuscript.first("title"))
    properties.subject = clean(manuscript.first("subtitle"))
    properties.author = clean(facts.issued_by)
    properties.last_modified_by = clean(facts.issued_by)
    properties.comments = facts.ledger_root
    properties.language = lang
    if facts.printed_at is not None:
        properties.created = properties.modified = facts.printed_at
