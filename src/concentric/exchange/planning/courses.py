"""Running the planned steps through their courses before anything is written, so that a refusal is a row's finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from concentric.core.courses import COURSES, Course, Opening, State
from concentric.core.courses import Step as CourseStep
from concentric.core.courses.objections import objected
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import Word
from concentric.exchange.planning.plan import Entering, MatterPlan, Stepping
from concentric.exchange.rows.draft import draft
from concentric.exchange.rows.held import chunks, heads_of
from concentric.exchange.rows.look import Look
from concentric.ledger import matters as ledger_matters
from concentric.ledger.actor import Actor
from concentric.ledger.matters import step_model, steps_of
from concentric.ledger.models import Head

AT_ONCE = 2_000  # heads in memory
_INDEPENDENT = ("verified", "result")
"""Steps that only somebody independent takes: the course says so, in better words."""
_COLUMN_OF = {
    "amount-missing": "amount",
    "amount-zero": "amount",
    "amount-negative": "amount",
    "amount-not-wanted": "amount",
    "amount-too-large": "amount",
    "verified-above-confirmed": "amount",
    "date-missing": "on",
    "not-yet-due": "on",
    "renewal-not-later": "on",
    "note-missing": "note",
    "until-missing": "until",
    "until-not-wanted": "until",
    "extension-not-later": "until",
    "next-date-missing": "until",
    "next-date-not-later": "until",
    "party-missing": "party",
    "party-not-wanted": "party",
    "asked-not-independent": "party",
    "confirmed-above-arrived": "amount",
    "extension-too-late": "on",
    "nothing-to-renew": "until",
    "already-assessed": "what",
    "below-threshold": "what",
    "what-not-wanted": "batch",
}


def run_courses(actor: Actor, role: str, look: Look, matters: list[MatterPlan]) -> None:
    """Take each matter's steps in their order. Refused ones become findings; the others stand in `taken`."""
    runner = _Runner(actor, role, look)
    for part in chunks(matters, AT_ONCE):
        known = [matter for matter in part if matter.opens is None or matter.opens.reason is not None]
        heads = heads_of(matter.root for matter in known)
        for matter in part:
            runner.run(matter, heads)


class _Runner:
    def __init__(self, actor: Actor, role: str, look: Look) -> None:
        self.actor = actor
        self.role = role
        self.look = look
        self.by = str(actor.organisation or "")

    def run(self, matter: MatterPlan, heads: Mapping[UUID, Head]) -> None:
        course: Course[Any] = COURSES[matter.model.COURSE]
        try:
            opening, state = self._start(matter, course, heads)
        except Refused as refused:
            assert matter.opens is not None and matter.parsed is not None
            column = "amount" if "amount" in refused.key else "number"
            self._refuse_opening(matter, refused.key, column, refused.words)
            return
        if matter.opens is not None and matter.opens.reason is None:
            matter.live = ledger_matters.Live(matter.root, matter.model.COURSE, opening, state)
        standing = list(matter.asked)
        while not self._attempt(matter, course, opening, state, standing):
            pass

    def _attempt(
        self, matter: MatterPlan, course: Course[Any], opening: Opening, state: State, standing: list[Stepping]
    ) -> bool:
        """Take back what is replaced, newest first, then take the new steps. False: one fell out, try without it."""
        matter.taken = []
        for asked in standing:
            asked.known.n = None
        for asked in sorted((one for one in standing if one.back is not None), key=lambda one: -(one.back or 0)):
            back = CourseStep(state.n + 1, "reversed", asked.back_on, self.by, None, asked.back, asked.reason)
            try:
                state = course.apply(state, opening, back)
            except Refused as refused:
                self._refuse(asked, refused.key, "number", refused.words)
                standing.remove(asked)
                return False
            self._keep(matter, _back_fields(matter, asked), state)
        for asked in _in_order(standing):
            after = self._take(matter, course, opening, state, asked)
            if after is not None:
                state = after
                continue
            standing.remove(asked)
            if asked.back is not None:
                return False
        return True

    def _start(self, matter: MatterPlan, course: Course[Any], heads: Mapping[UUID, Head]) -> tuple[Opening, State]:
        if matter.opens is None:
            live = ledger_matters.load(heads[matter.root])
            return live.opening, live.state
        if matter.opens.reason is None:
            opening = _opening(matter.opens)
            return opening, course.open(opening)
        # A correction must leave every step possible that was taken.
        live = ledger_matters.load(heads[matter.root])
        live = ledger_matters.reopened(matter.opens.record(), live, steps_of(matter.model, matter.root))
        return live.opening, live.state

    def _refuse_opening(self, matter: MatterPlan, key: str, column: str, words: Mapping[str, Word]) -> None:
        assert matter.opens is not None and matter.parsed is not None
        row = matter.opens.row
        if matter.opens.reason is not None:
            key, words = "row-contradicts-steps", {"number": row.number}
        matter.parsed.wrong(row, key, column, words)
        if matter.opens.reason is None:
            self.look.lost.add(matter.root)
        matter.opens = None
        for asked in matter.asked:
            self._depends_on_bad(asked, row.number, matter.parsed.raw.name, row.at)

    def _take(
        self, matter: MatterPlan, course: Course[Any], opening: Opening, state: State, asked: Stepping
    ) -> State | None:
        """The state after the step; None where it is refused, and its row told why."""
        fields = asked.fields
        if asked.of is not None and asked.of.n is None:
            held = self.look.bad.get((asked.of.model, asked.of.number), ("", 0))
            self._depends_on_bad(asked, asked.of.number, *held)
            return None
        if not self._may(course.role(state, opening, self.by), asked, state):
            return None
        of = asked.of.n if asked.of is not None else None
        step = CourseStep(
            state.n + 1,
            fields["name"],
            fields["occurred_on"],
            self.by,
            fields["amount"],
            of,
            fields["note"],
            fields.get("until"),
            fields.get("what", ""),
            str(fields.get("party_id") or ""),
        )
        try:
            state = course.apply(state, opening, step)
        except Refused as refused:
            column = _COLUMN_OF.get(refused.key.removeprefix("course-"), "number")
            self._refuse(asked, refused.key, column, refused.words)
            return None
        fields["of"] = of
        self._keep(matter, fields, state)
        asked.known.n = step.n
        return state

    def _keep(self, matter: MatterPlan, fields: dict[str, Any], after: State) -> None:
        matter.taken.append((step_model(matter.model), fields, after))

    def _may(self, part: str, asked: Stepping, state: State) -> bool:
        """Whether the account may say this of this matter. What it counts for is the course's to judge."""
        if asked.fields["name"] == "reversed":
            assert asked.of is not None
            foreign = asked.of.attested_by != self.actor.organisation
            if foreign and asked.of.attested_by is not None and objected(state, asked.of.n):
                self._refuse(asked, "rights-objection", "step", {"number": asked.of.number})
                return False
            if foreign and self.role != "office":
                self._refuse(asked, "rights-not-your-step", "step", {"number": asked.of.number})
                return False
            return True
        if self.role == "office":
            return True
        if asked.fields["name"] in _INDEPENDENT or (part == "other" and self.role == "verifier"):
            return True
        if part != self.role:
            self._refuse(asked, "rights-not-a-party", "number", {})
            return False
        return True

    def _refuse(self, asked: Stepping, key: str, column: str, words: Mapping[str, Word]) -> None:
        asked.row.status = ""
        asked.known.n = None
        self.look.lost.add(asked.fields["id"])
        asked.parsed.wrong(asked.row, key, column, words)
        self.look.bad[(asked.known.model, asked.known.number)] = (asked.parsed.raw.name, asked.row.at)

    def _depends_on_bad(self, asked: Stepping, number: str, sheet: str, at: int) -> None:
        column = next(column.name for column in asked.parsed.sheet.columns if column.kind == "reference")
        self._refuse(asked, "reference-to-bad-row", column, {"text": number, "sheet": sheet, "row": str(at)})


def _opening(entering: Entering) -> Opening:
    model: Any = entering.model
    opening: Opening = model.opening(draft(entering.fields))
    return opening


def _back_fields(matter: MatterPlan, asked: Stepping) -> dict[str, Any]:
    return {
        "matter_id": matter.root,
        "name": "reversed",
        "occurred_on": asked.back_on,
        "amount": None,
        "of": asked.back,
        "number": "",
        "note": asked.reason,
    }


def _in_order(asked: list[Stepping]) -> Iterator[Stepping]:
    """By day, then by sheet and row; but never before the step that it speaks of."""
    if len(asked) == 1:
        yield asked[0]
        return
    by_known = {id(one.known): one for one in asked}
    done: set[int] = set()

    def emit(one: Stepping) -> Iterator[Stepping]:
        if id(one) in done:
            return
        done.add(id(one))
        if one.of is not None and (first := by_known.get(id(one.of))) is not None:
            yield from emit(first)
        yield one

    for one in sorted(asked, key=lambda one: (one.fields["occurred_on"] or date.min, one.rank, one.row.at)):
        yield from emit(one)
