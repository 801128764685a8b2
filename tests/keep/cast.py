"""One sound record of every noun of a year, for the tests to enter as it is or with one thing changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tests.ledger.cast import DAY, DUE, City, entered

from concentric.keep.models import Accreditation, Activity, Case, Honour, Project, Signing, Site
from concentric.match.models import Assignment, Need, Offer
from concentric.register import posts
from concentric.register.models import Appointment, Post


def case(city: City, **values: Any) -> Case:
    """A problem that the enterprise raised, to be answered within nine working days."""
    given: dict[str, Any] = {
        "number": "K1",
        "programme_id": city.programme,
        "kind": "problem",
        "topic": "financing",
        "urgency": "normal",
        "origin": "raised",
        "raiser_id": city.enterprise,
        "place_id": city.county,
        "received_on": DAY,
        "due": date(2021, 3, 12),
    }
    return Case(**given | values)


def project(city: City, **values: Any) -> Project:
    """A lead of the chamber's that the village would host."""
    given: dict[str, Any] = {
        "number": "J1",
        "programme_id": city.programme,
        "name": "示例粉厂",
        "kind": "investment",
        "owner_id": city.chamber,
        "host_id": city.village,
        "currency": "CNY",
        "lead_on": DAY,
    }
    return Project(**given | values)


def signing(city: City, **values: Any) -> Signing:
    """An event at which a project was shown."""
    given: dict[str, Any] = {"number": "N1", "event": "示例签约会", "signed_on": DAY}
    return Signing(**given | values)


def activity(city: City, **values: Any) -> Activity:
    """A training that the chamber held at the clinic."""
    given: dict[str, Any] = {
        "number": "A1",
        "programme_id": city.programme,
        "kind": "training",
        "title": "示例培训",
        "organiser_id": city.chamber,
        "host_id": city.clinic,
        "held_on": DAY,
        "people": Decimal(30),
        "person_times": Decimal(45),
    }
    return Activity(**given | values)


def site(city: City, **values: Any) -> Site:
    """A clinic to be upgraded."""
    given: dict[str, Any] = {
        "number": "Z1",
        "programme_id": city.programme,
        "name": "示例卫生室",
        "kind": "clinic",
        "supporter_id": city.chamber,
        "keeper_id": city.clinic,
        "planned_on": DAY,
        "due": DUE,
    }
    return Site(**given | values)


def honour(city: City, **values: Any) -> Honour:
    """An honour of the chamber's."""
    given: dict[str, Any] = {
        "number": "H1",
        "organisation_id": city.chamber,
        "title": "示例先进集体",
        "kind": "collective",
        "level": "province",
        "awarded_by": "示例委员会",
        "awarded_on": DAY,
        "source": "示例公报第一期",
    }
    return Honour(**given | values)


def accreditation(city: City, **values: Any) -> Accreditation:
    """The village's application, for which ninety points are asked."""
    given: dict[str, Any] = {
        "number": "R1",
        "programme_id": city.programme,
        "scheme": "unity",
        "candidate_id": city.village,
        "applied_on": DAY,
        "threshold": Decimal(90),
    }
    return Accreditation(**given | values)


def need(city: City, **values: Any) -> Need:
    """What the village asks for."""
    given: dict[str, Any] = {
        "number": "D1",
        "organisation_id": city.village,
        "category": "industry",
        "quantity": Decimal(2),
        "unit": "台",
        "since": DAY,
    }
    return Need(**given | values)


def offer(city: City, **values: Any) -> Offer:
    """What the chamber holds out."""
    given: dict[str, Any] = {
        "number": "E1",
        "organisation_id": city.chamber,
        "category": "industry",
        "since": DAY,
        "capacity": 3,
    }
    return Offer(**given | values)


def post(city: City, **values: Any) -> Post:
    """A post in the chamber."""
    return Post(**{"number": "O1", "organisation_id": city.chamber, "title": "秘书长"} | values)


def appointed(city: City, number: str = "P1") -> Any:
    """The root of an appointment just entered, with its post; the person's name is sealed."""
    held = entered(city.office, lambda w: posts.create(w, post(city, number=f"O-{number}")))
    one = Appointment(number=number, post_id=held, since=DAY)
    return entered(city.office, lambda w: posts.appoint(w, one, {"person_name": "某某"}))


def assignment(city: City, appointment: Any, **values: Any) -> Assignment:
    """The chamber's secretary as commissioner of the enterprise for a year."""
    given: dict[str, Any] = {
        "number": "M1",
        "programme_id": city.programme,
        "kind": "commissioner",
        "appointment_id": appointment,
        "supporter_id": city.chamber,
        "recipient_id": city.enterprise,
        "since": DAY,
        "until": DUE,
        "rhythm": 30,
    }
    return Assignment(**given | values)
