"""Evidence: a row is a file that backs a record or a step; it lies beside the workbook, or is in the store already."""

from __future__ import annotations

from concentric.core.terms.findings import Refused
from concentric.exchange.rows.look import Look
from concentric.exchange.rows.nouns import EVIDENCED
from concentric.exchange.rows.subjects import sought
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.keep.evidence import stands
from concentric.keep.models import EVIDENCE_ACCESS, Evidence


def build(values: Values, look: Look) -> Fields:
    own, about, file, name, taken_on, access, note, _ = values
    found = sought(look, about, "about", EVIDENCED, "reference-about")
    look.not_yet(taken_on, "taken_on")
    fields = {
        "number": own,
        "name": name or file.replace("\\", "/").rsplit("/", 1)[-1],
        "taken_on": taken_on,
        "access": access or "office",
        "note": note or "",
    }
    if found is not None:
        fields |= {"about": found[1], "about_kind": found[0].KIND}
    try:
        held = look.beside.held(file)
    except Refused as refused:
        look.wrong(refused.key, "sha256", **refused.words)
    else:
        fields |= {"sha256": held.sha256, "media_type": held.kind.media_type, "size": held.size}
    return fields


SHEET = RecordSheet(
    "evidence",
    (
        number("number"),
        Column("about", "reference", required=True, words="evidence-about", width=16),
        Column("sha256", "text", required=True, words="evidence-file", length=400, width=32),
        Column("name", "text", words="evidence-name", width=24),
        Column("taken_on", "date", words="taken-on", width=13),
        Column("access", "choice", words="evidence-access", choices=EVIDENCE_ACCESS, terms="choice-access", width=12),
        Column("note", "text", length=2000, width=28),
    ),
    model=Evidence,
    build=build,
    check=stands,
)
