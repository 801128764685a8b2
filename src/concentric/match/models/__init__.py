"""What is matched: pairings, assignments, needs, offers, and runs of the engine. Read `pairing.py` first."""

from concentric.match.models.assignment import ASSIGNMENT_KINDS, Assignment, AssignmentStep
from concentric.match.models.need import Need, Offer
from concentric.match.models.pairing import HELP_LENGTH, Pairing, PairingStep
from concentric.match.models.run import RUN_KINDS, Run

__all__ = [
    "ASSIGNMENT_KINDS",
    "HELP_LENGTH",
    "RUN_KINDS",
    "Assignment",
    "AssignmentStep",
    "Need",
    "Offer",
    "Pairing",
    "PairingStep",
    "Run",
]
