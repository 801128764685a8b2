"""What looking back found, in plain Python."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from concentric.core.courses.strength import CONFIRMED, REPORTED, VERIFIED
from concentric.prove.plain_rows.known import Known, Row


class Result(NamedTuple):
    """The last result of looking back: a code, its day and its channel; "" and None where nobody has looked back."""

    result: str
    result_on: date | None
    channel: str


NONE = Result("", None, "")


def last_result(known: Known, root: str) -> Result:
    """The last finding about a root by its day, then by its place in the log; else the last other result."""
    given: list[Row] = []
    for row in known.in_force("follow_up"):
        if row["target"] == root:
            steps = known.steps("follow_up_step", row["root"])
            back = {step["of"] for step in steps if step["name"] == "reversed"}
            given += [step for step in steps if step["name"] == "result" and step["n"] not in back]
    findings = [step for step in given if step["what"] in ("holds", "partly", "relapsed")]
    last = max(findings or given, key=lambda step: (step["occurred_on"], step["idx"]), default=None)
    return NONE if last is None else Result(last["what"], last["occurred_on"], last["channel"])


def is_raised(strength: int, result: Result) -> bool:
    """Whether it was looking back that verified what the recipient had confirmed."""
    return result.result == "holds" and strength == CONFIRMED


def strength_after(strength: int, result: str) -> int:
    """The strength of a target once it was looked back on."""
    if result == "relapsed":
        return min(strength, REPORTED)
    if result == "partly":
        return min(strength, CONFIRMED)
    if result == "holds" and strength == CONFIRMED:
        return VERIFIED
    return strength


def backed(known: Known, root: str, strength: int, attested: str, channel: str) -> Row:
    """Strength, who attests it and how, once a matter was looked back on."""
    result = last_result(known, root)
    raised = is_raised(strength, result)
    return {
        "followed": result.result,
        "strength": strength_after(strength, result.result),
        "attested": "independent" if raised else attested,
        "channel": result.channel if raised else channel,
    }
