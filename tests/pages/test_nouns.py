"""Every noun of a year has its page, in words, and a raiser is not named on any."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.test import Client
from tests.keep import cast
from tests.ledger.cast import DAY, City, build, enter, entered

from concentric.core.terms.words import LANGS, say
from concentric.keep import accreditations, activities, cases, evidence, follow_ups, honours, projects, sites, store
from concentric.keep import models as keep
from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry
from concentric.ledger.payload import kinds
from concentric.match import assignments, needs, offers
from concentric.prove.book import adopt_book
from concentric.register.book import shipped
from concentric.register.models import Organisation

RAISER = "示例不具名企业"
OFFICE_ONLY = ("示例事由", "收据 某人.pdf", RAISER)


@pytest.fixture
def year(office: Actor) -> City:
    """One of every noun, with steps by those who may take them. A raiser whom nobody is to know took some of them."""
    city = build(office)
    raiser = entered(office, lambda w: w.add(Organisation(number="X7", name=RAISER, kind="enterprise")))
    handler = city.acting(city.outsider)
    case = cast.case(city, raiser_id=raiser, subject="示例事由")
    root = entered(city.acting(raiser), lambda w: cases.receive(w, case, {"words": "示例诉求"}))
    enter(office, lambda w: cases.take_step(w, root, "routed", on=DAY, to=city.outsider, number="T1"))
    enter(handler, lambda w: cases.take_step(w, root, "answered", on=DAY, what="solved"))
    enter(city.acting(raiser), lambda w: cases.take_step(w, root, "word", on=DAY, what="not-satisfied"))
    file = keep.Evidence(number="G1", about=root, name="收据 某人.pdf", access="public")
    evidence.about(file, store.put(b"%PDF-1.7\n"))
    held = cast.appointed(city)

    def write(writer: Any) -> None:
        project = projects.open_lead(writer, cast.project(city))
        projects.take_step(writer, project, "signed", on=DAY, amount=Decimal(1000))
        projects.show(writer, cast.signing(city, project_id=project))
        sites.take_step(writer, sites.plan(writer, cast.site(city)), "opened", on=DAY)
        activities.take_step(writer, activities.report(writer, cast.activity(city)), "confirmed", on=DAY)
        one = accreditations.apply(writer, cast.accreditation(city))
        accreditations.take_step(writer, one, "assessed", on=DAY, what="papers", amount=Decimal(95))
        assignments.take_step(
            writer, assignments.assign(writer, cast.assignment(city, held)), "renewed", on=DAY, until=date(2022, 12, 31)
        )
        honours.record(writer, cast.honour(city))
        needs.state(writer, cast.need(city))
        offers.hold_out(writer, cast.offer(city))
        evidence.attach(writer, file)
        look = keep.FollowUp(number="F1", plan="answers", target=root, target_kind="case", planned_on=DAY)
        follow_ups.take_step(writer, follow_ups.plan(writer, look), "asked", on=DAY, to=city.village)

    enter(office, write)
    return city


def pages(lang: str) -> dict[int, str]:
    reader = Client(HTTP_HOST="localhost")
    found = {}
    for idx in Entry.objects.order_by("idx").values_list("idx", flat=True):
        response = reader.get(f"/records/{idx}/?lang={lang}")
        assert response.status_code == 200, idx
        found[idx] = unescape(response.content.decode())
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_noun_and_step_has_a_page(year: City, lang: str) -> None:
    found = pages(lang)
    seen = set(Entry.objects.values_list("kind", flat=True))
    assert len(seen) > 25 and len(found) == Entry.objects.count()
    words = {idx: re.sub(r"<[^>]+>", " ", html) for idx, html in found.items()}
    for idx, kind in Entry.objects.values_list("idx", "kind"):
        assert say(f"pages-kind-{kind}", lang) in words[idx]


def test_what_is_for_the_office_alone_is_on_no_page_and_a_raiser_is_told_by_the_part_it_plays(year: City) -> None:
    of_raiser = Organisation.objects.get(number="X7").idx
    for idx, html in pages("zh-Hans").items():
        for secret in OFFICE_ONLY:
            assert idx == of_raiser or secret not in html, (idx, secret)
    case = pages("zh-Hans")[keep.Case.objects.get().idx]
    assert "提出人" in case and "提出人评价：不满意" in case and "承办单位" in case


def test_evidence_is_taken_along_from_its_page_and_from_what_it_backs(year: City) -> None:
    idx, case = keep.Evidence.objects.get().idx, keep.Case.objects.get().idx
    found = pages("en")
    assert f"/records/{idx}/file" in found[idx] and f"/records/{idx}/file" in found[case]
    assert f'href="/records/{case}/"' in found[idx], "it leads to what it backs"


def test_codes_are_said_as_the_book_says_them(year: City) -> None:
    idx = keep.Case.objects.get().idx
    assert "<dd>financing</dd>" in pages("zh-Hans")[idx]
    adopt_book(year.office, shipped("city"))
    assert "<dd>融资</dd>" in pages("zh-Hans")[idx]
    assert "<dt>来源</dt>" in pages("zh-Hans")[idx]


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_of_what_is_registered_matched_and_kept_has_words(lang: str) -> None:
    for kind, model in kinds().items():
        if model._meta.app_label in ("register", "match", "keep"):
            assert say(f"pages-kind-{kind}", lang)
            for name in (*model.DISCLOSURE, *model.SEALED):
                assert say(f"pages-field-{name.replace('_', '-')}", lang)
    for name, model, values in (
        ("urgency", "", keep.URGENCIES),
        ("origin", "", keep.ORIGINS),
        ("access", "", keep.EVIDENCE_ACCESS),
        ("kind", "case", keep.CASE_KINDS),
        ("what", "case-step", (*keep.OUTCOMES, *keep.RAISER_WORDS)),
        ("what", "follow-up-step", keep.FOLLOW_UP_RESULTS),
        ("kind", "project", keep.PROJECT_KINDS),
        ("kind", "activity", keep.ACTIVITY_KINDS),
        ("kind", "site", keep.SITE_KINDS),
        ("kind", "honour", keep.HONOUR_KINDS),
    ):
        for value in values:
            assert say(f"pages-value-{model}{'-' if model else ''}{name}-{value}", lang)
