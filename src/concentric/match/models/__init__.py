"""What is matched: pairings, assignments, needs and offers. Read `pairing.py` first."""

from concentric.match.models.assignment import ASSIGNMENT_KINDS, Assignment, AssignmentStep
from concentric.match.models.need import Need, Offer
from concentric.match.models.pairing import HELP_TYPES, Pairing, PairingStep

__all__ = [
    "ASSIGNMENT_KINDS",
    "HELP_TYPES",
    "Assignment",
    "AssignmentStep",
    "Need",
    "Offer",
    "Pairing",
    "PairingStep",
]
