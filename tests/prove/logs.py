"""Random logs, made record by record as the ledger would let them happen, in the shape of the lake."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa

from concentric.core.courses import COURSES, Opening, Step
from concentric.core.terms.findings import Refused
from concentric.lake.shape import shapes
from concentric.lake.source import schema

Row = dict[str, Any]
PLACES = (("45", None), ("4502", "45"), ("450222", "4502"), ("45022201", "450222"), ("450223", "4502"), ("99", None))
CURRENCIES = ("CNY", "CNY", "USD")
VOIDABLE = ("organisation", "statistic", "roster_entry", "commitment", "pairing", "post", "need", "honour", "same_as")
JOINABLE = ("commitment", "pairing", "need", "honour")


class Log:
    """A log that grows by one random action at a time. `records` is what the lake would mirror."""

    def __init__(self, seed: int, actions: int) -> None:
        self.random = Random(seed)
        self.records: dict[str, list[Row]] = {name: [] for name in shapes()}
        self.size = 0
        self.at = datetime.fromisoformat("2021-01-01T03:00")
        self.office = self._id()
        self.matters: dict[str, tuple[str, Row, list[Row]]] = {}
        self._found()
        acts = (self._commit, self._step, self._step, self._step, self._pair, self._correct, self._void, self._more)
        for _ in range(actions):
            self.random.choice(acts)()

    def tables(self) -> dict[str, pa.Table]:
        """The records as the tables of the lake."""
        return {
            name: pa.Table.from_pylist(self.records[name], schema=schema(shape)) for name, shape in shapes().items()
        }

    # -- making records ------------------------------------------------------------------------------------------

    def _id(self) -> str:
        bits = f"{self.random.getrandbits(128):032x}"
        return f"{bits[:8]}-{bits[8:12]}-{bits[12:16]}-{bits[16:20]}-{bits[20:]}"

    def _add(self, table: str, /, *, by: str | None = "", after: Row | None = None, **values: Any) -> Row:
        if self.random.random() < 0.7:
            self.at += timedelta(hours=self.random.randrange(60))
        row: Row = {}
        for column in shapes()[table].columns:
            row[column.name] = "" if column.type == "text" else None
        row |= values
        row["idx"], row["id"], row["recorded_at"] = self.size, self._id(), self.at
        row["root"] = after["root"] if after else row["id"]
        row["supersedes"] = after["id"] if after else None
        row["office"] = self.office
        row["attested_by"] = self.office if by == "" else by
        row["channel"] = self.random.choice(["workbook", "page", "link"])
        row["recorded_by"] = "somebody"
        self.size += 1
        self.records[table].append(row)
        return row

    def _day(self, *, open_: bool = False) -> date | None:
        if open_ and self.random.random() < 0.3:
            return None
        return date(2020, 11, 15) + timedelta(days=self.random.randrange(450))

    def _amount(self) -> Decimal:
        digits = self.random.choice([1, 3, 6, 11])
        return Decimal(self.random.randrange(10**digits)).scaleb(-self.random.choice([0, 0, 1, 4]))

    def _found(self) -> None:
        places: dict[str, str] = {}
        for code, parent in PLACES:
            up = places[parent] if parent else None
            places[code] = self._add("place", code=code, name=f"place {code}", level="county", parent=up)["root"]
        self.places = list(places.values())
        self.parties = [
            self._add(
                "organisation",
                number=f"O{n}",
                name=self.random.choice(["甲", "乙", "丙", "=1+1"]),
                kind=self.random.choice(["enterprise", "village"]),
                place=self.random.choice([*self.places, None]),
            )["root"]
            for n in range(6)
        ]
        circles = [self._add("circle", code=code, rank=1, names="{}")["root"] for code in ("in", "out")]
        self.programmes = [
            self._add("programme", code=code, circle=self.random.choice(circles), rank=1, names="{}")["root"]
            for code in ("a", "b")
        ]
        self.rosters = [
            self._add("roster", code=f"r{n}", name="list", as_of=date(2021, 1 + 5 * n, 1), programme=self.programmes[0])
            for n in range(2)
        ]

    # -- what happens --------------------------------------------------------------------------------------------

    def _two(self) -> tuple[str, str]:
        one, two = self.random.sample(self.parties, 2)
        return one, self.random.choice([two, two, two, self.office])

    def _commit(self) -> None:
        made = self._commitment()
        row = self._add("commitment", number=f"C{self.size}", by=self.random.choice(["", made["supporter"]]), **made)
        self.matters[row["root"]] = ("commitment", row, [])

    def _commitment(self) -> Row:
        supporter, recipient = self._two()
        money = self.random.random() < 0.7
        amount = self._amount()
        return {
            "programme": self.random.choice(self.programmes),
            "supporter": supporter,
            "recipient": recipient,
            "kind": self.random.choice(["money", "goods"]),
            "nature": "welfare",
            "firmness": self.random.choice(["pledged", "signed"]),
            "amount": amount if money else None,
            "currency": self.random.choice(CURRENCIES) if money else "",
            "quantity": None if money else amount,
            "unit": "" if money else "吨",
            "committed_on": self._day(),
            "due": self._day(open_=True),
        }

    def _pair(self) -> None:
        supporter, recipient = self._two()
        row = self._add(
            "pairing",
            number=f"P{self.size}",
            programme=self.random.choice(self.programmes),
            supporter=supporter,
            recipient=recipient,
            proposed_on=self._day(),
            batch=self.random.choice(["", "first"]),
        )
        self.matters[row["root"]] = ("pairing", row, [])

    def _opening(self, row: Row) -> Opening:
        amount = row["amount"] if row.get("amount") is not None else row.get("quantity")
        return Opening(row["supporter"], row["recipient"], row["office"], None, amount, row.get("due"))

    def _step(self) -> None:
        if not self.matters:
            return
        root = self.random.choice(list(self.matters))
        kind, opening, steps = self.matters[root]
        course = COURSES[kind]
        for _ in range(4):
            name = self.random.choice(course.steps)
            by = self.random.choice([opening["recipient"], opening["supporter"], self.office, *self.parties, None])
            amount = self._amount() if self.random.random() < 0.9 and kind == "commitment" else None
            of = self.random.randrange(1, len(steps) + 1) if steps and self.random.random() < 0.7 else None
            if name in ("delivered", "agreed", "declined", "renewed", "ended", "lapsed", "written-off"):
                of = None
            if name not in ("delivered", "confirmed", "verified") or kind == "pairing":
                amount = None
            day = self._day(open_=True)
            taken = Step(len(steps) + 1, name, day, by or "", amount, of, "why")
            try:
                state = course.fold(self._opening(opening), [*map(_as_step, steps), taken])
            except Refused:
                continue
            row = self._add(
                f"{kind}_step",
                by=by,
                matter=root,
                n=taken.n,
                name=name,
                occurred_on=day,
                amount=amount,
                of=of,
                note="why",
                state=state.name,
            )
            steps.append(row)
            return

    def _correct(self) -> None:
        if self.random.random() < 0.3:
            n = self.random.randrange(len(self.rosters))
            self.rosters[n] = self._add(
                "roster", after=self.rosters[n], code=f"r{n}", name="newer", as_of=self._day(), programme=None
            )
            return
        commitments = [root for root, (kind, _, _) in self.matters.items() if kind == "commitment"]
        if not commitments:
            return
        root = self.random.choice(commitments)
        _, row, steps = self.matters[root]
        changed = {**row, **self._commitment()}
        if (row["amount"] is None) != (changed["amount"] is None):
            return
        try:
            COURSES["commitment"].fold(self._opening(changed), map(_as_step, steps))
        except Refused:
            return
        values = {name: changed[name] for name in (*self._commitment(), "number")}
        self.matters[root] = ("commitment", self._add("commitment", after=row, **values), steps)

    def _void(self) -> None:
        kind = self.random.choice(VOIDABLE)
        gone = {mark["target"] for mark in self.records["void"]}
        able = {row["root"] for row in self.records[kind]} - gone
        if kind in ("commitment", "pairing"):
            able = {root for root in able if not self.matters[root][2]}
        if not able or self.random.random() < 0.5:
            return
        target = self.random.choice(sorted(able))
        self.matters.pop(target, None)
        self._add("void", target=target, target_kind=kind)

    def _more(self) -> None:
        self.random.choice([self._listed, self._published, self._registered, self._asked, self._joined])()

    def _registered(self) -> None:
        posts = self.records["post"]
        if not posts or self.random.random() < 0.4:
            self._add("post", number=f"T{self.size}", organisation=self.random.choice(self.parties), title="书记")
        else:
            post = self.random.choice(posts)["root"]
            number = f"A{self.size}"
            self._add("appointment", number=number, post=post, since=self._day(), until=self._day(open_=True))

    def _asked(self) -> None:
        of = {"organisation": self.random.choice(self.parties), "programme": self._maybe(self.programmes)}
        if self.random.random() < 0.4:
            level = self.random.choice(["national", "county"])
            self._add("honour", number=f"H{self.size}", title="先进", kind="collective", level=level,
                      awarded_by="某局", awarded_on=self._day(), source="公报", **of)  # fmt: skip
            return
        kind = self.random.choice(["need", "offer"])
        more = {"urgency": 2} if kind == "need" else {"capacity": self._maybe([1, 3])}
        quantity = self._maybe([self._amount()])
        self._add(kind, number=f"N{self.size}", category="industry", quantity=quantity, unit="人",
                  since=self._day(), until=self._day(open_=True), **of, **more)  # fmt: skip

    def _joined(self) -> None:
        """Two of a kind, neither of which has an arm yet; the first points at the second."""
        kind = self.random.choice(JOINABLE)
        taken = {star[name] for star in self.records["same_as"] for name in ("thing", "representative")}
        able = sorted({row["root"] for row in self.records[kind]} - taken)
        if len(able) >= 2:
            thing, representative = self.random.sample(able, 2)
            self._add("same_as", arm=thing, thing=thing, thing_kind=kind, representative=representative)

    def _maybe(self, values: Sequence[Any]) -> Any:
        return self.random.choice([*values, None])

    def _listed(self) -> None:
        self._add(
            "roster_entry",
            number=f"E{self.size}",
            roster=self.random.choice(self.rosters)["root"],
            member=self.random.choice(self.parties),
            since=self._day(open_=True),
            until=self._day() if self.random.random() < 0.3 else None,
        )

    def _published(self) -> None:
        self._add(
            "statistic",
            number=f"S{self.size}",
            indicator=self.random.choice(["jobs", "firms"]),
            value=self._amount(),
            period="2021",
            place=self.random.choice([self.places[1], self.places[2], None]),
            published_on=self._day(open_=True),
            source="yearbook",
        )


def _as_step(row: Row) -> Step:
    return Step(
        row["n"], row["name"], row["occurred_on"], row["attested_by"] or "", row["amount"], row["of"], row["note"]
    )
