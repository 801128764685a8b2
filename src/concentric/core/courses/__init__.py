"""Courses: the rules by which a matter is kept, as pure functions from steps to states.

A course decides what may be done next and what is then true; it knows no database, page or person. Only standard
library, `strength` and refusals enter. Read `base.py` first, then `commitment.py`.
"""

from collections.abc import Mapping
from typing import Any

from concentric.core.courses.accreditation import AccreditationCourse, AccreditationState
from concentric.core.courses.activity import ActivityCourse, ActivityState
from concentric.core.courses.assignment import AssignmentCourse, AssignmentState
from concentric.core.courses.base import Course, Effect, Opening, State, Step, plain
from concentric.core.courses.case import CaseCourse, CaseState
from concentric.core.courses.commitment import CommitmentCourse, CommitmentState, Part
from concentric.core.courses.follow_up import FollowUpCourse, FollowUpState
from concentric.core.courses.pairing import PairingCourse, PairingState
from concentric.core.courses.project import Arrival, ProjectCourse, ProjectState
from concentric.core.courses.site import SiteCourse, SiteState
from concentric.core.courses.strength import RUNGS

_ALL: tuple[Course[Any], ...] = (
    AccreditationCourse(),
    ActivityCourse(),
    AssignmentCourse(),
    CaseCourse(),
    CommitmentCourse(),
    FollowUpCourse(),
    PairingCourse(),
    ProjectCourse(),
    SiteCourse(),
)
COURSES: Mapping[str, Course[Any]] = {course.kind: course for course in _ALL}
"""Every course by its kind."""

__all__ = [
    "COURSES",
    "RUNGS",
    "AccreditationCourse",
    "AccreditationState",
    "ActivityCourse",
    "ActivityState",
    "Arrival",
    "AssignmentCourse",
    "AssignmentState",
    "CaseCourse",
    "CaseState",
    "CommitmentCourse",
    "CommitmentState",
    "Course",
    "Effect",
    "FollowUpCourse",
    "FollowUpState",
    "Opening",
    "PairingCourse",
    "PairingState",
    "Part",
    "ProjectCourse",
    "ProjectState",
    "SiteCourse",
    "SiteState",
    "State",
    "Step",
    "plain",
]
