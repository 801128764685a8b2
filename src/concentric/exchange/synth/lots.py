"""The public draw of the example: a frame is fixed, a number comes out, what is drawn is looked back on.

Which cases are drawn depends on ids that no seed decides; how many are found to hold doesn't.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID

from concentric.access.accounts import acting
from concentric.exchange.synth.answers import root_of
from concentric.exchange.synth.scene import Lot, Scene
from concentric.exchange.synth.speakers import account_of
from concentric.keep import cases, follow_ups
from concentric.keep.models import Case, Draw, FollowUp, Frame
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.writer import Writer
from concentric.register.models import Organisation

AGAIN_BY = timedelta(days=30)


def stage(scene: Scene, actor: Actor) -> int:
    """Play one stage of a draw. Returns how many records it entered."""
    lot = scene.lot
    if lot is None:
        raise ValueError(f"{scene.key} has no draw")
    today = scene.at.date()
    if scene.action == "resume":
        return _resume(lot, today, scene.key)
    entered = 0

    def change(writer: Writer) -> None:
        nonlocal entered
        if scene.action == "frame":
            entered = _frame(writer, lot)
        elif scene.action == "draw":
            entered = _draw(writer, lot, today)
        elif scene.action == "look":
            entered = _look(writer, lot, today)
        else:
            entered = _reopen(writer, lot, today)

    append(actor, change, request_id=f"example:{scene.key}", request=scene.key.encode())
    return entered


def _frame(writer: Writer, lot: Lot) -> int:
    items = {stratum: [root_of(writer, Case, number) for number in numbers] for stratum, numbers in lot.items.items()}
    follow_ups.fix_frame(
        writer,
        number=f"FRAME-{lot.number}",
        plan=lot.plan,
        target_kind="case",
        items=items,
        take=lot.take,
        source=lot.source,
        number_on=lot.number_on,
    )
    return 1


def _draw(writer: Writer, lot: Lot, today: date) -> int:
    frame = Frame.objects.in_force().get(number=f"FRAME-{lot.number}")
    _, planned = follow_ups.draw(
        writer, frame, number=lot.number, public_number=lot.public_number, published_on=lot.number_on, due_in=45
    )
    looker = Organisation.objects.in_force().get(number=lot.looker).root
    for root in planned:
        follow_ups.take_step(writer, root, "asked", on=today, to=looker)
    return 1 + 2 * len(planned)


def _drawn(lot: Lot) -> dict[str, list[FollowUp]]:
    """What was drawn, by stratum, in the order in which it was drawn."""
    draw = Draw.objects.in_force().get(number=lot.number)
    found = defaultdict(list)
    for one in FollowUp.objects.in_force().filter(draw_id=draw.root).order_by("idx"):
        found[one.stratum].append(one)
    return found


def _look(writer: Writer, lot: Lot, today: date) -> int:
    count = 0
    for stratum, planned in _drawn(lot).items():
        for one, result in zip(planned, lot.found[stratum], strict=True):
            follow_ups.take_step(writer, one.root, "result", on=today - timedelta(days=3 + count % 12), what=result)
            count += 1
    return count


def _relapsed(lot: Lot) -> list[FollowUp]:
    """The cases of the first stratum of which it was found that they came back: only these are looked after by then."""
    stratum = next(iter(lot.found))
    planned = _drawn(lot)[stratum]
    return [one for one, result in zip(planned, lot.found[stratum], strict=True) if result == "relapsed"]


def _reopen(writer: Writer, lot: Lot, today: date) -> int:
    relapsed = _relapsed(lot)
    for one in relapsed:
        until, why = today + AGAIN_BY, "回访发现问题反复，重新办理"
        cases.take_step(writer, one.target, "reopened", on=today, until=until, note=why)
    return len(relapsed)


def _resume(lot: Lot, today: date, key: str) -> int:
    """Each handler answers again through its own account: under way, with the day of the next answer."""
    relapsed = _relapsed(lot)
    numbers = dict(Organisation.objects.in_force().values_list("root", "number"))
    for n, one in enumerate(relapsed):
        if one.handler_id is None:
            raise ValueError(f"{one.number} has no handler")
        account, _ = account_of(numbers[one.handler_id])

        def change(writer: Writer, root: UUID = one.target) -> None:
            cases.take_step(
                writer,
                root,
                "answered",
                on=today - timedelta(days=4),
                what="under-way",
                until=today + timedelta(days=60),
                note="问题反复，已重新立项办理",
            )

        append(acting(account, "page"), change, request_id=f"example:{key}-{n}", request=f"{key}-{n}".encode())
    return len(relapsed)
