"""What everything else points at: places, organisations, posts, rosters, circles and programmes. Plain records."""

from concentric.register.models.organisation import ORGANISATION_KINDS, ORGANISATION_SIZES, Organisation
from concentric.register.models.place import PLACE_LEVELS, Place
from concentric.register.models.post import Appointment, Post
from concentric.register.models.programme import Circle, Programme, ProgrammeBook
from concentric.register.models.roster import Roster, RosterEntry

__all__ = [
    "ORGANISATION_KINDS",
    "ORGANISATION_SIZES",
    "PLACE_LEVELS",
    "Appointment",
    "Circle",
    "Organisation",
    "Place",
    "Post",
    "Programme",
    "ProgrammeBook",
    "Roster",
    "RosterEntry",
]
