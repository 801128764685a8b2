"""Which parts of the log hold the counter-records of undone imports."""

from __future__ import annotations

from concentric.exchange.models import ImportUndo
from concentric.ledger.models import Commit


def undone_ranges() -> list[tuple[int, int]]:
    """(first, size) of each commit that took an import back."""
    firsts = list(ImportUndo._base_manager.values_list("idx", flat=True))
    return list(Commit.objects.filter(first__in=firsts).values_list("first", "size"))
