"""Every sheet, in the order in which they build on each other, whatever their order in a file."""

from __future__ import annotations

from concentric.exchange.sheets import (
    agreements,
    commitments,
    confirmations,
    deliveries,
    organisations,
    pairings,
    places,
    reversals,
    roster,
    statistics,
    verifications,
    villages,
)
from concentric.exchange.sheets.sheet import Sheet

SHEETS: tuple[Sheet, ...] = (
    places.SHEET,
    villages.SHEET,
    organisations.SHEET,
    roster.SHEET,
    pairings.SHEET,
    agreements.SHEET,
    commitments.SHEET,
    deliveries.SHEET,
    confirmations.SHEET,
    verifications.SHEET,
    statistics.SHEET,
    reversals.SHEET,
)
BY_STEM = {sheet.stem: sheet for sheet in SHEETS}
