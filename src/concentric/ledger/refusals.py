"""Why the ledger takes nothing in."""

from concentric.core.terms.findings import Refused


class RequestIdReused(Refused):
    """The same request id came with another content."""


class AlreadyKept(Refused):
    """A record in force already bears this number."""


class NotInForce(Refused):
    """The thing that is to be corrected, voided or stepped on is unknown, or no longer in force."""


class CorrectionContradictsSteps(Refused):
    """A matter's correction would make a step that was taken impossible."""


class NothingToEnter(Refused):
    """The change adds no record."""


class NotAnExample(Refused):
    """Somebody told the ledger a time, but its charter doesn't say that its data are an example."""


class NotChartered(Refused):
    """The ledger has no charter yet."""
