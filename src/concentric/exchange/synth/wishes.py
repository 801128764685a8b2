"""What villages ask for and what supporters hold out, by category: what a pairing is made of."""

from __future__ import annotations

from datetime import date

from concentric.exchange.synth import words
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import dice
from concentric.exchange.synth.rows import Row, row, workbook
from concentric.exchange.synth.scene import Chapter

CATEGORIES = tuple(words.NEEDS)
SINCE = date(2021, 3, 8)
ASKED, OFFERED, SETTLED = date(2021, 3, 18), date(2021, 3, 19), date(2021, 12, 8)


def wishes(seed: int, everybody: Cast) -> Chapter:
    """Needs of every village on the roster, offers of every supporter. In December some needs are struck off."""
    found = Chapter()
    needs, offers = needs_of(seed, everybody), offers_of(seed, everybody)
    found.enter(ASKED, "needs", "needs", workbook("需求清单", needs=needs))
    found.enter(OFFERED, "offers", "offers", workbook("资源清单", offers=offers))
    rng = dice(seed, "settled needs")
    why = "已由结对单位办成，从清单划去"
    settled = [{**need, "until": date(2021, 12, 1), "reason": why} for need in rng.sample(needs, 58)]
    found.enter(SETTLED, "needs-settled", "needs-settled", workbook("需求清单-划去", needs=settled))
    return found


def needs_of(seed: int, everybody: Cast) -> list[Row]:
    """What every village asks for."""
    rng = dice(seed, "needs")
    found: list[Row] = []
    for village in everybody.villages:
        for category in rng.sample(CATEGORIES, rng.choice((1, 2, 2, 3))):
            found.append(
                row(
                    number=f"ND-{len(found) + 1:03}",
                    programme="villages",
                    organisation=village.number,
                    category=category,
                    what=f"{words.NEEDS[category]}{words.MARK}",
                    since=SINCE,
                    urgency=rng.choice(URGENCIES),
                )
            )
    return found


def offers_of(seed: int, everybody: Cast) -> list[Row]:
    """What every supporter holds out."""
    rng = dice(seed, "offers")
    found: list[Row] = []
    for helper in everybody.supporters:
        for category in rng.sample(CATEGORIES, rng.choice((1, 2, 2, 3))):
            found.append(
                row(
                    number=f"OF-{len(found) + 1:03}",
                    programme="villages",
                    organisation=helper.number,
                    category=category,
                    what=f"{words.OFFERS[category]}{words.MARK}",
                    since=SINCE,
                    capacity=rng.choice((1, 1, 2, 3)),
                )
            )
    return found


URGENCIES = ("", "", "", "1", "2")
