"""The views of cases, of their answers, and of the adoptions of opinions and proposals.

Who raised a case, and what about, only the office sees.
"""

from __future__ import annotations

from concentric.core.courses import RUNGS
from concentric.prove.view import (
    ENTERED,
    PLACE,
    PROGRAMME,
    RECIPIENT,
    RECORD,
    STRENGTH,
    Column,
    Measure,
    View,
    columns,
)

_HANDLER = columns("handler handler_number handler_name handler_kind")
_SORT = columns("kind topic urgency origin")
_OF = columns("case_root case_number")
_TAKEN = columns("days working_days", "integer")

VIEWS = (
    # Every standing step with what it finds and leaves: what cases and answers are made of. Not for figures.
    View(
        "case_steps",
        (
            *columns("idx case n disputed own_n word_n", "integer"),
            *columns("name what party sets channel"),
            *columns("occurred_on until due_before due_after", "date"),
            *columns("amount", "decimal"),
        ),
    ),
    # Working days, numbered. Not for figures.
    View("workdays", (*columns("day", "date"), Column("clock", "integer"))),
    View(
        "cases",
        (
            *RECORD,
            *PROGRAMME,
            *columns("state"),
            *_SORT,
            *_HANDLER,
            *columns("received_on accepted_on first_answered_on answered_on due closed_on", "date"),
            *columns("outcome raiser_word late extended adopted followed"),
            *columns("answers adoptions", "integer"),
            *_TAKEN,
            *columns("points", "decimal"),
            *STRENGTH,
            *PLACE,
            *columns("subject", disclosure="office"),
            *(column.kept_in() for column in RECIPIENT),
            *ENTERED,
        ),
        ladder=RUNGS,
        measures=(
            Measure("points", ("points", "points", "points", "points")),
            Measure("days", ("days", "days", "days", "days")),
            Measure("working_days", ("working_days", "working_days", "working_days", "working_days")),
        ),
        dated="received_on",
        labels=("number", "topic", "handler_name", "place_name"),
    ),
    View(
        "answers",
        (
            *RECORD,
            *_OF,
            *PROGRAMME,
            *_SORT,
            *_HANDLER,
            *columns("outcome late last"),
            *columns("received_on answered_on due until", "date"),
            *_TAKEN,
            *PLACE,
            *columns("note", disclosure="office"),
            *ENTERED,
        ),
        measures=(Measure("days", (None,) * 4), Measure("working_days", (None,) * 4)),
        dated="answered_on",
        labels=("number", "case_number", "topic", "handler_name", "place_name"),
    ),
    View(
        "adoptions",
        (
            *RECORD,
            *_OF,
            *PROGRAMME,
            *_SORT,
            *columns("level"),
            *columns("received_on adopted_on", "date"),
            *columns("points", "decimal"),
            *PLACE,
            *ENTERED,
        ),
        measures=(Measure("points", (None,) * 4),),
        dated="adopted_on",
        labels=("number", "case_number", "topic", "level", "place_name"),
    ),
)
