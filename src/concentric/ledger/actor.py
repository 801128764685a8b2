"""Who acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

Channel = Literal["workbook", "page", "link", "phone", "api", "command"]


@dataclass(frozen=True)
class Actor:
    """An account at work: its key, the organisation it speaks for and the office whose ledger it writes to.

    `organisation` becomes `attested_by` of every record; no workbook or form can say otherwise.
    """

    key: str
    organisation: UUID | None = None
    office: UUID | None = None
    channel: Channel = "command"

    def by(self, channel: Channel) -> Actor:
        """The same account, working through another channel."""
        return replace(self, channel=channel)
