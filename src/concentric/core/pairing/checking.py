"""Gathering what is wrong, so that an office sees all of it at once."""

from __future__ import annotations

from concentric.core.pairing.refusals import CannotPair
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import Word


class Checking:
    """Findings so far; `stop` raises them where there are errors."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def error(self, key: str, **args: Word) -> None:
        """Note what has to be mended."""
        self.findings.append(Finding(key, args))

    def notice(self, key: str, **args: Word) -> None:
        """Note what was assumed."""
        self.findings.append(Finding(key, args, "notice"))

    def stop(self) -> None:
        """Go no further with errors."""
        if any(each.severity == "error" for each in self.findings):
            raise CannotPair(self.findings)
