"""Organisations: a row is an enterprise, a chamber, a department, a clinic ... by the office's own number."""

from __future__ import annotations

from concentric.core.terms.codes import check_uscc, clean
from concentric.exchange.rows.look import Look
from concentric.exchange.sheets.column import Column, number
from concentric.exchange.sheets.sheet import Fields, RecordSheet, Values
from concentric.register.models import ORGANISATION_KINDS, ORGANISATION_SIZES, Organisation

CONTACTS = (
    Column("contact_name", "text", words="contact-name", length=100, width=12),
    Column("contact_phone", "phone", words="contact-phone", length=60, width=16),
)
USCC = Column("uscc", "text", length=32, width=22)
SIZE = Column(
    "size_class", "choice", words="organisation-size", choices=ORGANISATION_SIZES, terms="choice-size", width=10
)


def read_uscc(text: str | None, look: Look) -> str:
    """A Unified Social Credit Code made plain. An odd one is warned of; a citizen's number is refused."""
    if not text:
        return ""
    code = clean(text).replace(" ", "").upper()
    finding = check_uscc(code)
    if finding is not None:
        tell = look.wrong if finding.severity == "error" else look.warn
        tell(finding.key, "uscc", **finding.args)
    return code


def build(values: Values, look: Look) -> Fields:
    office_number, name, kind, uscc, place, contact_name, contact_phone, size, _ = values
    found = look.place(place, "place")
    if kind == "village" and found is not None and look.level_of(found) != "village":
        look.wrong("organisation-village-elsewhere", "place", place=str(place))
    return {
        "number": office_number,
        "name": name,
        "kind": kind,
        "uscc": read_uscc(uscc, look),
        "place_id": found,
        "contact_name": contact_name or "",
        "contact_phone": contact_phone or "",
        "size_class": size or "",
    }


SHEET = RecordSheet(
    "organisations",
    (
        number("number"),
        Column("name", "text", required=True, words="organisation-name", width=30),
        Column(
            "kind", "choice", required=True, words="organisation-kind", choices=ORGANISATION_KINDS, terms="choice-kind"
        ),
        USCC,
        Column("place", "reference", width=16),
        *CONTACTS,
        SIZE,
    ),
    model=Organisation,
    build=build,
)
