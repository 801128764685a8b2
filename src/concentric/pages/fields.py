"""A record's fields for a reader: what each is called, what it says, and which are not for the public."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal
from uuid import UUID

from django.db import models

from concentric.core.terms.dates import show_date
from concentric.core.terms.numbers import show_number
from concentric.core.terms.scripts import localized
from concentric.core.terms.steps import state_word, step_word
from concentric.core.terms.words import LANGS, languages, say
from concentric.ledger.matters import course_of
from concentric.ledger.models import Record, SealedValue, Step
from concentric.ledger.payload import SAID, columns
from concentric.pages import showing
from concentric.pages.naming import Named, book_now, place_name
from concentric.prove.models import Edition, Review
from concentric.register.book import Book

ALWAYS = ("occurred_on", "reason")
"""Every record may have them; they say when it happened and why it was corrected."""
UNPUBLISHED = ("text", "figures", "review", "typed", "typed_reason")
"""What an internal edition says stays in the office; that there is one doesn't."""
HASH = re.compile("[0-9a-f]{64}")
LONG = 240  # characters from which a text is folded away
CHOSEN = (
    "kind",
    "nature",
    "firmness",
    "level",
    "audience",
    "mode",
    "channel",
    "urgency",
    "origin",
    "access",
    "what",
    "size_class",
)


@dataclass(frozen=True)
class Field:
    """One row of a record's table. `held` is "public", "office" (not shown), "sealed", or "erased".

    `code` is set in the type of a machine: a long text, or the digits of a hash.
    """

    name: str
    label: str
    shown: str
    held: Literal["public", "office", "sealed", "erased"] = "public"
    href_idx: int | None = None
    long: bool = False
    code: bool = False


@cache
def _known(key: str, lang: str) -> str | None:
    try:
        return say(key, lang)
    except KeyError:
        return None


def called(name: str, lang: str, kind: str = "") -> str:
    """A field's name in words, by one of its noun's own where it needs one; a field newer than these keeps its own."""
    stem = name.replace("_", "-")
    return _known(f"pages-field-{kind}-{stem}", lang) or _known(f"pages-field-{stem}", lang) or name


def choice(kind: str, name: str, value: str, lang: str) -> str:
    """The word for one of a few values; other text as it stands."""
    return _known(f"pages-value-{kind}-{name}-{value}", lang) or _known(f"pages-value-{name}-{value}", lang) or value


def kind_word(kind: str, lang: str) -> str:
    """What a kind of record is called."""
    return _known(f"pages-kind-{kind}", lang) or kind


def shows(record: Record, name: str) -> bool:
    """Whether the public sees a field."""
    if isinstance(record, Edition) and record.audience != "public" and name in UNPUBLISHED:
        return False
    return name in ALWAYS or record.DISCLOSURE.get(name) == "public"


_OWN = ("id", "root", "supersedes", "office", "attested_by")


def references(record: Record) -> list[UUID]:
    """The roots that a record's public fields point at, be it at one noun or at any."""
    found = []
    for field in record._meta.concrete_fields:
        points = isinstance(field, models.ForeignKey | models.UUIDField) and field.name not in _OWN
        if points and shows(record, field.name):
            value = getattr(record, field.attname)
            if value is not None:
                found.append(value)
    return found


def fields_of(record: Record, lang: str, names: Mapping[UUID, Named], unit: str = "") -> list[Field]:
    """All fields that have a value, in the order of the model. Values of other classes never leave this function."""
    held = {column.name for column in columns(type(record))}
    found: list[Field] = []
    for field in record._meta.concrete_fields:
        if field.name not in held or field.name in ALWAYS or field.name in SAID:
            continue
        value = getattr(record, field.attname)
        if value is None or value == "":
            continue
        word = called("step" if isinstance(record, Step) and field.name == "name" else field.name, lang, record.KIND)
        if not shows(record, field.name) or (field.name == "text" and not _is_published(record)):
            found.append(Field(field.name, word, "", "office"))
        elif isinstance(value, UUID):
            named = names.get(value)
            shown = named.name if named else str(value)
            found.append(Field(field.name, word, shown, href_idx=named.idx if named else None))
        else:
            shown = shown_value(record, field.name, value, lang, unit)
            long = len(shown) > LONG
            code = field.name == "toml" or bool(HASH.fullmatch(str(value)))
            found.append(Field(field.name, word, shown, long=long, code=code))
    return [*found, *_sealed(record, lang)]


def _is_published(record: Record) -> bool:
    """Whether a text has been published. A draft, or one for the office alone, is not for others. One query."""
    if not isinstance(record, Review):
        return True
    return Edition.objects.filter(review=record.root, audience="public", text=record.text).exists()


def _sealed(record: Record, lang: str) -> list[Field]:
    if not record.SEALED:
        return []
    rows = SealedValue.objects.filter(record=record.id).values_list("field", "erased_at")
    return [Field(name, called(name, lang), "", "erased" if erased else "sealed") for name, erased in sorted(rows)]


def shown_value(record: Record, name: str, value: Any, lang: str, unit: str = "") -> str:
    """One public value as text."""
    if isinstance(value, bool):
        return say("pages-yes" if value else "pages-no", lang)
    if isinstance(value, Decimal):
        return f"{value:f}" if name in _PLAIN else showing.quantity(value, unit or unit_of(record, name, lang), lang)
    if isinstance(value, int):
        return show_number(Decimal(value), lang)
    if isinstance(value, date):
        return show_date(value, lang)
    if isinstance(value, Mapping):
        return localized(value, lang) if value else showing.NONE
    if isinstance(value, list):
        return say("pages-items", lang, count=len(value))
    text = str(value)
    if name == "help_types":
        parts = filter(None, text.split(","))
        return say("pages-list-joint", lang).join(_of_book(record, name, part, lang) or part for part in parts)
    if (word := _of_book(record, name, text, lang)) is not None:
        return word
    if name == "lang":
        return languages().get(text, text)
    if name == "indicator":
        return of_indicator(text, lang)
    if name == "place":
        return place_name(book_now(), text, lang)
    if HASH.fullmatch(text):
        return showing.grouped(text)
    if isinstance(record, Step) and name == "name":
        return step_word(course_of(record), text, lang)
    if isinstance(record, Step) and name == "state":
        return state_word(course_of(record), text, lang)
    if name == "stratum":
        return choice(getattr(record, "target_kind", ""), "origin", text, lang)
    if name in ("target_kind", "about_kind", "thing_kind"):
        return kind_word(text, lang)
    return choice(record.KIND, name, text, lang) if name in CHOSEN else text


LISTED = {
    ("case", "topic"): "class",
    ("case-step", "what"): "adoption",
    ("activity", "setting"): "setting",
    ("site", "category"): "site",
    ("need", "category"): "category",
    ("pairing", "help_types"): "category",
    ("offer", "category"): "category",
    ("accreditation", "scheme"): "scheme",
}
"""Fields that hold a code of one of the book's lists."""


def _of_book(record: Record, name: str, code: str, lang: str) -> str | None:
    """What the book that holds calls a code of its lists; None without such a list or code, or without a book."""
    if name == "plan" and record.KIND in ("frame", "follow-up"):
        book = book_now()
        return localized(book.plans[code].names, lang) if book and code in book.plans else None
    listed = LISTED.get((record.KIND, name))
    if listed is None:
        return None
    book = book_now()
    entry = book.lists.get(listed, {}).get(code) if book else None
    return None if entry is None else localized(entry.names, lang)


def of_indicator(code: str, lang: str) -> str:
    """What the book that holds calls an indicator; its code where it knows none of that code."""
    book = book_now()
    names = book.indicators.get(code, {}).get("name") if book else None
    return localized(names, lang) if names else code


_PLAIN = ("latitude", "longitude")


def unit_of(record: Record, name: str, lang: str) -> str:
    """The unit of one of a record's amounts, where the record itself says it."""
    if name == "amount":
        return str(getattr(record, "currency", ""))
    if name not in ("quantity", "value"):
        return ""
    unit = str(getattr(record, "unit", ""))
    book = book_now()
    return unit_word(getattr(record, "indicator", ""), unit, lang, book) if book else unit


def unit_word(indicator: str, unit: str, lang: str, book: Book) -> str:
    """The unit of a statistic as it was entered; in the reader's language where it is the one that the book names."""
    known = indicator in book.indicators and unit in {book.unit(indicator, tongue) for tongue in LANGS}
    return book.unit(indicator, lang) if known else unit
