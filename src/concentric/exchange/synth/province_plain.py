"""What a province keeps besides: needs, offers, commissioners, honours, looking back, activities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random
from uuid import UUID

from concentric.exchange.synth import words
from concentric.exchange.synth.province import DAY, Act, Province, day_of, drop
from concentric.keep import accreditations, activities, follow_ups, honours
from concentric.keep import statistics as outside
from concentric.keep.models import Accreditation, Activity, Case, FollowUp, Honour, Statistic
from concentric.ledger.writer import Writer
from concentric.match import assignments, needs, offers
from concentric.match.models import Assignment, Need, Offer
from concentric.register import posts
from concentric.register.models import Appointment, Post

CATEGORIES = tuple(words.NEEDS)


def every_wishes(province: Province, rng: Random) -> Iterator[Act]:
    """What recipients ask for and supporters hold out."""

    def need(number: str, organisation: UUID) -> Act:
        return lambda writer: drop(
            needs.state(
                writer,
                Need.fresh(
                    number=number,
                    programme_id=province.programmes["villages"],
                    organisation_id=organisation,
                    category=rng.choice(CATEGORIES),
                    since=date(2021, 1, 4),
                    urgency=rng.randrange(3),
                ),
            )
        )

    def offer(number: str, organisation: UUID) -> Act:
        return lambda writer: drop(
            offers.hold_out(
                writer,
                Offer.fresh(
                    number=number,
                    programme_id=province.programmes["villages"],
                    organisation_id=organisation,
                    category=rng.choice(CATEGORIES),
                    since=date(2021, 1, 4),
                    capacity=rng.randrange(1, 4),
                ),
            )
        )

    for n, one in enumerate(province.recipients * 2):
        yield need(f"ND{n:06}", one)
    for n, one in enumerate(province.supporters * 2):
        yield offer(f"OF{n:06}", one)


def every_assignments(province: Province, rng: Random) -> Iterator[Act]:
    """A commissioner for everybody on the key list, four to each."""
    since = date(2021, 1, 4)

    def act(n: int, served: UUID) -> Act:
        def enter(writer: Writer) -> None:
            bureau = province.bureaus[n // 4 % len(province.bureaus)]
            if n % 4 == 0:
                post = posts.create(writer, Post.fresh(number=f"PO{n:05}", organisation_id=bureau, title="服务特派员"))
                holder = Appointment.fresh(number=f"AP{n:05}", post_id=post, since=since)
                held.append(posts.appoint(writer, holder, {"person_name": f"示例人员{n}", "person_phone": ""}))
            assignments.assign(
                writer,
                Assignment.fresh(
                    number=f"AS{n:05}",
                    programme_id=province.programmes["commissioners"],
                    kind="commissioner",
                    appointment_id=held[-1],
                    supporter_id=bureau,
                    recipient_id=served,
                    since=since,
                    rhythm=30,
                ),
            )

        return enter

    held: list[UUID] = []
    yield from (act(n, served) for n, served in enumerate(province.key))


def every_honours(province: Province, rng: Random) -> Iterator[Act]:
    """Honours, namings and the two numbers from outside."""

    def honour(n: int) -> Act:
        made = Honour.fresh(
            number=f"HN{n:04}", organisation_id=rng.choice(province.supporters), title=f"先进集体{words.MARK}",
            kind="collective", level="prefecture", batch=rng.choice(("poverty-campaign", "opinion-reports", "office")),
            awarded_by="上级机关（示例）", awarded_on=day_of(rng), source="公开发布的表彰决定（示例引用）",
        )  # fmt: skip
        return lambda writer: drop(honours.record(writer, made))

    def naming(n: int) -> Act:
        def enter(writer: Writer) -> None:
            on = day_of(rng)
            made = Accreditation.fresh(
                number=f"AN{n:04}", programme_id=province.programmes["naming"], scheme="unity-city", level="province",
                candidate_id=rng.choice(province.recipients), applied_on=on, threshold=Decimal(90),
            )  # fmt: skip
            root = accreditations.apply(writer, made)
            for item in range(5):
                points = Decimal(rng.randint(17, 20))
                accreditations.take_step(
                    writer, root, "assessed", on=on + 30 * DAY, what=f"第 {item + 1} 项", amount=points
                )
            if writer.matter(root).state.amounts["points"] >= 90:
                accreditations.take_step(writer, root, "named", on=on + 60 * DAY, until=on + 1_826 * DAY, what="第九批")

        return enter

    def statistic(code: str, value: int) -> Act:
        made = Statistic.fresh(
            number=code, indicator=code, value=Decimal(value), unit="家", period="2021",
            place_id=province.counties[0], source="示例引用",
        )  # fmt: skip
        return lambda writer: drop(outside.publish(writer, made))

    yield from (honour(n) for n in range(province.many(400)))
    yield from (naming(n) for n in range(province.many(300)))
    yield from (statistic(*one) for one in (("new-industrial-enterprises", 102), ("new-market-entities", 52_000)))


def every_follow_ups(province: Province, rng: Random) -> Iterator[Act]:
    """Looking back at some of the cases that were answered as solved."""
    answered = Case.objects.in_force().filter(kind="problem").order_by("idx").values_list("root", flat=True)
    chosen = list(answered[: province.many(6_000)])
    looker = province.verifier.organisation

    def act(start: int) -> Act:
        def enter(writer: Writer) -> None:
            part = chosen[start : start + 500]
            writer.prefetch_matters(part)
            for at, target in enumerate(part, start=start):
                if writer.matter(target).state.name not in ("answered", "closed"):
                    continue
                made = FollowUp.fresh(
                    number=f"FU{at:05}", plan="answers", target=target, target_kind="case", planned_on=date(2021, 12, 6)
                )
                root = follow_ups.plan(writer, made)
                follow_ups.take_step(writer, root, "asked", on=date(2021, 12, 6), to=looker)
                what = rng.choice(("holds", "holds", "holds", "partly", "relapsed", "no-answer"))
                province.checks.append((root, _found(root, what)))

        return enter

    yield from (act(start) for start in range(0, len(chosen), 500))


def _found(root: UUID, what: str) -> Act:
    return lambda writer: drop(follow_ups.take_step(writer, root, "result", on=date(2021, 12, 20), what=what))


def every_activities(province: Province, rng: Random, count: int) -> Iterator[Act]:
    """Visits, outreach and trainings, as many as are wanted."""
    programmes = {"visit": "commissioners", "outreach": "settings", "training": "bases"}
    settings = tuple(words.SETTINGS)

    def act(n: int) -> Act:
        kind = rng.choice(tuple(programmes))
        people = Decimal(rng.randint(3, 90))
        made = Activity.fresh(
            number=f"AC{n:06}",
            programme_id=province.programmes[programmes[kind]],
            kind=kind,
            setting=rng.choice(settings),
            title=f"活动{words.MARK}",
            organiser_id=rng.choice(province.bureaus),
            host_id=rng.choice(province.key),
            held_on=day_of(rng),
            people=people,
            person_times=people,
        )
        return lambda writer: drop(activities.report(writer, made))

    yield from (act(n) for n in range(count))
