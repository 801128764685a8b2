"""A province's year as the lake mirrors it: a million records made directly, in the proportions of real ones."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from benchmarks import nouns
from concentric.lake.shape import shapes
from concentric.lake.source import schema

START = datetime.fromisoformat("2021-01-01T00:00")
OFFICE = 0
PROGRAMMES = (
    *("villages", "gifts", "jobs", "training", "finance", "clinics", "culture"),
    *("problems", "opinions", "enter", "commissioners", "judges", "settings", "bases", "naming"),
)
KINDS = {
    "gifts": ("money", "CNY", ""),
    "jobs": ("jobs", "", "人"),
    "training": ("training", "", "人次"),
    "finance": ("work", "", "次"),
    "clinics": ("goods", "", "套"),
    "culture": ("facility", "", "处"),
}


def ids(numbers: np.ndarray) -> pa.Array:
    """Ids of things by their position in the log."""
    return pa.array([f"{n:08x}-0000-7000-8000-{n:012x}" if n >= 0 else None for n in numbers.tolist()])


class Province:
    """Tables by their names in the lake; `size` records in all."""

    def __init__(self, records: int, seed: int = 7) -> None:
        self.random = np.random.default_rng(seed)
        self.size = 0
        self.tables: dict[str, pa.Table] = {}
        share = records / 1_000_000
        self._places()
        self.supporters = self._organisations(int(18_402 * share), "enterprise", "S")
        self.recipients = self._organisations(int(10_607 * share), "village", "R")
        self.departments = self._organisations(int(600 * share) + 2, "department", "D")
        self.chains = self._organisations(10, "chain", "C")
        self._programmes()
        self._roster()
        self._statistics()
        self._pairings(int(110_000 * share))
        self._commitments(int(100_000 * share))
        asked = nouns.cases(self, int(60_000 * share))
        nouns.projects(self, int(6_000 * share))
        nouns.assignments(self, int(20_000 * share))
        nouns.trainings(self, int(10_000 * share))
        built = nouns.sites(self, int(15_000 * share))
        nouns.honours(self, int(1_000 * share))
        nouns.follow_ups(self, asked[::5], "case")
        nouns.follow_ups(self, built[::10], "site")

    def add(self, name: str, count: int, /, **columns: Any) -> np.ndarray:
        """So many records of a kind; what isn't given is empty. Returns their positions in the log."""
        idx = np.arange(self.size, self.size + count)
        self.size += count
        made: dict[str, Any] = {
            "idx": idx,
            "id": ids(idx),
            "root": ids(idx),
            "office": ids(np.full(count, OFFICE)),
            "attested_by": ids(np.full(count, OFFICE)),
            "recorded_by": ["office"] * count,
            "channel": ["workbook"] * count,
            "recorded_at": [START + timedelta(seconds=20 * n) for n in idx.tolist()],
            **columns,
        }
        arrays = []
        for field, column in zip(schema(shapes()[name]), shapes()[name].columns, strict=True):
            values = made.get(field.name)
            if values is None:
                values = ["" if column.type == "text" else None] * count
            arrays.append(values if isinstance(values, pa.Array) else pa.array(values).cast(field.type))
        table = pa.Table.from_arrays(arrays, schema=schema(shapes()[name]))
        self.tables[name] = pa.concat_tables([self.tables[name], table]) if name in self.tables else table
        return idx

    def of(self, programmes: np.ndarray) -> pa.Array:
        """The ids of programmes by their codes."""
        return ids(np.array([self.programmes[code] for code in programmes.tolist()]))

    def ids(self, numbers: np.ndarray) -> pa.Array:
        """See `ids`: for the other nouns."""
        return ids(numbers)

    def units(self, values: np.ndarray) -> pa.Array:
        """See `units`: for the other nouns."""
        return units(values)

    def days(self, count: int) -> list[date]:
        """Days of a year and a half, at random."""
        return [date(2020, 10, 1) + timedelta(days=int(n)) for n in self.random.integers(0, 550, count)]

    def _places(self) -> None:
        city = self.add("place", 1, code=["450200"], name=["柳州市"], level=["prefecture"], parent=ids(np.array([-1])))
        codes = [f"4502{n:02d}" for n in range(2, 32)]
        self.counties = self.add(
            "place", 30, code=codes, name=codes, level=["county"] * 30, parent=ids(np.full(30, city[0]))
        )

    def _organisations(self, count: int, kind: str, letter: str) -> np.ndarray:
        return self.add(
            "organisation",
            count,
            number=[f"{letter}{n}" for n in range(count)],
            name=[f"{kind} {n}" for n in range(count)],
            kind=[kind] * count,
            place=ids(self.random.choice(self.counties, count)),
        )

    def _programmes(self) -> None:
        circle = self.add("circle", 1, code=["cooperation"], names=["{}"], rank=[1])
        found = self.add(
            "programme",
            len(PROGRAMMES),
            code=list(PROGRAMMES),
            circle=ids(np.full(len(PROGRAMMES), circle[0])),
            names=["{}"] * len(PROGRAMMES),
            rank=[1] * len(PROGRAMMES),
        )
        self.programmes = dict(zip(PROGRAMMES, found.tolist(), strict=True))

    def _roster(self) -> None:
        lists = {"villages-2021": self.recipients, "clinics-2021": self.recipients[::2], "key-2021": self.supporters}
        for code, members in {**lists, "chains-2021": self.chains}.items():
            first = self.add(
                "roster", 1, code=[code], name=[code], as_of=[date(2021, 1, 1)], programme=ids(np.array([-1]))
            )
            self.add(
                "roster_entry",
                len(members),
                number=[f"{code}-{n}" for n in range(len(members))],
                roster=ids(np.full(len(members), first[0])),
                member=ids(members),
            )

    def _statistics(self) -> None:
        codes = ["new-industrial-enterprises", "new-market-entities"]
        self.add(
            "statistic",
            2,
            number=codes,
            indicator=codes,
            value=units(np.array([1_020_000, 520_000_000])),
            period=["2021", "2021"],
            place=ids(np.array([0, 0])),
            source=["yearbook"] * 2,
        )

    def _pairings(self, count: int) -> None:
        supporters = self.random.choice(self.supporters, count)
        recipients = self.random.choice(self.recipients, count)
        roots = self.add(
            "pairing",
            count,
            number=[f"P{n}" for n in range(count)],
            programme=ids(np.full(count, self.programmes["villages"])),
            supporter=ids(supporters),
            recipient=ids(recipients),
            proposed_on=self.days(count),
        )
        agreed = self.random.random(count) < 0.9
        self._steps("pairing_step", "agreed", roots[agreed], 1, np.full(agreed.sum(), OFFICE))
        own = agreed & (self.random.random(count) < 0.7)
        self._steps("pairing_step", "agreed", roots[own], 2, recipients[own])

    def _steps(self, table: str, name: str, roots: np.ndarray, n: int, by: np.ndarray, **more: Any) -> None:
        count = len(roots)
        self.add(
            table,
            count,
            matter=ids(roots),
            n=[n] * count,
            name=[name] * count,
            occurred_on=self.days(count),
            attested_by=ids(by),
            channel=["link" if n > 1 else "workbook"] * count,
            **more,
        )

    def _commitments(self, count: int) -> None:
        supporters = self.random.choice(self.supporters, count)
        recipients = self.random.choice(self.recipients, count)
        programme = self.random.choice(list(KINDS), count)
        kind, currency, unit = zip(*(KINDS[name] for name in programme), strict=True)
        money = np.array(currency) == "CNY"
        size = np.where(money, self.random.integers(1, 10**9, count), self.random.integers(1, 50, count) * 10_000)
        usd = money & (self.random.random(count) < 0.02)
        roots = self.add(
            "commitment",
            count,
            number=[f"C{n}" for n in range(count)],
            programme=ids(np.array([self.programmes[name] for name in programme])),
            supporter=ids(supporters),
            recipient=ids(recipients),
            kind=list(kind),
            nature=["welfare"] * count,
            firmness=["pledged"] * count,
            amount=units(np.where(money, size, -1)),
            quantity=units(np.where(money, -1, size)),
            currency=np.where(usd, "USD", np.array(currency)).tolist(),
            unit=list(unit),
            committed_on=self.days(count),
        )
        part = np.maximum(size * self.random.integers(50, 101, count) // 100, 1)
        given = self.random.random(count) < 0.85
        heard = given & (self.random.random(count) < 0.75)
        checked = heard & (self.random.random(count) < 0.3)
        outsiders = self.random.choice(self.supporters, count)
        table = "commitment_step"
        self._steps(table, "delivered", roots[given], 1, np.full(given.sum(), OFFICE), amount=units(part[given]))
        of = {"of": pa.array(np.ones(heard.sum(), dtype="int64"))}
        self._steps(table, "confirmed", roots[heard], 2, recipients[heard], amount=units(part[heard]), **of)
        of = {"of": pa.array(np.ones(checked.sum(), dtype="int64"))}
        self._steps(table, "verified", roots[checked], 3, outsiders[checked], amount=units(part[checked]), **of)


def units(values: np.ndarray) -> pa.Array:
    """Amounts from integers in 1/10000; -1 is none."""
    whole = pa.array(values.astype("int64"), mask=values < 0).cast(pa.decimal128(22, 0))
    return pa.Array.from_buffers(pa.decimal128(22, 4), len(whole), whole.buffers(), whole.null_count, whole.offset)
