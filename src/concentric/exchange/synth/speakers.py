"""Whose account speaks for whom, by which channel, and on which days."""

from __future__ import annotations

from datetime import date, timedelta

from concentric.exchange.synth.calendar import entered_on
from concentric.exchange.synth.dice import between, dice, workday
from concentric.ledger.actor import Channel

ACCOUNTS = {
    "S": ("supporter", "supporter"),
    "V": ("village", "recipient"),
    "K": ("clinic", "recipient"),
    "E": ("enterprise", "recipient"),
    "Q": ("enterprise", "recipient"),
    "Z": ("park", "recipient"),
    "B": ("base", "recipient"),
    "H": ("department", "handler"),
    "Y": ("verifier", "verifier"),
}
"""The first letter of a number -> how the account's key begins, and its role."""


def account_of(number: str) -> tuple[str, str]:
    """The key and the role of the account that an organisation of the example acts through."""
    stem, role = ACCOUNTS[number[0]]
    return f"{stem}-{number}", role


def channel_of(recipient: str) -> Channel:
    """The way by which a recipient answers: most by link, some by a workbook of their own, a few villages by phone."""
    turn = int(recipient[1:]) % 10
    if recipient[0] == "V" and turn in (3, 8):
        return "phone"
    return "workbook" if turn in _OWN_FILE.get(recipient[0], (0,)) else "link"


_OWN_FILE = {"V": (1, 4, 6, 9), "K": (7,), "Z": (0, 1, 2, 3, 4, 5, 6)}
"""By the first letter of their number, the last digits of those who send a workbook."""


class RaiserDays:
    """The days on which an enterprise sits down to answer: in summer, in autumn before the draw, and in January."""

    def __init__(self, seed: int, raiser: str) -> None:
        self.rng = dice(seed, f"raiser {raiser}")
        self.days = tuple(
            workday(between(self.rng, first, last))
            for first, last in (
                (date(2021, 7, 12), date(2021, 7, 30)),
                (date(2021, 9, 13), date(2021, 10, 11)),
                (date(2022, 1, 10), date(2022, 1, 21)),
            )
        )

    def after(self, day: date) -> date:
        """The first of its days after `day`."""
        return entered_on(self.days, day + timedelta(days=1))
