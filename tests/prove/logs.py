"""Random logs, made record by record as the ledger would let them happen, in the shape of the lake."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pyarrow as pa

from concentric.core.courses import COURSES
from concentric.core.terms.findings import Refused
from concentric.lake.shape import shapes
from concentric.lake.source import schema
from concentric.prove.plain_rows.matters import as_step

from .nouns import CURRENCIES, NOUNS, random_step

Row = dict[str, Any]
PLACES = (("45", None), ("4502", "45"), ("450222", "4502"), ("45022201", "450222"), ("450223", "4502"), ("99", None))
LAST = ("reversed", "declined", "withdrawn", "ended", "closed", "lapsed", "written-off")
JOINABLE = (*NOUNS, "need", "honour", "signing")
VOIDABLE = ("organisation", "statistic", "roster_entry", "commitment", "pairing", "case", "project", "activity", "site",
            "post", "need", "honour", "same_as", "follow_up", "draw", "frame")  # fmt: skip


class Log:
    """A log that grows by one random action at a time. `records` is what the lake would mirror.

    `only` opens matters of these nouns alone, and few: then each goes through many steps.
    """

    def __init__(self, seed: int, actions: int, only: tuple[str, ...] = ()) -> None:
        self.random = Random(seed)
        self.records: dict[str, list[Row]] = {name: [] for name in shapes()}
        self.size = 0
        self.at = datetime.fromisoformat("2021-01-01T03:00")
        self.office = self._id()
        self.matters: dict[str, tuple[str, Row, list[Row]]] = {}
        self._found()
        acts = (*[self._step] * 12, *[self._open] * 3, self._correct, self._void, self._more, self._more)
        self.nouns = only or (*NOUNS, "case", "case", "commitment", "follow_up")
        if only:
            acts = (*[self._step] * 30, self._open, self._correct)
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

    def chance(self, of: float) -> bool:
        """Whether it happens, this time."""
        return self.random.random() < of

    def one_of(self, values: Sequence[Any]) -> Any:
        """One of them."""
        return self.random.choice(values)

    def day(self, *, open_: bool = False) -> date | None:
        """Some day of a year and a little; with `open_` sometimes none."""
        if open_ and self.random.random() < 0.3:
            return None
        return date(2020, 11, 15) + timedelta(days=self.random.randrange(450))

    def amount(self) -> Decimal:
        """Something exact, of any size."""
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

    def two(self) -> tuple[str, str]:
        """A supporter and a recipient, which may be the office itself."""
        one, two = self.random.sample(self.parties, 2)
        return one, self.random.choice([two, two, two, self.office])

    def _open(self) -> None:
        kind = self.random.choice(self.nouns)
        made = NOUNS[kind].make(self)
        by = self.random.choice(["", "", *(made[side] for side in made if made[side] in self.parties)])
        row = self._add(kind, number=f"{kind}{self.size}", by=by, **made)
        self.matters[row["root"]] = (kind, row, [])

    def _step(self) -> None:
        if not self.matters:
            return
        root = self.random.choice(list(self.matters))
        kind, row, steps = self.matters[root]
        course, opening = COURSES[kind.replace("_", "-")], NOUNS[kind].opening(row)
        before = course.fold(opening, map(as_step, steps))
        for _ in range(8):
            allowed = course.allowed(before, opening) if self.chance(0.9) else course.steps
            if not allowed:
                return
            name = self.random.choice(allowed)
            if name in LAST and self.chance(0.8):
                continue  # or most matters would be over before anything happened
            said = random_step(self, kind, name, row, steps)
            made = {"matter": root, "n": len(steps) + 1, "name": name, "note": "why", **said}
            try:
                state = course.fold(opening, map(as_step, [*steps, {**made, "attested_by": made["by"]}]))
            except Refused:
                continue
            columns = {column.name for column in shapes()[f"{kind}_step"].columns} | {"by"}
            held = {name: value for name, value in made.items() if name in columns}
            steps.append(self._add(f"{kind}_step", state=state.name, **held))
            return

    def _correct(self) -> None:
        if self.random.random() < 0.3:
            n = self.random.randrange(len(self.rosters))
            self.rosters[n] = self._add(
                "roster", after=self.rosters[n], code=f"r{n}", name="newer", as_of=self.day(), programme=None
            )
            return
        if not self.matters:
            return
        root = self.random.choice(list(self.matters))
        kind, row, steps = self.matters[root]
        made = NOUNS[kind].make(self)
        if kind == "follow_up" or (kind == "commitment" and (row["amount"] is None) != (made["amount"] is None)):
            return
        try:
            COURSES[kind].fold(NOUNS[kind].opening({**row, **made}), map(as_step, steps))
        except Refused:
            return
        self.matters[root] = (kind, self._add(kind, after=row, number=row["number"], **made), steps)

    def _void(self) -> None:
        kind = self.random.choice(VOIDABLE)
        gone = {mark["target"] for mark in self.records["void"]}
        able = {row["root"] for row in self.records[kind]} - gone
        if kind in NOUNS:
            able = {root for root in able if not self.matters[root][2]}
        if not able or self.random.random() < 0.5:
            return
        target = self.random.choice(sorted(able))
        self.matters.pop(target, None)
        self._add("void", target=target, target_kind=kind)

    def _more(self) -> None:
        more = (self._listed, self._published, self._registered, self._asked, self._joined, self._signed, self._drawn)
        self.random.choice(more)()

    def _registered(self) -> None:
        posts = self.records["post"]
        if not posts or self.random.random() < 0.4:
            self._add("post", number=f"T{self.size}", organisation=self.random.choice(self.parties), title="书记")
        else:
            post = self.random.choice(posts)["root"]
            number = f"A{self.size}"
            self._add("appointment", number=number, post=post, since=self.day(), until=self.day(open_=True))

    def _asked(self) -> None:
        of = {"organisation": self.random.choice(self.parties), "programme": self.maybe(self.programmes)}
        if self.random.random() < 0.4:
            level = self.random.choice(["national", "county"])
            self._add("honour", number=f"H{self.size}", title="先进", kind="collective", level=level,
                      awarded_by="某局", awarded_on=self.day(), source="公报", **of)  # fmt: skip
            return
        kind = self.random.choice(["need", "offer"])
        more = {"urgency": 2} if kind == "need" else {"capacity": self.maybe([1, 3])}
        quantity = self.maybe([self.amount()])
        self._add(kind, number=f"N{self.size}", category="industry", quantity=quantity, unit="人",
                  since=self.day(), until=self.day(open_=True), **of, **more)  # fmt: skip

    def _signed(self) -> None:
        projects = [row["root"] for row in self.records["project"]]
        if projects:
            money = {"amount": self.maybe([self.amount()]), "currency": self.one_of(CURRENCIES)}
            project = self.one_of(projects)
            self._add("signing", number=f"G{self.size}", project=project, event="会", signed_on=self.day(), **money)

    def _drawn(self) -> None:
        number = {"number": f"D{self.size}", "size": 3}
        frame = self._add("frame", plan="year", target_kind="case", items="{}", digest="aa", source="彩票",
                          fixed_on=self.day(), number_on=self.day(), **number)  # fmt: skip
        if self.chance(0.7):
            self._add("draw", frame=frame["root"], public_number="7", published_on=self.day(), seed="bb",
                      chosen="{}", **number)  # fmt: skip

    def _joined(self) -> None:
        """Two of a kind, neither of which has an arm yet; the first points at the second."""
        kind = self.random.choice(JOINABLE)
        taken = {star[name] for star in self.records["same_as"] for name in ("thing", "representative")}
        able = sorted({row["root"] for row in self.records[kind]} - taken)
        if len(able) >= 2:
            thing, representative = self.random.sample(able, 2)
            self._add("same_as", arm=thing, thing=thing, thing_kind=kind, representative=representative)

    def maybe(self, values: Sequence[Any]) -> Any:
        """One of them, or none."""
        return self.random.choice([*values, None])

    def _listed(self) -> None:
        self._add(
            "roster_entry",
            number=f"E{self.size}",
            roster=self.random.choice(self.rosters)["root"],
            member=self.random.choice(self.parties),
            since=self.day(open_=True),
            until=self.day() if self.random.random() < 0.3 else None,
        )

    def _published(self) -> None:
        self._add(
            "statistic",
            number=f"S{self.size}",
            indicator=self.random.choice(["jobs", "firms"]),
            value=self.amount(),
            period="2021",
            place=self.random.choice([self.places[1], self.places[2], None]),
            published_on=self.day(open_=True),
            source="yearbook",
        )
