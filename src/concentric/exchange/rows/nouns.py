"""Which nouns the reference columns of sheets may name, and how it is said that there is no such thing."""

from __future__ import annotations

from collections.abc import Mapping

from concentric.keep.models import (
    Accreditation,
    AccreditationStep,
    Activity,
    ActivityStep,
    Case,
    CaseStep,
    Commitment,
    CommitmentStep,
    FollowUp,
    FollowUpStep,
    Honour,
    Project,
    ProjectStep,
    Signing,
    Site,
    SiteStep,
    Statistic,
)
from concentric.ledger.models import Matter, Record, Step
from concentric.match.models import Assignment, AssignmentStep, Pairing, PairingStep
from concentric.register.models import Appointment, Organisation, Place, Post

ORGANISATIONS = (
    *("supporter", "recipient", "member", "organisation", "owner", "host", "chain", "keeper", "organiser", "raiser"),
    *("handler", "candidate", "party"),
)
"""Columns that name an organisation by the part it plays."""

PARTS: Mapping[type[Step], tuple[str, ...]] = {
    CommitmentStep: ("delivered",),
    ProjectStep: ("arrived", "signed", "started", "producing", "at-capacity"),
}
"""Steps that are confirmed and verified one by one: by their names, the one that counts something first."""
BACKED: Mapping[type[Matter], type[Step]] = {Activity: ActivityStep, Site: SiteStep, Assignment: AssignmentStep}
"""Matters that are confirmed and verified as a whole, with their steps."""
REVERSIBLE: tuple[type[Step], ...] = (
    CommitmentStep,
    PairingStep,
    AssignmentStep,
    CaseStep,
    ProjectStep,
    ActivityStep,
    SiteStep,
    AccreditationStep,
    FollowUpStep,
)
FOLLOWED: tuple[type[Matter], ...] = (Commitment, Case, Project, Site, Activity, Pairing, Assignment, Accreditation)
"""What somebody may look back on."""

JOINED: tuple[type[Record], ...] = (Commitment, Project, Activity, Site, Case, Honour)
"""What may have been entered twice."""
EVIDENCED: tuple[type[Record], ...] = (*FOLLOWED, FollowUp, Honour, Signing, Statistic, *REVERSIBLE)
"""What a file may back."""

NOUN_OF_COLUMN: Mapping[str, tuple[type[Record], ...]] = {
    "parent": (Place,),
    "place": (Place,),
    "county": (Place,),
    **dict.fromkeys(ORGANISATIONS, (Organisation,)),
    "post": (Post,),
    "appointment": (Appointment,),
    "pairing": (Pairing,),
    "assignment": (Assignment,),
    "commitment": (Commitment,),
    "case": (Case,),
    "project": (Project,),
    "site": (Site,),
    "accreditation": (Accreditation,),
    "follow_up": (FollowUp,),
    "subject": (*PARTS, Pairing, *BACKED),
    "target": FOLLOWED,
    "thing": JOINED,
    "representative": JOINED,
    "about": EVIDENCED,
    "step": REVERSIBLE,
}
"""Which nouns a reference column may name. Programmes are few: all are read at once."""

UNKNOWN: Mapping[type[Record], str] = {
    Place: "reference-place",
    Organisation: "reference-organisation",
    Post: "reference-post",
    Appointment: "reference-appointment",
    Pairing: "reference-pairing",
    Assignment: "reference-assignment",
    Commitment: "reference-commitment",
    Case: "reference-case",
    Project: "reference-project",
    Site: "reference-site",
    Accreditation: "reference-accreditation",
    FollowUp: "reference-follow-up",
}
"""What is said where no such thing bears the number."""
