"""Playing the story into a ledger of example data: each scene as its account would do it, dated as it was told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from concentric.access.accounts import acting, open_account
from concentric.exchange.importing.imports import enter_files
from concentric.exchange.importing.undo import undo_import
from concentric.exchange.synth.answers import SceneFailed, root_of, say_all
from concentric.exchange.synth.city import City
from concentric.exchange.synth.folder import file_name
from concentric.exchange.synth.lots import stage
from concentric.exchange.synth.scene import OFFICE, Scene
from concentric.exchange.synth.speakers import account_of
from concentric.exchange.synth.story import OWN_REPORTERS, SPOILT
from concentric.exchange.synth.writing import write
from concentric.keep import commitments
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.clock import example_time
from concentric.ledger.writer import Writer
from concentric.register.models import Organisation


@dataclass(frozen=True)
class Played:
    """What came of a scene: how many rows were entered, and how many wait in the tray."""

    scene: Scene
    entered: int
    waiting: int = 0


class Play:
    """One playing of the story. `folder` takes the workbooks; imports are remembered so that they can be undone."""

    def __init__(self, told: City, folder: Path, lang: str) -> None:
        self.told = told
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
            **dict.fromkeys(("frame", "draw", "look", "reopen", "resume"), _stage),
        }
        for scene in scenes:
            with example_time(scene.at):
                played = acts[scene.action](scene, acting(scene.account, scene.channel))
            if scene.key == "organisations":
                open_accounts(self.told)
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


def open_accounts(told: City) -> int:
    """Accounts for all who speak for themselves: recipients, handlers, chambers that report, verifiers. How many."""
    office = acting(OFFICE, "command").office
    everybody = told.cast
    parties = (*everybody.villages, *everybody.clinics, *everybody.helped, *told.offices.speakers(), everybody.verifier)
    speakers = [*(party.number for party in parties), *OWN_REPORTERS]
    roots = dict(Organisation.objects.in_force().of_office(office).values_list("number", "root"))
    for number in speakers:
        key, role = account_of(number)
        open_account(key, role, roots[number], office)
    return len(speakers)


def _answer(scene: Scene, actor: Actor) -> Played:
    return Played(scene, say_all(scene, actor))


def _stage(scene: Scene, actor: Actor) -> Played:
    return Played(scene, stage(scene, actor))


def _end(scene: Scene, actor: Actor) -> Played:
    def change(writer: Writer) -> None:
        for number, step, on, note in scene.ends:
            commitments.take_step(writer, root_of(writer, Commitment, number), step, on=on, note=note)

    append(actor, change, request_id=f"example:{scene.key}", request=scene.key.encode())
    return Played(scene, len(scene.ends))
