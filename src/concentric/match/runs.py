"""The verbs of a run: ask, find, keep, check, approve. Pages and the command call these."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from concentric.core import pairing as engine
from concentric.core.pairing import CannotPair, Progress, Verdict, pair, read_certificate, write_certificate
from concentric.core.terms.findings import Finding, Refused
from concentric.ledger.actor import Actor
from concentric.ledger.append import append
from concentric.ledger.ids import new_id
from concentric.ledger.positions import size
from concentric.ledger.writer import Writer
from concentric.match.changes import Turn, as_plain, turn
from concentric.match.instances import Instance, Pair, instance_of
from concentric.match.loads import wanting
from concentric.match.models import Run
from concentric.match.scores import Parts, Scores, greedy
from concentric.match.sending import holder, sending_of, sent_by_hand
from concentric.match.standing import Standing
from concentric.register.book import Book, PairingSpec, QuotaSpec
from concentric.register.models import Programme

Told = Callable[[Progress], object]


class NoRules(Refused):
    """The book has no rules by which this programme is paired."""


class NoSuchRun(Refused):
    """There is no run of this number."""


@dataclass(frozen=True)
class Asked:
    """A question to the engine: which rules, over which part of the ledger, with which pairs set by hand."""

    spec: PairingSpec
    weights: Mapping[str, int]
    programme: UUID
    standing: Standing
    pinned: tuple[Pair, ...] = ()
    forbidden: tuple[Pair, ...] = ()

    def instance(self) -> Instance:
        """The problem, read from the ledger. CannotPair where something there can't be computed with."""
        if self.spec.kind == "commissioner":
            return sent_by_hand(sending_of(self.spec, self.standing), self.pinned, self.forbidden)
        plain = instance_of(self.spec, self.weights, self.programme, self.standing)
        return plain.with_hand(self.pinned, self.forbidden)

    def as_json(self) -> str:
        """Canonical JSON, enough to ask the same again."""
        content = {
            "spec": asdict(self.spec),
            "weights": list(self.weights.items()),  # in the book's order, which is that of the engine's columns
            "pinned": self.pinned,
            "forbidden": self.forbidden,
        }
        return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def ask(
    book: Book,
    actor: Actor,
    programme: str,
    day: date,
    *,
    pinned: tuple[Pair, ...] = (),
    forbidden: tuple[Pair, ...] = (),
    changed: Mapping[str, Any] | None = None,
    position: int | None = None,
) -> Asked:
    """A question after the book's rules, some of them `changed`. NoRules where the book doesn't pair this programme."""
    spec = book.pairings.get(programme)
    root = Programme.objects.in_force().of_office(actor.office).filter(code=programme).values_list("root", flat=True)
    if spec is None or not (found := list(root)):
        raise NoRules("match-no-rules", programme=programme, known=", ".join(book.pairings) or "—")
    weights = {code: one.weight for code, one in book.lists.get("category", {}).items()}
    at = size() if position is None else position
    return Asked(
        replace(spec, **dict(changed or {})),
        weights,
        found[0],
        Standing(actor.office, at, day),
        tuple(sorted(set(pinned))),
        tuple(sorted(set(forbidden))),
    )


def asked_of(run: Run) -> Asked:
    """The question that a run answered."""
    held = json.loads(run.rules)
    spec = dict(held["spec"])
    for name in ("forbidden", "pinned"):
        spec[name] = tuple((one, other) for one, other in spec[name])
    spec["quotas"] = tuple(QuotaSpec(**one) for one in spec["quotas"])
    hand = {name: tuple((one, other) for one, other in held[name]) for name in ("pinned", "forbidden")}
    standing = Standing(run.office, run.position, run.for_day)
    return Asked(PairingSpec(**spec), dict(held["weights"]), run.programme_id, standing, **hand)


@dataclass(frozen=True)
class Found:
    """An answer: the engine's pairing with the problem that it answers."""

    asked: Asked
    instance: Instance
    pairing: engine.Pairing
    seconds: float = field(default=0.0, compare=False)

    @cached_property
    def scores(self) -> Scores:
        """What each pair is worth."""
        return Scores(self.instance)

    @cached_property
    def positions(self) -> Mapping[Pair, tuple[int, int]]:
        """Where each pair stands in both lists; of commissioners the pair is of a post."""
        ids = (self.instance.supporters.ids, self.instance.recipients.ids)
        sent = self.asked.spec.kind == "commissioner"
        return {(holder(ids[0][i]) if sent else ids[0][i], ids[1][j]): (i, j) for i, j in self.pairing.pairs.tolist()}

    def parts(self, pair: Pair) -> Parts:
        """What the worth of a pair that was made is made of."""
        i, j = self.positions[pair]
        return self.scores.parts((self.instance.supporters.ids[i], self.instance.recipients.ids[j]))

    @cached_property
    def pairs(self) -> tuple[tuple[str, str, int], ...]:
        """Supporter, recipient and worth, by recipient. Of commissioners the post, and the worth without the slot's."""
        ids = (self.instance.supporters.ids, self.instance.recipients.ids)
        made = [(ids[0][i], ids[1][j], int(w)) for (i, j), w in
                zip(self.pairing.pairs.tolist(), self.pairing.worth.tolist(), strict=True)]  # fmt: skip
        if self.asked.spec.kind == "commissioner":
            bonus = self.instance.rules.weights[0]
            filled = dict(zip(ids[0], [row[0] for row in self.instance.supporters.categories], strict=True))
            made = [(holder(s), r, w - bonus * int(filled[s])) for s, r, w in made]
        return tuple(sorted(made, key=lambda one: (one[1], one[0])))

    @property
    def lone(self) -> tuple[str, ...]:
        """Recipients for whom nobody is left."""
        covered = {recipient for _, recipient, _ in self.pairs}
        return tuple(sorted(id_ for id_ in self.instance.recipients.ids if id_ not in covered))

    @property
    def benefit(self) -> int:
        """The total worth."""
        return sum(worth for _, _, worth in self.pairs)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was assumed, by the ledger's reading and by the engine. Of slots, which are nobody, nothing is told."""
        told = self.pairing.findings
        if self.asked.spec.kind == "commissioner":
            # Slots are nobody, and each stands for its post: who left is told by what changes.
            told = tuple(
                one for one in told if one.args.get("side") != "supporters" and one.key != "pairing-last-year-gone"
            )
            told = (*told, *wanting(self.instance, [(post, member) for post, member, _ in self.pairs]))
        return (*self.instance.findings, *told)

    def turn(self) -> Turn:
        """What becomes of the pairs that stand."""
        return turn(self.instance, [(s, r) for s, r, _ in self.pairs], self.scores)

    def compared(self) -> dict[str, dict[str, Any]]:
        """The same problem paired as by hand, and as it stands: covered, pairs, points, and `ours` by the same measure.

        As it stands is measured without the points for staying together, which all its pairs have. Empty where there
        are too many possible pairs.
        """
        if self.asked.spec.kind == "commissioner" or (every := self.scores.all()) is None:
            return {}
        sides, scores = (self.instance.supporters, self.instance.recipients), self.scores
        taken = greedy(every, list(sides[0].takes), list(sides[1].takes), scores.forbidden)
        found = {"greedy": _told([(j, int(every[i, j])) for i, j in taken], self.benefit)}
        bonus, last = self.instance.rules.continuity, set(self.instance.rules.last_year)
        both = [(scores.supporter[s], scores.recipient[r]) for s, r in sorted(last)
                if s in scores.supporter and r in scores.recipient]  # fmt: skip
        allowed = [(j, int(every[i, j]) - bonus) for i, j in both if every[i, j] > scores.forbidden]
        if allowed:
            ours = self.benefit - bonus * sum((s, r) in last for s, r, _ in self.pairs)
            found["present"] = _told(allowed, ours)
        return found


def _told(made: list[tuple[int, int]], ours: int) -> dict[str, Any]:
    worths = sorted(worth for _, worth in made)
    return {"covered": len({recipient for recipient, _ in made}), "pairs": len(made), "benefit": sum(worths),
            "ours": ours, "worths": worths}  # fmt: skip


def find(
    asked: Asked, progress: Told | None = None, instance: Instance | None = None, start: engine.Pairing | None = None
) -> Found:
    """Ask the engine. CannotPair with all findings, also those of the ledger's reading.

    `instance` is the problem where it was read before, and `start` an answer to nearly the same: reading takes longer
    than a city's search, and what was found before saves most of that.
    """
    begun = time.monotonic()
    instance = instance or asked.instance()
    try:
        answer = pair(
            instance.supporters,
            instance.recipients,
            instance.rules,
            centres=instance.centres,
            progress=progress,
            start=start,
        )
    except CannotPair as refused:
        raise CannotPair([*instance.findings, *refused.findings]) from None
    return Found(asked, instance, answer, time.monotonic() - begun)


def keep(actor: Actor, found: Found) -> Run:
    """Enter a run in the ledger, under the next number of its programme and year."""
    asked, instance = found.asked, found.instance
    certificate = write_certificate(
        found.pairing.certificate, instance.supporters, instance.recipients, instance.rules
    ).decode()
    result = {
        "pairs": found.pairs,
        "lone": found.lone,
        "compared": found.compared(),
        "turn": as_plain(found.turn()),
        "findings": [{"key": each.key, "args": dict(each.args), "severity": each.severity} for each in found.findings],
    }
    made: list[Run] = []

    def change(writer: Writer) -> None:
        code = Programme.objects.in_force().filter(root=asked.programme).values_list("code", flat=True)[0]
        stem = f"{code[:48]}-{asked.standing.day.year}"
        n = 1
        while writer.in_force(Run, f"{stem}-{n}") is not None:
            n += 1
        run = Run(
            number=f"{stem}-{n}",
            programme_id=asked.programme,
            kind=asked.spec.kind,
            for_day=asked.standing.day,
            position=asked.standing.position,
            rules=asked.as_json(),
            covered=len({recipient for _, recipient, _ in found.pairs}),
            wanting=len(instance.recipients),
            benefit=found.benefit,
            gap=found.pairing.gap,
            result=json.dumps(result, sort_keys=True, ensure_ascii=False, separators=(",", ":")),
            certificate=certificate,
        )
        writer.add(run)
        made.append(run)

    append(actor, change, request_id=f"run-{new_id()}")
    return made[0]


def run_of(number: str, office: UUID | None) -> Run:
    """The run of this number. NoSuchRun where there is none."""
    held: Run | None = Run.objects.in_force().of_office(office).filter(number=number).first()
    if held is None:
        raise NoSuchRun("match-no-such-run", number=number)
    return held


def check(run: Run) -> Verdict:
    """Read the ledger again as it stood, and let the verifier say what the certificate proves of it.

    "wrong" also where the run's own pairs are not those of its certificate.
    """
    instance = asked_of(run).instance()
    sides = (instance.supporters, instance.recipients)
    certificate = read_certificate(run.certificate.encode(), *sides, instance.rules)
    held = sorted((sides[0].ids[i], sides[1].ids[j]) for i, j in certificate.pairs.tolist())
    if run.kind == "commissioner":
        held = sorted((holder(slot), recipient) for slot, recipient in held)
    if held != sorted((one, other) for one, other, _ in json.loads(run.result)["pairs"]):
        return Verdict("wrong", wrong="match-check-other-pairs")
    return engine.check_pairing(certificate, *sides, instance.rules, centres=instance.centres)
