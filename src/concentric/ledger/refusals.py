"""Why the ledger takes nothing in."""

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import DEFAULT_LANG, say


class RequestIdReused(Refused):
    """The same request id came with another content."""


class AlreadyKept(Refused):
    """A record in force already bears this number."""


class NotInForce(Refused):
    """The thing that is to be corrected, voided or stepped on is unknown, or no longer in force."""


class CorrectionContradictsSteps(Refused):
    """A matter's correction would make a step that stands impossible: `because` is the course's refusal of it."""

    def __init__(self, because: Refused) -> None:
        super().__init__("ledger-correction-contradicts", why=because.says(DEFAULT_LANG))
        self.because = because

    def says(self, lang: str) -> str:
        return say(self.key, lang, why=self.because.says(lang))


class NothingToEnter(Refused):
    """The change adds no record."""


class NotAnExample(Refused):
    """Somebody told the ledger a time, but its charter doesn't say that its data are an example."""


class NotChartered(Refused):
    """The ledger has no charter yet."""
