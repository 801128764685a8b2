"""Why a pairing is not even tried: each with words and a remedy in `pairing.ftl`."""

from collections.abc import Sequence

from concentric.core.terms.findings import Finding, Refused


class BadBenefit(Refused):
    """The matrix of benefits, or how much each side takes, cannot be computed with."""


class CannotPair(Refused):
    """What was given has errors; `findings` lists all of them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        errors = [each for each in findings if each.severity == "error"]
        super().__init__("pairing-cannot-pair", count=len(errors))
        self.findings = list(findings)


class NotACertificate(Refused):
    """A file is not a certificate that this version reads."""
