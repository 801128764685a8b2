"""How a book's tables lie in sheets: which are lists of entries, which are single, and how values stand in cells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from concentric.core.terms.codes import clean
from concentric.core.terms.words import LANGS, say
from concentric.exchange.sheets.cells import shown

JOINT = " | "
LIST, DATES, NUMBERS, DATA = "[]", "[date]", "[number]", "{}"
"""What a heading ends with where cells hold several texts, dates or whole numbers, or anything else as JSON."""
WHOLE = frozenset(
    (
        *("rank", "suppress_below", "decimals", "working_days", "again", "window", "weight", "points", "threshold"),
        *("years", "near", "per_km", "same_county", "same_prefecture", "size", "continuity", "minimum", "takes"),
        *("wants", "least", "most", "at_least", "at_most"),
    )
)
"""Keys whose values are whole numbers; those of `weights` are too. Others are texts, also where digits are typed."""
WEIGHTS = "weights"
TRUTH = frozenset(("cumulates",))
"""Keys that are true or false."""
SINGLE = ("book", "calendar")
"""Tables without entries: a row for each key."""
TEXTS = ("review",)
"""Tables of long texts: a row for each line."""
ENTRY, KEY, VALUE, LINE = "code", "key", "value", "line"


def flat(entry: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Key paths with dots, and their values; what is not a table is a value."""
    for key, value in entry.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and value:
            yield from flat(value, f"{name}.")
        else:
            yield name, value


def marked(name: str, value: Any) -> str:
    """The heading of a value: its key, and how several values of its kind stand in a cell."""
    if isinstance(value, list):
        if value and all(type(one) is date for one in value):
            return name + DATES
        if value and all(type(one) is int for one in value):
            return name + NUMBERS
        is_plain = all(isinstance(one, str) and JOINT.strip() not in one and one.strip() == one for one in value)
        return name + (LIST if is_plain and value else DATA)
    return name + DATA if isinstance(value, dict) else name


def cell(value: Any) -> Any:
    """A value as a cell holds it."""
    if isinstance(value, list):
        if value and all(type(one) is date for one in value):
            return JOINT.join(one.isoformat() for one in value)
        if marked("", value) in (LIST, NUMBERS):
            return JOINT.join(map(str, value))
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value


def written(heading: str, held: Any) -> tuple[str, str]:
    """The key and its TOML for a cell under a heading. ValueError for what the heading does not allow."""
    if heading.endswith(DATES):
        parts = [date.fromisoformat(part.strip()) for part in str(held).split("|") if part.strip()]
        return heading.removesuffix(DATES), f"[{', '.join(part.isoformat() for part in parts)}]"
    if heading.endswith(NUMBERS):
        numbers = [int(clean(part)) for part in str(_plain(held)).split("|") if part.strip()]
        return heading.removesuffix(NUMBERS), f"[{', '.join(map(str, numbers))}]"
    if heading.endswith(LIST):
        parts_ = [part.strip() for part in str(_plain(held)).split("|")]
        return heading.removesuffix(LIST), f"[{', '.join(map(text, filter(None, parts_)))}]"
    if heading.endswith(DATA):
        return heading.removesuffix(DATA), _toml(json.loads(str(held)))
    return heading, _toml(_meant(heading, _plain(held)))


def text(value: str) -> str:
    """A basic string of TOML: JSON's escapes are among its own."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _plain(held: Any) -> Any:
    """What a person meant by a cell: a whole number is no fraction, a date no time."""
    if isinstance(held, float) and held.is_integer():
        return int(held)
    return held.date() if isinstance(held, datetime) else held


def _meant(heading: str, held: Any) -> Any:
    """A value of the type that its key has, whatever type the cell has: 2021 is a period, "３" a number, 是 a truth."""
    *before, key = heading.split(".")
    if isinstance(held, bool):
        return held
    if key in WHOLE or before[-1:] == [WEIGHTS]:
        typed = clean(held).replace(",", "") if isinstance(held, str) else ""
        return int(typed) if re.fullmatch(r"-?[0-9]{1,15}", typed) else held
    if key in TRUTH and held in (0, 1):
        return bool(held)  # as an .ods keeps it
    if key in TRUTH:
        return _truths().get(clean(held).casefold(), held) if isinstance(held, str) else held
    return held.strip() if isinstance(held, str) else shown(held)


@cache
def _truths() -> Mapping[str, bool]:
    keys = ((True, "bookwork-true"), (False, "bookwork-false"))
    return {
        clean(word).casefold(): truth for truth, key in keys for lang in LANGS for word in say(key, lang).split("|")
    }


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{text(key)} = {_toml(one)}" for key, one in value.items()) + " }"
    return text(str(value))
