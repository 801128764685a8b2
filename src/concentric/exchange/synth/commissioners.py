"""Commissioners, chain leaders and experts: posts, who holds them, whom they serve, and the visits they pay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from concentric.exchange.synth import words
from concentric.exchange.synth.calendar import entered_on
from concentric.exchange.synth.cast import Party
from concentric.exchange.synth.dice import between, dice, workday
from concentric.exchange.synth.institutions import Institutions
from concentric.exchange.synth.rows import CHAIN_ROSTER, KEY_ROSTER, Row, listed, row, workbook
from concentric.exchange.synth.scene import Chapter, Word
from concentric.exchange.synth.speakers import RaiserDays

COMMISSIONERS, HANDOVERS, EXPERTS = 21, 3, 6
VISITED, VISITS, CONFIRMED, CHECKED = 74, 236, 96, 20
"""74 of the 86 on the list were visited, in 236 visits; of 96 visits the hosts say so themselves."""
SERVED, SEEN = 50, 22
"""How many of the 86 say themselves that somebody serves them, and at how many of these a verifier asked."""
FIRST_CHAINS = 6
SENT, HANDED, FILLED, CHAINS_ADDED = date(2021, 3, 16), date(2021, 9, 13), date(2021, 10, 13), date(2021, 7, 2)
REPORTS = (date(2021, 6, 30), date(2021, 9, 30), date(2021, 12, 20), date(2022, 1, 6))


@dataclass
class Sent:
    """One assignment. `ends`: the day on which another commissioner took over."""

    number: str
    appointment: str
    served: str
    since: date
    rhythm: int
    ends: date | None = None


def commissioners(seed: int, offices: Institutions) -> Chapter:
    """Everybody on the list has a commissioner at the end of the year; not everybody was visited."""
    rng = dice(seed, "commissioners")
    found = Chapter()
    sent, later = _sent(rng, offices)
    posts = [_post(n, offices) for n in range(1, COMMISSIONERS + 1)]
    holders = [_appointment(n, 1, SENT) for n in range(1, COMMISSIONERS + 1)]
    lists = [listed(KEY_ROSTER, party.number) for party in offices.key]
    found.enter(
        SENT,
        "commissioners",
        "commissioners",
        workbook("服务特派员", posts=posts, appointments=holders, roster=lists, assignments=map(_assignment, sent)),
    )
    _handover(found, sent, later)
    _leaders(found, offices)
    _experts(found, rng, offices)
    _visits(found, seed, rng, [*sent, *later], offices)
    _served(found, seed, rng, [*sent, *later])
    return found


def _post(n: int, offices: Institutions) -> Row:
    return row(number=f"PO-{n:02}", organisation=offices.bureaus[n % 10].number, title=f"服务特派员（{n} 号岗）")


def _appointment(n: int, turn: int, since: date, until: date | None = None, reason: str = "") -> Row:
    return row(
        number=f"AP-{n:02}-{turn}",
        post=f"PO-{n:02}",
        person_name=f"示例人员{n:02}{'甲乙'[turn - 1]}",
        since=since,
        until=until,
        reason=reason,
    )


def _sent(rng: Random, offices: Institutions) -> tuple[list[Sent], list[Sent]]:
    """Who is sent to whom in March, three to six each, and who takes over from the three that leave in September."""
    served = [party.number for party in offices.key]
    rng.shuffle(served)
    sent = [
        Sent(f"AS-{at + 1:03}", f"AP-{at % COMMISSIONERS + 1:02}-1", number, SENT, rng.choice((15, 30, 30, 90)))
        for at, number in enumerate(served)
    ]
    later: list[Sent] = []
    for one in sent:
        n = int(one.appointment[3:5])
        if n > HANDOVERS:
            continue
        one.ends = HANDED - timedelta(days=3)
        # The last to leave is followed a month later: for so long some had no commissioner.
        since = HANDED if n < HANDOVERS else FILLED
        later.append(Sent(f"AS-{len(sent) + len(later) + 1:03}", f"AP-{n:02}-2", one.served, since, one.rhythm))
    return sent, later


def _assignment(one: Sent, kind: str = "commissioner", programme: str = "commissioners") -> Row:
    return row(
        number=one.number,
        programme=programme,
        kind=kind,
        appointment=one.appointment,
        recipient=one.served,
        since=one.since,
        rhythm=one.rhythm,
    )


def _handover(found: Chapter, sent: list[Sent], later: list[Sent]) -> None:
    left = HANDED - timedelta(days=3)
    why = "岗位调整，由接任者联系"
    for day, turns in ((HANDED, range(1, HANDOVERS)), (FILLED, range(HANDOVERS, HANDOVERS + 1))):
        ended = [one for one in sent if one.ends is not None] if day == HANDED else []
        held = workbook(
            f"特派员接任-{day:%Y%m%d}",
            appointments=[
                *(_appointment(n, 1, SENT, left, why) for n in range(1, HANDOVERS + 1) if day == HANDED),
                *(_appointment(n, 2, day) for n in turns),
            ],
            assignments=(_assignment(one) for one in later if one.since == day),
            assignment_changes=(
                row(number=f"AE-{one.number}", assignment=one.number, what="ended", on=left, note=why) for one in ended
            ),
        )
        found.enter(day, f"handover-{day:%m%d}", "handover", held)


def _leaders(found: Chapter, offices: Institutions) -> None:
    """Each chain has one leader. Four chains came onto the list in July."""
    for day, chains in ((SENT, offices.chains[:FIRST_CHAINS]), (CHAINS_ADDED, offices.chains[FIRST_CHAINS:])):
        held = workbook(
            f"链长-{day:%Y%m%d}",
            posts=(_leader_post(chain, offices) for chain in chains),
            appointments=(_leader(chain, day) for chain in chains),
            roster=(listed(CHAIN_ROSTER, chain.number, since=day) for chain in chains),
            assignments=(
                _assignment(
                    Sent(f"AL-{chain.number[1:]}", f"AP-{chain.number}", chain.number, day, 90),
                    "chain-leader",
                    "chains",
                )
                for chain in chains
            ),
        )
        found.enter(day, f"chains-{day:%m%d}", "chains", held)


def _leader_post(chain: Party, offices: Institutions) -> Row:
    lead = offices.bureaus[int(chain.number[1:]) % 10]
    return row(number=f"PO-{chain.number}", organisation=lead.number, title=f"链长（{chain.name}）")


def _leader(chain: Party, since: date) -> Row:
    name = f"示例人员{chain.number}"
    return row(number=f"AP-{chain.number}", post=f"PO-{chain.number}", person_name=name, since=since)


def _experts(found: Chapter, rng: Random, offices: Institutions) -> None:
    """Experts for some of the key projects."""
    day = date(2021, 5, 13)
    numbers = [f"X{n}" for n in range(1, EXPERTS + 1)]
    served = rng.sample([party.number for party in offices.key if party.kind == "project"], EXPERTS)
    held = workbook(
        "专家服务",
        posts=(
            row(number=f"PO-{n}", organisation=offices.bureaus[at].number, title=f"技术专家（{n} 号）")
            for at, n in enumerate(numbers)
        ),
        appointments=(row(number=f"AP-{n}", post=f"PO-{n}", person_name=f"示例专家{n}", since=day) for n in numbers),
        assignments=(
            _assignment(Sent(f"AX-{n}", f"AP-{n}", number, day, 90), "expert", "commissioners")
            for n, number in zip(numbers, served, strict=True)
        ),
    )
    found.enter(day, "experts", "experts", held)


def _visits(found: Chapter, seed: int, rng: Random, sent: list[Sent], offices: Institutions) -> None:
    hosts = rng.sample([party.number for party in offices.key], VISITED)
    every = hosts + [rng.choice(hosts) for _ in range(VISITS - VISITED)]
    held: list[tuple[date, str, str]] = []
    for host in every:
        day = workday(between(rng, date(2021, 3, 29), date(2021, 12, 29)))
        one = next((known for known in sent if known.served == host and _holds(known, day)), None)
        if one is None:  # between two commissioners nobody goes: this visit is paid in November
            day = workday(between(rng, date(2021, 11, 1), date(2021, 11, 26)))
            one = next(known for known in sent if known.served == host and _holds(known, day))
        held.append((day, host, offices.bureaus[int(one.appointment[3:5]) % 10].number))
    held.sort()
    rows = [
        row(
            number=f"AC-V{n:03}", programme="commissioners", kind="visit", setting="enterprise",
            title=f"特派员走访{words.MARK}", organiser=organiser, host=host, held_on=day,
            people=people, person_times=people,
        )
        for n, (day, host, organiser) in enumerate(held, start=1)
        for people in [rng.randint(2, 6)]
    ]  # fmt: skip
    for day in REPORTS:
        mine = [one for one, (held_on, _, _) in zip(rows, held, strict=True) if entered_on(REPORTS, held_on) == day]
        found.enter(day, f"visits-{day:%m%d}", "visits", workbook(f"特派员走访-{day:%Y%m%d}", activities=mine))
    chosen = rng.sample(range(VISITS), CONFIRMED)
    for at in sorted(chosen):
        day, host, _ = held[at]
        number = f"AC-V{at + 1:03}"
        heard = RaiserDays(seed, host).after(entered_on(REPORTS, day))
        said = row(number=f"R-{number}", subject=number, outcome="confirmed", on=heard)
        found.words.append(Word(host, heard, "confirmations", said))
        if at in chosen[:CHECKED]:
            found.checks.append((number, heard + timedelta(days=1), None))


def _holds(one: Sent, day: date) -> bool:
    return one.since <= day and (one.ends is None or day < one.ends)


def _served(found: Chapter, seed: int, rng: Random, sent: list[Sent]) -> None:
    """Half of them say themselves that somebody serves them."""
    standing = [one for one in sent if one.ends is None]
    chosen = rng.sample(standing, SERVED)
    for one in chosen:
        heard = RaiserDays(seed, one.served).after(one.since)
        said = row(number=f"R-{one.number}", subject=one.number, outcome="confirmed", on=heard)
        found.words.append(Word(one.served, heard, "confirmations", said))
        if one in chosen[:SEEN]:
            found.checks.append((one.number, heard + timedelta(days=1), None))
