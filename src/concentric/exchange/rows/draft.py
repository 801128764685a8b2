"""Records before they are any: fields that answer as the record would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class _Draft:
    """Just enough of a record to ask what it would be."""

    NATURAL_KEY = "number"


def draft(fields: Mapping[str, Any]) -> Any:
    """A draft of these fields, not a copy: quicker than a record, and never entered."""
    made = _Draft()
    made.__dict__ = fields  # type: ignore[assignment]
    return made
