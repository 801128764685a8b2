"""Gifts of money: most are drawn; a score of them are told one by one, because there the truth is tested."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from concentric.exchange.synth import words
from concentric.exchange.synth.dice import dice
from concentric.exchange.synth.matters import GIFTS, Part, Promise
from concentric.exchange.synth.promises import Family, drawn

FAMILY = Family(
    letter="G",
    programme="gifts",
    kind="money",
    counts=(28, 30, 6, 18),
    low=10_000,
    high=400_000,
    currency="CNY",
    step=5_000,
    split=0.3,
    whats=words.GIFTS,
)
SHORT = "到账少了，已请供方说明"
DISPUTED = "送来的是物资，不是款项"
CLOSED = "供方已注销，款项无从兑现"
TWICE = "同一笔：商会已报，县里又报"
SLIP = "多打了一个零"


def gifts(seed: int, parties: Iterator[tuple[str, str]]) -> list[Promise]:
    """All gifts of money, in yuan but for one; `GIFTS` says what they come to."""
    rng = dice(seed, "gifts")
    told = _told(rng, parties)
    others = drawn(
        rng, FAMILY, GIFTS.less(*(gift for gift in told if gift.currency == "CNY")), parties, start=len(told) + 1
    )
    return told + others


def _told(rng: Random, parties: Iterator[tuple[str, str]]) -> list[Promise]:
    found: list[Promise] = []

    def gift(amount: int, on: date, due: date | None, *parts: Part, currency: str = "CNY", **end: Any) -> Promise:
        supporter, recipient = next(parties)
        number = f"G-{len(found) + 1:03}"
        for n, part in enumerate(parts, start=1):
            part.number = f"D-{number}-{n}"
        promise = Promise(
            number, "gifts", supporter, recipient, "money", "welfare", "pledged", amount, currency, "", on, due,
            rng.choice(words.GIFTS), list(parts), **end,
        )  # fmt: skip
        found.append(promise)
        return promise

    def sent(day: date, amount: int, answer: str = "", received: int | None = None, **more: Any) -> Part:
        return Part("", day, amount, answer, received, **more)

    # Less came than was sent; and less was found than was confirmed.
    gift(50_000, date(2021, 5, 12), date(2021, 8, 31), sent(date(2021, 8, 18), 50_000, "confirmed", 48_000, note=SHORT))
    gift(
        30_000,
        date(2021, 4, 20),
        date(2021, 7, 31),
        sent(date(2021, 6, 30), 30_000, "confirmed", 30_000, verified=28_000),
    )
    # Nothing came; and something else came.
    gift(40_000, date(2021, 6, 8), date(2021, 9, 30), sent(date(2021, 9, 15), 40_000, "nothing-came"))
    gift(25_000, date(2021, 7, 2), date(2021, 10, 31), sent(date(2021, 11, 9), 25_000, "nothing-came"))
    gift(60_000, date(2021, 5, 25), date(2021, 9, 30), sent(date(2021, 9, 2), 60_000, "disputed", note=DISPUTED))
    gift(35_000, date(2021, 8, 17), date(2021, 12, 31), sent(date(2021, 12, 8), 35_000, "disputed", note=DISPUTED))
    # Overdue: nothing yet, and a part only.
    gift(120_000, date(2021, 5, 18), date(2021, 9, 30))
    gift(200_000, date(2021, 6, 22), date(2021, 11, 30), sent(date(2021, 9, 24), 80_000, "confirmed", 80_000))
    # Lapsed, and revived by a late delivery; written off.
    gift(90_000, date(2021, 4, 27), date(2021, 10, 31), end="lapsed", end_on=date(2021, 12, 15))
    gift(
        70_000,
        date(2021, 4, 29),
        date(2021, 10, 31),
        sent(date(2022, 1, 6), 70_000),
        end="lapsed",
        end_on=date(2021, 12, 15),
    )
    gift(45_000, date(2021, 5, 7), date(2021, 8, 31), end="written-off", end_on=date(2021, 12, 15), end_note=CLOSED)
    # The office typed a confirmation itself: it stays reported.
    gift(36_000, date(2021, 7, 13), date(2021, 12, 31), sent(date(2021, 9, 28), 36_000, "noted", 0))
    # Ten times too much, found in February 2022.
    gift(50_000, date(2021, 8, 10), None, sent(date(2021, 12, 2), 50_000))
    # Heard of only after the year's account was drawn up.
    gift(
        80_000, date(2021, 9, 14), date(2021, 12, 31), sent(date(2021, 12, 27), 80_000, "confirmed", 80_000, late=True)
    )
    gift(
        55_000, date(2021, 10, 19), date(2022, 1, 31), sent(date(2021, 12, 29), 55_000, "confirmed", 55_000, late=True)
    )
    # The same gift entered twice: by a chamber, and again by the county.
    once = gift(60_000, date(2021, 8, 26), date(2021, 12, 31), sent(date(2021, 9, 22), 60_000, "confirmed", 60_000))
    again = gift(60_000, once.committed_on, once.due, sent(date(2021, 9, 22), 60_000), again=True)
    again.supporter, again.recipient, again.what = once.supporter, once.recipient, once.what
    # In another currency: never added to yuan.
    gift(5_000, date(2021, 9, 27), None, sent(date(2021, 11, 3), 5_000, "confirmed", 5_000), currency="USD")
    return found
