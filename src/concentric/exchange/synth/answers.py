"""What parties say without a file: the same words as in a workbook, each through the verb that a page calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from concentric.core.terms.findings import Refused
from concentric.exchange.synth.rows import Row
from concentric.exchange.synth.scene import Scene
from concentric.keep import activities, cases, commitments, projects, sites
from concentric.keep.models import Activity, Case, CommitmentStep, ProjectStep, Site
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.models import Record
from concentric.ledger.writer import Writer
from concentric.match import assignments, pairings
from concentric.match.models import Assignment, Pairing


class SceneFailed(Refused):
    """Rows of the story were not entered though nothing is wrong with them: the sheets and the story disagree."""


def say_all(scene: Scene, actor: Actor) -> int:
    """Say every row of a scene in one append. Returns how many."""
    held = scene.workbook.sheets if scene.workbook is not None else ()

    def change(writer: Writer) -> None:
        for stem, rows in held:
            for row in rows:
                _SAID[stem](writer, row)

    append(actor, change, request_id=f"example:{scene.key}", request=scene.key.encode())
    return sum(len(rows) for _, rows in held)


def root_of(writer: Writer, model: type[Record], number: Any) -> UUID:
    """The root of what bears a number. SceneFailed when nothing does."""
    found = writer.in_force(model, str(number))
    if found is None:
        raise SceneFailed("demo-scene-failed", scene=str(number), count=1)
    return found


def _agree(writer: Writer, row: Row) -> None:
    matter = root_of(writer, Pairing, row["pairing"])
    pairings.take_step(writer, matter, str(row["what"]), on=_on(row), number=str(row["number"]))


def _confirm(writer: Writer, row: Row) -> None:
    subject, outcome, said = str(row["subject"]), str(row["outcome"]), _said(row)
    letters = subject.partition("-")[0]
    if letters in _WHOLE:
        model, take_step = _WHOLE[letters]
        take_step(writer, root_of(writer, model, subject), outcome, **said)
        return
    steps, take_step = (ProjectStep, projects.take_step) if letters == "AR" else (CommitmentStep, commitments.take_step)
    part = steps.objects.in_force().of_office(writer.actor.office).get(number=subject)
    amount = Decimal(str(row["amount"])) if "amount" in row else None
    take_step(writer, part.matter_id, outcome, amount=amount, of=part.n, **said)


def _word(writer: Writer, row: Row) -> None:
    cases.take_step(writer, root_of(writer, Case, row["case"]), "word", what=str(row["what"]), **_said(row))


def _close(writer: Writer, row: Row) -> None:
    cases.take_step(writer, root_of(writer, Case, row["case"]), str(row["what"]), **_said(row))


def _on(row: Row) -> date:
    on = row["on"]
    if not isinstance(on, date):
        raise TypeError(f"{row['number']} has no day")
    return on


def _said(row: Row) -> dict[str, Any]:
    return {"on": _on(row), "number": str(row["number"]), "note": str(row.get("note", ""))}


_WHOLE: Mapping[str, tuple[type[Record], Callable[..., UUID]]] = {
    **dict.fromkeys(("SC", "SK", "SB"), (Site, sites.take_step)),
    "AC": (Activity, activities.take_step),
    **dict.fromkeys(("AS", "AL", "AX"), (Assignment, assignments.take_step)),
}
"""How the numbers of what is confirmed as a whole begin."""
_SAID: Mapping[str, Callable[[Writer, Row], None]] = {
    "agreements": _agree,
    "confirmations": _confirm,
    "case-words": _word,
    "case-closings": _close,
}
