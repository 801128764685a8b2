"""Annual reviews as they were published: the list, one edition with its numbers to open, its records, its Word file."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from concentric.core.terms.findings import Refused
from concentric.core.terms.periods import read_period, show_period
from concentric.core.terms.scripts import to_traditional
from concentric.core.terms.words import languages, say
from concentric.exchange.bundle import NoCheckpoint, covering
from concentric.exchange.editions.pdf import edition_pdf
from concentric.exchange.editions.word import write_edition
from concentric.exchange.pdf import NoTypeface
from concentric.exchange.word.headings import prefixes
from concentric.ledger.positions import size
from concentric.pages import asking
from concentric.pages.cards import change_card, name_of, printed_and_now, printed_card, slug
from concentric.pages.charts import ShownChart, shown_chart
from concentric.pages.figures import rows_page
from concentric.pages.pictures import picture
from concentric.pages.points import Point, point_of_edition
from concentric.prove.comparing import stands_on
from concentric.prove.editions import (
    Correction,
    NoSuchEdition,
    bound_manuscript,
    edition_of,
    editions,
    frozen_numbers,
    later_corrections,
    text_lang,
)
from concentric.prove.freezing import Frozen
from concentric.prove.manuscript import Manuscript, Number, Reference, close
from concentric.prove.models import Edition

PUBLIC = "public"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Piece:
    """A run of a paragraph: text, or a number with the address of its card."""

    text: str
    slug: str = ""
    amended: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One block of the text; `n` counts from 1, and names the place where a number's card opens."""

    kind: str
    prefix: str
    pieces: tuple[Piece, ...]
    n: int
    has_numbers: bool
    chart: ShownChart | None = None


@dataclass(frozen=True)
class Head:
    """An edition in a list, or at the top of its page."""

    edition: Edition
    title: str
    subtitle: str
    url: str
    period: str
    lang: str
    numbers: int


def published(number: str) -> Edition:
    """The public edition of a number. Internal ones are not there."""
    if not number.isprintable():
        raise Http404("edition")  # PostgreSQL refuses to look for a NUL
    try:
        found = edition_of(number)
    except NoSuchEdition as refused:
        raise Http404("edition") from refused
    if found.audience != PUBLIC:
        raise Http404("edition")
    return found


def _printing(edition: Edition, tongue: str) -> Callable[[str], str]:
    """How its text is shown: in the reader's script, and in Chinese with no gaps but those that a browser sets."""
    if edition.lang == "en":
        return str
    return (lambda text: to_traditional(close(text))) if tongue != edition.lang else close


def head_of(edition: Edition, lang: str) -> Head:
    """What a list says of an edition."""
    tongue = text_lang(edition, lang)
    manuscript = _bound(edition.id, edition.number)
    convert = _printing(edition, tongue)
    return Head(
        edition,
        convert(manuscript.first("title")),
        convert(manuscript.first("subtitle")),
        reverse("review", args=[edition.number]),
        show_period(read_period(edition.period), lang),
        tongue,
        len(edition.figures),
    )


@lru_cache(maxsize=32)
def _bound(edition: UUID, number: str) -> Manuscript:
    return bound_manuscript(edition_of(number))


def latest(lang: str) -> Head | None:
    """The newest public edition, in the reader's language where there is one. Two queries."""
    found = editions(PUBLIC)
    own = [edition for edition in found if text_lang(edition, lang) == lang]
    first = next(iter(own or found), None)
    return head_of(first, lang) if first else None


def reviews(request: HttpRequest) -> HttpResponse:
    """All public editions, the newest first."""
    lang: str = request.lang  # type: ignore[attr-defined]
    found = editions(PUBLIC)
    pages = asking.paging(request, len(found))
    heads = [head_of(edition, lang) for edition in found[pages.start : pages.start + pages.size]]
    return render(request, "reviews/list.html", {"heads": heads, "paging": pages})


def corrections_of(edition: Edition) -> Mapping[Reference, Correction]:
    """What the ledger gives otherwise now; computed once for each state of the ledger. Nothing when it can't be."""
    now = size()
    if now <= edition.position:
        return {}
    try:
        return later_corrections(edition, now)
    except Refused:
        return {}


def review(request: HttpRequest, number: str) -> HttpResponse:
    """An edition: its text, each number a link."""
    lang: str = request.lang  # type: ignore[attr-defined]
    edition = published(number)
    point = point_of_edition(edition)
    corrections = corrections_of(edition)
    tongue = text_lang(edition, lang)
    others = [
        {"url": reverse("review", args=[one.number]), "lang": one.lang, "name": languages()[one.lang]}
        for one in _siblings(edition)
    ]
    said = set(_bound(edition.id, edition.number).references())
    changed = {ref: one for ref, one in corrections.items() if one.value_changed}
    amended = [_amended_line(point, ref, one, lang) for ref, one in changed.items() if ref in said]
    context = {
        "head": head_of(edition, lang),
        "edition": edition,
        "point": point,
        "paragraphs": paragraphs(edition, tongue, set(changed)),
        "text_lang": tongue,
        "converted": tongue != edition.lang,
        "others": others,
        "amended": amended,
        "redrawn": len(changed) - len(amended),
        "picture": _mini(point, lang),
        "provable": provable(edition),
    }
    return render(request, "reviews/detail.html", context)


def provable(edition: Edition) -> bool:
    """Whether a signed checkpoint holds the edition, so that its evidence can be taken along. One query."""
    try:
        covering(edition, Path(settings.HOME))
    except NoCheckpoint:
        return False
    return True


def _amended_line(point: Point, ref: Reference, one: Correction, lang: str) -> dict[str, str]:
    was, now = printed_and_now(one, lang)
    return {"slug": slug(ref), "name": name_of(point.book, ref.figure, lang), "was": was, "now": now}


def _siblings(edition: Edition) -> list[Edition]:
    """The newest public editions of the same period in other languages."""
    found: dict[str, Edition] = {}
    for one in editions(PUBLIC):
        if (one.period, one.place) == (edition.period, edition.place) and one.lang != edition.lang:
            found.setdefault(one.lang, one)
    return list(found.values())


def _mini(point: Point, lang: str) -> str:
    try:
        return picture(point, lang, way="mini")
    except Refused:
        return ""


def paragraphs(edition: Edition, tongue: str, amended: set[Reference]) -> list[Paragraph]:
    """The blocks after title and subtitle, their text in `tongue`."""
    manuscript = _bound(edition.id, edition.number)
    convert = _printing(edition, tongue)
    found = []
    for n, (block, prefix) in enumerate(
        zip(manuscript.blocks, prefixes(manuscript.blocks, edition.lang), strict=True), 1
    ):
        if block.kind in ("title", "subtitle"):
            continue
        pieces = tuple(
            Piece(convert(run.text), slug(run.ref), run.ref in amended)
            if isinstance(run, Number)
            else Piece(convert(run.text))
            for run in block.runs
        )
        chart = shown_chart(edition, block.chart, tongue) if block.chart else None
        found.append(Paragraph(block.kind, convert(prefix), pieces, n, any(piece.slug for piece in pieces), chart))
    return found


def _address(edition: Edition, ref: Reference) -> str:
    """Where the card of a number is; nothing where the edition doesn't print it."""
    known = any(frozen.ref == ref for frozen in frozen_numbers(edition))
    return reverse("review-figure", args=[edition.number, slug(ref)]) if known else ""


def printed_number(edition: Edition, ref: str) -> Frozen:
    for frozen in frozen_numbers(edition):
        if slug(frozen.ref) == ref:
            return frozen
    raise Http404("figure")


def review_figure(request: HttpRequest, number: str, ref: str) -> HttpResponse:
    """The card of one printed number: a fragment for htmx, else a page of its own."""
    lang: str = request.lang  # type: ignore[attr-defined]
    edition = published(number)
    frozen = printed_number(edition, ref)
    point = point_of_edition(edition)
    card = printed_card(point, frozen, number, lang, corrections_of(edition).get(frozen.ref))
    if frozen.ref.what == "change":
        compared, before = stands_on(edition, frozen.ref)
        card = change_card(card, compared, before, _address(edition, compared.ref), lang)
    context = {"card": card, "head": head_of(edition, lang), "edition": edition, "point": point}
    if card.rows_url and frozen.ref.what == "figure" and provable(edition):
        context["proof_url"] = reverse("review-proof", args=[number, ref])
    whole = not request.htmx or request.htmx.history_restore_request  # type: ignore[attr-defined]
    template = "reviews/figure.html" if whole else "reviews/figure_fragment.html"
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def review_rows(request: HttpRequest, number: str, ref: str) -> HttpResponseBase:
    """The records behind one printed number, as they were when it was frozen."""
    lang: str = request.lang  # type: ignore[attr-defined]
    edition = published(number)
    frozen = printed_number(edition, ref)
    point = point_of_edition(edition)
    card = printed_card(point, frozen, number, lang, None)
    head = head_of(edition, lang)
    crumbs = [(reverse("reviews"), say("pages-nav-reviews", lang)), (head.url, head.title), (card.own_url, card.name)]
    at = point.at(frozen.place)
    return rows_page(request, at, frozen.ref.figure, card, crumbs, frozen.ref)


def kept_file(edition: Edition, name: str, make: Callable[[], bytes]) -> bytes:
    """A file of an edition, made once by each version of the program."""
    folder = Path(settings.HOME) / "editions"
    kept = folder / f"{edition.id}.{version('concentric')}.{name}"
    try:
        return kept.read_bytes()
    except OSError:
        made = make()
    try:
        folder.mkdir(exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part:
            part.write(made)
        Path(part.name).replace(kept)
    except OSError:
        log.warning("could not keep %s", kept, exc_info=True)  # a full or read-only disk is no reason to give nothing
    return made


def _word(edition: Edition, tongue: str) -> bytes:
    file = BytesIO()
    write_edition(edition, file, tongue)
    return file.getvalue()


MAKERS: Mapping[str, Callable[[Edition, str], bytes]] = {"docx": _word, "pdf": edition_pdf}
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def word(request: HttpRequest, number: str) -> FileResponse:
    """The edition as a Word document. The first reader waits a second or two; then it is kept in the home folder."""
    return _file(request, published(number), "docx")


def pdf(request: HttpRequest, number: str) -> FileResponse:
    """The edition as a PDF; kept like the Word document. 404 on a machine that can't draw Chinese."""
    try:
        return _file(request, published(number), "pdf")
    except NoTypeface as refused:
        raise Http404("pdf") from refused


def _file(request: HttpRequest, edition: Edition, kind: str) -> FileResponse:
    """In the script that its page is read in."""
    tongue = text_lang(edition, request.lang)  # type: ignore[attr-defined]
    name = kind if tongue == edition.lang else f"{tongue}.{kind}"
    made = BytesIO(kept_file(edition, name, lambda: MAKERS[kind](edition, tongue)))
    return FileResponse(made, as_attachment=True, filename=f"{edition.number}.{name}", content_type=TYPES[kind])
