"""What is kept: a file for each noun, with its steps. Read `commitment.py` first."""

from concentric.keep.models.accreditation import Accreditation, AccreditationStep
from concentric.keep.models.activity import ACTIVITY_KINDS, Activity, ActivityStep
from concentric.keep.models.case import CASE_KINDS, ORIGINS, OUTCOMES, RAISER_WORDS, URGENCIES, Case, CaseStep
from concentric.keep.models.commitment import COMMITMENT_KINDS, FIRMNESS, NATURES, Commitment, CommitmentStep
from concentric.keep.models.evidence import EVIDENCE_ACCESS, Evidence
from concentric.keep.models.follow_up import FOLLOW_UP_RESULTS, Draw, FollowUp, FollowUpStep, Frame
from concentric.keep.models.honour import HONOUR_KINDS, HONOUR_LEVELS, Honour
from concentric.keep.models.project import PROJECT_KINDS, Project, ProjectStep, Signing
from concentric.keep.models.same_as import SameAs
from concentric.keep.models.site import SITE_KINDS, Site, SiteStep
from concentric.keep.models.statistic import Statistic

__all__ = [
    "ACTIVITY_KINDS",
    "CASE_KINDS",
    "COMMITMENT_KINDS",
    "EVIDENCE_ACCESS",
    "FIRMNESS",
    "FOLLOW_UP_RESULTS",
    "HONOUR_KINDS",
    "HONOUR_LEVELS",
    "NATURES",
    "ORIGINS",
    "OUTCOMES",
    "PROJECT_KINDS",
    "RAISER_WORDS",
    "SITE_KINDS",
    "URGENCIES",
    "Accreditation",
    "AccreditationStep",
    "Activity",
    "ActivityStep",
    "Case",
    "CaseStep",
    "Commitment",
    "CommitmentStep",
    "Draw",
    "Evidence",
    "FollowUp",
    "FollowUpStep",
    "Frame",
    "Honour",
    "Project",
    "ProjectStep",
    "SameAs",
    "Signing",
    "Site",
    "SiteStep",
    "Statistic",
]
