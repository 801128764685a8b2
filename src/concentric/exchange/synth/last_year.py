"""The year before, taken over when the ledger was founded: a small account to compare the year with."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.dice import between, dice, partition, workday
from concentric.exchange.synth.fits import Edge, Fits
from concentric.exchange.synth.institutions import Institutions
from concentric.exchange.synth.places import COUNTIES
from concentric.exchange.synth.projects import MILLION
from concentric.exchange.synth.rows import OLD_ROSTER, Row, listed, row, statistic, workbook
from concentric.exchange.synth.scene import Chapter, Word

TAKEN_OVER = (date(2021, 1, 8), date(2021, 1, 11), date(2021, 1, 12))
HEARD = date(2021, 1, 14)
LISTED, PAIRINGS, SUPPORTERS = 60, 34, 27
GIFTS, PLEDGED, DELIVERED, CONFIRMED = 24, 3_260_000, 21, 18
SIGNED, STARTED, CONTRACT = 68, 35, 9_240_000_000
CULTURE, BEGUN, OPENED = 58, 46, 40
MOVED, PROBLEMS = 41, 63
SIGNED_AGAIN = 3
"""Projects of the year before that were shown at a signing once more: signings of this year, and no projects of it."""


def pairs_of_last_year(seed: int, everybody: Cast, fits: Fits) -> list[Edge]:
    """Who was paired in 2020: some supporters with villages of the list of that year, the best first."""
    villages = _villages(dice(seed, "last year"), everybody)
    supporters = [party.number for party in everybody.supporters][:SUPPORTERS]
    once = fits.by_hand(villages, [], dict.fromkeys(supporters, 1), 1, SUPPORTERS)
    return once + fits.by_hand(villages, once, dict.fromkeys(supporters, 1), 1, PAIRINGS - SUPPORTERS)


def _villages(rng: Random, everybody: Cast) -> list[str]:
    return rng.sample([party.number for party in everybody.villages], LISTED)


def last_year(seed: int, everybody: Cast, offices: Institutions, pairs: list[Edge]) -> Chapter:
    """What the office had in its tables of 2020, entered in January; villages said themselves what they had had."""
    rng = dice(seed, "last year")
    found = Chapter()
    villages = _villages(rng, everybody)
    supporters = [party.number for party in everybody.supporters][:SUPPORTERS]
    gifts, delivered = _gifts(rng, found, pairs)
    projects, signings, progress = _projects(rng, offices)
    sites, works = _sites(rng, everybody, villages, supporters)
    sheets = (
        ("结对和捐资", {
            "roster": [listed(OLD_ROSTER, number, since=date(2020, 3, 2)) for number in villages],
            "pairings": [_pairing(n, *pair) for n, pair in enumerate(pairs, start=1)],
            "agreements": [_agreed(rng, found, n, *pair) for n, pair in enumerate(pairs, start=1)],
            "commitments": gifts,
            "deliveries": delivered,
        }),
        ("项目和点位", {
            "projects": projects,
            "signings": signings,
            "project_progress": progress,
            "sites": sites,
            "site_progress": works,
        }),
        ("问题和统计", {**_problems(rng, everybody, offices), "statistics": _statistics()}),
    )  # fmt: skip
    for day, (name, held) in zip(TAKEN_OVER, sheets, strict=True):
        found.enter(day, f"last-year-{day:%m%d}", "last-year", workbook(f"2020-{name}", **held))
    again = [
        row(number=f"SG-20-{n:02}-2", project=f"PR-20-{n:02}", event=f"重点项目集中签约{words.MARK}",
            signed_on=date(2021, 8, 20), currency="CNY", amount=2 * MILLION * n)
        for n in range(1, SIGNED_AGAIN + 1)
    ]  # fmt: skip
    found.enter(date(2021, 9, 29), "signed-again", "projects", workbook("往年项目再签约", signings=again))
    return found


def _day(rng: Random) -> date:
    return workday(between(rng, date(2020, 3, 9), date(2020, 11, 27)))


def _heard(village: str) -> date:
    """One of six working days, so that few accounts answer on the same."""
    turn = int(village[1:]) % 6
    return HEARD + timedelta(days=turn if turn < 2 else turn + 2)


def _pairing(n: int, supporter: str, village: str) -> Row:
    return row(
        number=f"P-20-{n:02}",
        programme="villages",
        supporter=supporter,
        recipient=village,
        proposed_on=date(2020, 4, 20),
        batch="2020 年",
    )


def _agreed(rng: Random, found: Chapter, n: int, supporter: str, village: str) -> Row:
    pairing, on = f"P-20-{n:02}", workday(between(rng, date(2020, 5, 6), date(2020, 6, 30)))
    own = row(number=f"A-{pairing}-2", pairing=pairing, on=on, what="agreed")
    found.words.append(Word(village, _heard(village), "agreements", own))
    return row(number=f"A-{pairing}-1", pairing=pairing, on=on, what="agreed")


def _gifts(rng: Random, found: Chapter, pairs: list[tuple[str, str]]) -> tuple[list[Row], list[Row]]:
    amounts = partition(rng, PLEDGED, GIFTS, low=20_000, high=400_000, step=5_000)
    gifts, delivered = [], []
    for n, (amount, (supporter, village)) in enumerate(zip(amounts, pairs, strict=False), start=1):
        number, on = f"G-20-{n:02}", _day(rng)
        gifts.append(
            row(
                number=number, programme="gifts", supporter=supporter, recipient=village, kind="money",
                nature="welfare", firmness="signed", amount=amount, currency="CNY", committed_on=on,
                what=rng.choice(words.GIFTS),
            )
        )  # fmt: skip
        if n > DELIVERED:
            continue
        sent = min(on + timedelta(days=rng.randint(10, 60)), date(2020, 12, 30))
        delivered.append(row(number=f"D-{number}", commitment=number, on=sent, amount=amount))
        if n <= CONFIRMED:
            on = min(sent + timedelta(days=rng.randint(2, 20)), date(2020, 12, 31))
            said = row(number=f"R-{number}", subject=f"D-{number}", outcome="confirmed", on=on, amount=amount)
            found.words.append(Word(village, _heard(village), "confirmations", said))
    return gifts, delivered


def _projects(rng: Random, offices: Institutions) -> tuple[list[Row], list[Row], list[Row]]:
    amounts = partition(rng, CONTRACT, SIGNED, low=6 * MILLION, high=700 * MILLION, step=MILLION)
    projects, signings, progress = [], [], []
    for n, amount in enumerate(amounts, start=1):
        number, on = f"PR-20-{n:02}", _day(rng)
        projects.append(
            row(
                number=number, programme="enter", name=f"2020 年 {n} 号项目{words.MARK}", kind="investment",
                owner=rng.choice(offices.investors).number, host=rng.choice(offices.parks).number,
                place=rng.choice(COUNTIES).code, currency="CNY", lead_on=on - timedelta(days=30),
            )
        )  # fmt: skip
        event = f"2020 年签约活动{words.MARK}"
        signings.append(
            row(number=f"SG-20-{n:02}-1", project=number, event=event, signed_on=on, amount=amount, currency="CNY")
        )
        progress.append(row(number=f"PP-20-{n:02}-1", project=number, what="signed", on=on, amount=amount))
        if n <= STARTED:
            started = min(on + timedelta(days=45), date(2020, 12, 30))
            progress.append(row(number=f"PP-20-{n:02}-2", project=number, what="started", on=started))
    return projects, signings, progress


def _sites(rng: Random, everybody: Cast, villages: list[str], supporters: list[str]) -> tuple[list[Row], list[Row]]:
    places = {party.number: party.place for party in everybody.villages}
    sites, works = [], []
    for n, keeper in enumerate(villages[:CULTURE], start=1):
        number, on = f"SC-20-{n:02}", between(rng, date(2020, 3, 9), date(2020, 8, 31))
        sites.append(
            row(
                number=number, programme="culture", name=f"2020 年 {n} 号文化点位{words.MARK}", kind="culture",
                place=places[keeper], supporter=rng.choice(supporters), keeper=keeper, planned_on=on,
            )
        )  # fmt: skip
        for step, most, days in (("started", BEGUN, 20), ("opened", OPENED, 95)):
            if n <= most:
                works.append(row(number=f"SP-{number}-{step}", site=number, what=step, on=on + timedelta(days=days)))
    return sites, works


def _problems(rng: Random, everybody: Cast, offices: Institutions) -> dict[str, list[Row]]:
    sheets: dict[str, list[Row]] = {"cases": [], "case_routings": [], "case_answers": []}
    for n in range(1, PROBLEMS + 1):
        number, on, (topic, _) = f"CA-20-{n:02}", _day(rng), rng.choice(words.BUREAUS)
        raiser = rng.choice(everybody.helped)
        sheets["cases"].append(
            row(
                number=number, programme="problems", kind="problem", topic=topic, origin="look-back",
                raiser=raiser.number, place=raiser.place, received_on=on,
                subject=f"{words.SUBJECTS[topic]}{words.MARK}",
            )
        )  # fmt: skip
        to = offices.bureau(topic).number
        sheets["case_routings"].append(row(number=f"RT-{number}-1", case=number, what="accepted", on=on))
        sheets["case_routings"].append(row(number=f"RT-{number}-2", case=number, what="routed", on=on, party=to))
        outcome = "solved" if n <= MOVED - 12 else "under-way" if n <= MOVED else rng.choice(("planned", "explained"))
        day = min(on + timedelta(days=rng.randint(3, 9)), date(2020, 12, 30))
        until = day + timedelta(days=60) if outcome in ("under-way", "planned") else None
        note = words.ANSWERS[outcome]
        sheets["case_answers"].append(
            row(number=f"AN-{number}-1", case=number, what=outcome, on=day, until=until, note=note)
        )
    return sheets


def _statistics() -> list[Row]:
    return [
        statistic(2020, n, indicator, value, unit, scope, date(2021, 1, 6))
        for n, (indicator, value, unit, scope) in enumerate(
            (
                ("new-industrial-enterprises", 89, "家", "全市规模以上民营工业企业，年主营业务收入 2,000 万元及以上"),
                ("new-market-entities", 47_300, "户", "全市新登记市场主体（虚构）"),
            ),
            start=1,
        )
    ]
