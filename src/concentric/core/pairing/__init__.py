"""The pairing engine: the provably best pairing, from a city to a nation. No Django, no database.

Start with `api.py`; `check.py` says what a certificate proves; `sparse/` solves a listed graph exactly.
"""

from concentric.core.pairing.api import assign
from concentric.core.pairing.certificate import Assignment, Certificate, Verdict
from concentric.core.pairing.check import check_assignment
from concentric.core.pairing.refusals import BadBenefit, CannotPair, NotACertificate

__all__ = [
    "Assignment",
    "BadBenefit",
    "CannotPair",
    "Certificate",
    "NotACertificate",
    "Verdict",
    "assign",
    "check_assignment",
]
