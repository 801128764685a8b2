"""From what is told to the rows of sheets. A row maps the names of a sheet's columns to cells; the rest stays blank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from concentric.exchange.synth.cast import Cast, Party
from concentric.exchange.synth.matters import Pair, Part, Promise
from concentric.exchange.synth.places import CITY, Spot

Cell = str | int | Decimal | date
Row = Mapping[str, Cell]

VILLAGE_ROSTER, CLINIC_ROSTER = "villages-2021", "clinics-2021"
KEY_ROSTER, CHAIN_ROSTER, OLD_ROSTER = "key-2021", "chains-2021", "villages-2020"
LISTED = date(2021, 3, 1)
ROSTERS = {
    VILLAGE_ROSTER: ("2021 年企村结对村名册（示例）", "villages", "L"),
    CLINIC_ROSTER: ("2021 年村卫生室设备名册（示例）", "clinics", "M"),
    KEY_ROSTER: ("2021 年重点工业企业和项目名册（示例）", "commissioners", "Q"),
    OLD_ROSTER: ("2020 年企村结对村名册（示例）", "villages", "O"),
    CHAIN_ROSTER: ("2021 年重点产业链名册（示例）", "chains", "C"),
}


@dataclass(frozen=True)
class Workbook:
    """A file by its name, with its sheets by their stem. `own_style`: dates and amounts as a person types them."""

    name: str
    sheets: tuple[tuple[str, tuple[Row, ...]], ...]
    own_style: bool = False

    def rows(self) -> int:
        """How many rows it holds in all its sheets."""
        return sum(len(rows) for _, rows in self.sheets)


def workbook(name: str, own_style: bool = False, /, **sheets: Iterable[Row]) -> Workbook:
    """A workbook of the sheets that have rows; `case_words` is the sheet case-words."""
    held = ((stem.replace("_", "-"), tuple(rows)) for stem, rows in sheets.items())
    return Workbook(name, tuple((stem, rows) for stem, rows in held if rows), own_style)


def row(**cells: Cell | None) -> Row:
    """A row of the cells that hold something."""
    return {name: cell for name, cell in cells.items() if cell is not None and cell != ""}


def place(spot: Spot, *, until: date | None = None, reason: str = "") -> Row:
    """A row of `places`."""
    return row(
        number=spot.code,
        name=spot.name,
        level=spot.level,
        parent=spot.parent,
        latitude=spot.latitude,
        longitude=spot.longitude,
        valid_until=until,
        reason=reason,
    )


def organisation(party: Party) -> Row:
    """A row of `organisations`."""
    return row(
        number=party.number,
        name=party.name,
        kind=party.kind,
        uscc=party.uscc,
        place=party.place,
        contact_name=party.contact,
        contact_phone=party.phone,
        size_class=party.size,
    )


def village(party: Party) -> Row:
    """A row of `villages`."""
    if party.spot is None:
        raise ValueError(f"{party.number} is no village")
    return row(number=party.number, name=party.name, code=party.spot.code, county=party.place, size_class=party.size)


def listed(roster: str, member: str, *, since: date = LISTED, until: date | None = None, reason: str = "") -> Row:
    """A row of `roster`."""
    name, programme, letter = ROSTERS[roster]
    return row(
        number=f"{letter}-{member}",
        roster=roster,
        roster_name=name,
        programme=programme,
        as_of=min(since, LISTED),
        member=member,
        since=since,
        until=until,
        reason=reason,
    )


def pairing(pair: Pair, *, recipient: str = "", reason: str = "") -> Row:
    """A row of `pairings`; with another `recipient`, a correction."""
    return row(
        number=pair.number,
        programme="villages",
        supporter=pair.supporter,
        recipient=recipient or pair.recipient,
        proposed_on=pair.proposed_on,
        batch=f"第{'一二三四'[pair.batch - 1]}批",
        help_types=pair.help_types,
        reason=reason,
    )


def agreement(pair: Pair, *, village: bool) -> Row:
    """A row of `agreements`: what the village says itself, or what the office says of both."""
    if village and pair.declined is not None:
        return row(number=f"A-{pair.number}-2", pairing=pair.number, on=pair.declined, what="declined")
    on = pair.village_agreed if village else pair.office_agreed
    return row(number=f"A-{pair.number}-{2 if village else 1}", pairing=pair.number, on=on, what="agreed")


def commitment(promise: Promise) -> Row:
    """A row of `commitments`."""
    money = promise.currency != ""
    return row(
        number=promise.number,
        programme=promise.programme,
        supporter=promise.supporter,
        recipient=promise.recipient,
        kind=promise.kind,
        nature=promise.nature,
        firmness=promise.firmness,
        amount=promise.amount if money else None,
        currency=promise.currency,
        quantity=None if money else promise.amount,
        unit=promise.unit,
        committed_on=promise.committed_on,
        due=promise.due,
        what=promise.what,
    )


def delivery(promise: Promise, part: Part, *, amount: int | None = None, reason: str = "") -> Row:
    """A row of `deliveries`; with another `amount`, a correction."""
    sent = part.amount if amount is None else amount
    return row(number=part.number, commitment=promise.number, on=part.on, amount=sent, reason=reason)


def confirmation(part: Part) -> Row:
    """A row of `confirmations`. `noted` is the office's own typing: its amount is the delivery's."""
    if part.answer == "noted":
        return row(
            number=f"R-{part.number}",
            subject=part.number,
            outcome="confirmed",
            on=part.entered,
            amount=part.amount,
            note="电话询问，由本办代录",
        )
    return row(
        number=f"R-{part.number}",
        subject=part.number,
        outcome=part.answer,
        on=part.answered_on,
        amount=part.received if part.answer == "confirmed" else None,
        note=part.note,
    )


def verification(subject: str, on: date, amount: int | None = None) -> Row:
    """A row of `verifications`: of a pairing, or of a delivery with the amount that was found."""
    return row(number=f"Y-{subject}", subject=subject, on=on, amount=amount)


def statistics() -> list[Row]:
    """The two numbers from outside, as the example quotes them."""
    told = (
        ("new-industrial-enterprises", 102, "家", "全市规模以上民营工业企业，年主营业务收入 2,000 万元及以上"),
        ("new-market-entities", 52_000, "户", "全市新登记市场主体；原公布数为 5.2 万户，已取整"),
    )
    return [statistic(2021, n, *one, date(2022, 1, 18)) for n, one in enumerate(told, start=1)]


def statistic(year: int, n: int, indicator: str, value: int, unit: str, scope: str, published_on: date) -> Row:
    """A row of `statistics`: a year's number for the whole city."""
    return row(
        number=f"ST-{year}-{n}",
        indicator=indicator,
        value=value,
        unit=unit,
        period=str(year),
        place=CITY,
        scope=scope,
        source="年度公开发布的统计数（示例引用，用时请换成原始出处）",
        published_on=published_on,
    )


def everybody(cast: Cast) -> list[Row]:
    """Rows of `organisations` for all but villages and clinics."""
    return [organisation(party) for party in (*cast.supporters, *cast.others, *cast.helped, cast.verifier)]
