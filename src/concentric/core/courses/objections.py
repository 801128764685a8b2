"""Words against: what somebody says came to nothing, or doesn't hold. Only who said so takes it back."""

from concentric.core.courses.base import State

OBJECTIONS = frozenset({"disputed", "nothing-came", "not-satisfied", "partly", "relapsed"})
"""Names of steps, and what others found."""


def is_objection(name: str, what: str = "") -> bool:
    """Whether a step of this name, or with this finding, is a word against."""
    return name in OBJECTIONS or what in OBJECTIONS


def objected(state: State, n: int | None) -> bool:
    """Whether step `n`, which stands, is a word against."""
    return any(is_objection(kept.name, kept.what) for kept in state.standing if kept.n == n)
