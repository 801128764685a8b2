"""Every sheet, in the order in which they build on each other, whatever their order in a file."""

from __future__ import annotations

from concentric.exchange.sheets import (
    accreditations,
    activities,
    adoptions,
    agreements,
    appointments,
    assessments,
    assignment_changes,
    assignments,
    case_answers,
    case_closings,
    case_extensions,
    case_routings,
    case_words,
    cases,
    commitments,
    confirmations,
    deliveries,
    evidence,
    follow_up_requests,
    follow_up_results,
    follow_ups,
    honours,
    lapses,
    namings,
    needs,
    offers,
    organisations,
    pairings,
    places,
    posts,
    project_progress,
    projects,
    reversals,
    roster,
    same_as,
    signings,
    site_progress,
    sites,
    statistics,
    verifications,
    villages,
)
from concentric.exchange.sheets.sheet import Sheet

GROUPS: tuple[tuple[str, tuple[Sheet, ...]], ...] = (
    (
        "register",
        (places.SHEET, villages.SHEET, organisations.SHEET, posts.SHEET, appointments.SHEET, roster.SHEET),
    ),
    (
        "match",
        (
            needs.SHEET,
            offers.SHEET,
            pairings.SHEET,
            agreements.SHEET,
            assignments.SHEET,
            assignment_changes.SHEET,
        ),
    ),
    ("gifts", (commitments.SHEET, deliveries.SHEET)),
    (
        "work",
        (
            projects.SHEET,
            signings.SHEET,
            project_progress.SHEET,
            sites.SHEET,
            site_progress.SHEET,
            activities.SHEET,
        ),
    ),
    (
        "cases",
        (
            cases.SHEET,
            case_routings.SHEET,
            case_extensions.SHEET,
            case_answers.SHEET,
            case_words.SHEET,
            case_closings.SHEET,
            adoptions.SHEET,
        ),
    ),
    ("honours", (honours.SHEET, accreditations.SHEET, assessments.SHEET, namings.SHEET)),
    (
        "backed",
        (
            confirmations.SHEET,
            verifications.SHEET,
            lapses.SHEET,
            follow_ups.SHEET,
            follow_up_requests.SHEET,
            follow_up_results.SHEET,
        ),
    ),
    ("others", (statistics.SHEET, evidence.SHEET, same_as.SHEET, reversals.SHEET)),
)
"""The sheets as people look for them: the words of a group are `sheets-group-<name>`."""
SHEETS: tuple[Sheet, ...] = tuple(sheet for _, sheets in GROUPS for sheet in sheets)
BY_STEM = {sheet.stem: sheet for sheet in SHEETS}
