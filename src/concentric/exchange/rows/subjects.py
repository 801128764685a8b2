"""What a row of confirmations, verifications or reversals speaks of: one number, sought among several nouns."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple
from uuid import UUID

from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import PARTS
from concentric.exchange.rows.steps import KnownStep
from concentric.ledger.matters import matter_model, step_model
from concentric.ledger.models import Matter, Record, Step


class Subject(NamedTuple):
    """A matter, or one `step` of it. `steps` is the model of its steps."""

    matters: type[Matter]
    steps: type[Step]
    matter: UUID
    step: KnownStep | None = None

    @property
    def counted(self) -> bool:
        """Whether the step counts something, as a delivery does, and with it whoever speaks of it."""
        return self.step is not None and self.step.name == PARTS[self.steps][0]


def subject(
    look: Look, text: str | None, column: str, among: tuple[type[Record], ...], unknown: str, several: str
) -> Subject | None:
    """The one thing that bears the number. None where `look` has been told why: `unknown`, or `several` bear it."""
    if text is None:
        return None
    found = []
    for matters, steps, of_steps in _kinds(among):
        if of_steps:
            step = look.steps[steps].get(text) or look.gone[steps].get(text)
            if step is not None:
                found.append(Subject(matters, steps, step.matter, step))
        else:
            root = look.roots[matters].get(text)
            if root is not None:
                found.append(Subject(matters, steps, root))
    if len(found) > 1:
        look.wrong(several, column, number=text)
        return None
    if not found:
        look.missing(among, unknown, text, column)
        return None
    return found[0]


@cache
def _kinds(among: tuple[type[Record], ...]) -> tuple[tuple[type[Matter], type[Step], bool], ...]:
    """For each noun the matter, its steps, and whether the steps are meant."""
    found: list[tuple[type[Matter], type[Step], bool]] = []
    for model in among:
        if issubclass(model, Step):
            found.append((matter_model(model), model, True))
        elif issubclass(model, Matter):
            found.append((model, step_model(model), False))
    return tuple(found)


def sought(
    look: Look, text: str | None, column: str, among: tuple[type[Record], ...], unknown: str
) -> tuple[type[Record], UUID] | None:
    """The one record or step of any noun that bears the number. None where `look` has been told why."""
    if text is None:
        return None
    found: list[tuple[type[Record], UUID]] = []
    for model in among:
        if issubclass(model, Step):
            step = look.steps[model].get(text)
            if step is not None and step.root is not None:
                found.append((model, step.root))
        elif (root := look.roots[model].get(text)) is not None:
            found.append((model, root))
    if len(found) == 1:
        return found[0]
    if found:
        look.wrong("subject-several", column, number=text)
    else:
        look.missing(among, unknown, text, column)
    return None


def backed(look: Look, text: str | None, column: str, among: tuple[type[Record], ...]) -> Subject | None:
    """What is confirmed or verified. A step must be one that is: a delivery, money that arrived at a project."""
    found = subject(look, text, column, among, "reference-subject", "subject-several")
    if found is not None and found.step is not None and found.step.name not in PARTS[found.steps]:
        look.wrong("reference-no-delivery", column, text=found.step.number)
        return None
    return found
