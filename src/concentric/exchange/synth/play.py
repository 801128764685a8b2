"""Playing the story into a ledger of example data: each scene as its account would do it, dated as it was told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from concentric.access.accounts import acting, open_account
from concentric.core.terms.findings import Refused
from concentric.exchange.imports import enter_files
from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.folder import file_name
from concentric.exchange.synth.rows import Row
from concentric.exchange.synth.story import OFFICE, OWN_REPORTERS, SPOILT, Scene, account_of
from concentric.exchange.synth.writing import write
from concentric.exchange.undo import undo_import
from concentric.keep import commitments
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.clock import example_time
from concentric.ledger.writer import Writer
from concentric.match import pairings
from concentric.match.models import Pairing
from concentric.register.models import Organisation


class SceneFailed(Refused):
    """Rows of the story were not entered though nothing is wrong with them: the sheets and the story disagree."""


@dataclass(frozen=True)
class Played:
    """What came of a scene: how many rows were entered, and how many wait in the tray."""

    scene: Scene
    entered: int
    waiting: int = 0


class Play:
    """One playing of the story. `folder` takes the workbooks; imports are remembered so that they can be undone."""

    def __init__(self, everybody: Cast, folder: Path, lang: str) -> None:
        self.everybody = everybody
        self.folder = folder
        self.lang = lang
        self.numbers: dict[str, str] = {}

    def run(self, scenes: Iterable[Scene]) -> Iterator[Played]:
        """Play scenes one after another. SceneFailed when rows are kept out that the story did not spoil."""
        acts: Mapping[str, Callable[[Scene, Actor], Played]] = {
            "import": self._import,
            "answer": _answer,
            "undo": self._undo,
            "end": _end,
        }
        for scene in scenes:
            with example_time(scene.at):
                played = acts[scene.action](scene, acting(scene.account, scene.channel))
            if scene.key == "organisations":
                open_accounts(self.everybody)
            yield played

    def _import(self, scene: Scene, actor: Actor) -> Played:
        if scene.workbook is None:
            raise ValueError(f"{scene.key} has no workbook")
        path = write(scene.workbook, self.folder / file_name(scene), self.lang)
        done = enter_files([path], actor, lang=self.lang)
        waiting = sum(tally.rows["waiting"] for tally in done.plan.tallies)
        if waiting != (len(SPOILT) if scene.key == "deliveries-1" else 0) or done.refused:
            raise SceneFailed("demo-scene-failed", scene=scene.key, count=waiting)
        self.numbers[scene.key] = done.number
        return Played(scene, scene.workbook.rows() - waiting, waiting)

    def _undo(self, scene: Scene, actor: Actor) -> Played:
        undo_import(actor, self.numbers[scene.undoes], reason=scene.reason)
        return Played(scene, 0)


def open_accounts(everybody: Cast) -> int:
    """Accounts for all who speak for themselves: recipients, the chambers that report, the verifier. How many."""
    office = acting(OFFICE, "command").office
    speakers = [party.number for party in (*everybody.villages, *everybody.clinics, *everybody.helped)]
    speakers += [*OWN_REPORTERS, everybody.verifier.number]
    roots = dict(Organisation.objects.in_force().of_office(office).values_list("number", "root"))
    for number in speakers:
        key, role = account_of(number)
        open_account(key, role, roots[number], office)
    return len(speakers)


def _answer(scene: Scene, actor: Actor) -> Played:
    """The same words as in a workbook, each through the verb that a page calls."""
    held = dict(scene.workbook.sheets) if scene.workbook is not None else {}

    def change(writer: Writer) -> None:
        for row in held.get("agreements", ()):
            _agree(writer, row)
        for row in held.get("confirmations", ()):
            _confirm(writer, row)

    append(actor, change, request_id=f"example:{scene.key}", request=scene.key.encode())
    return Played(scene, sum(len(rows) for rows in held.values()))


def _agree(writer: Writer, row: Row) -> None:
    matter = _root(writer.in_force(Pairing, str(row["pairing"])), row)
    pairings.take_step(writer, matter, str(row["what"]), on=row["on"], number=str(row["number"]))  # type: ignore[arg-type]


def _confirm(writer: Writer, row: Row) -> None:
    delivery = CommitmentStep.objects.in_force().of_office(writer.actor.office).get(number=row["subject"])
    commitments.take_step(
        writer,
        delivery.matter_id,
        str(row["outcome"]),
        on=row["on"],  # type: ignore[arg-type]
        amount=Decimal(str(row["amount"])) if "amount" in row else None,
        of=delivery.n,
        number=str(row["number"]),
        note=str(row.get("note", "")),
    )


def _end(scene: Scene, actor: Actor) -> Played:
    def change(writer: Writer) -> None:
        for number, step, on, note in scene.ends:
            matter = _root(writer.in_force(Commitment, number), {"number": number})
            commitments.take_step(writer, matter, step, on=on, note=note)

    append(actor, change, request_id=f"example:{scene.key}", request=scene.key.encode())
    return Played(scene, len(scene.ends))


def _root(found: UUID | None, row: Row) -> UUID:
    if found is None:
        raise SceneFailed("demo-scene-failed", scene=str(row["number"]), count=1)
    return found
