"""The example played into a ledger: what the figures come to is what the rows come to."""

from __future__ import annotations

import json

import pytest
from django.conf import settings
from tests.prove.own_review import worth

from concentric.access.founding import found
from concentric.core.terms.periods import read_period
from concentric.core.terms.words import LANGS, say
from concentric.exchange.editions.word import write_edition
from concentric.exchange.models import TrayRow
from concentric.exchange.synth import demo
from concentric.exchange.synth.story import plan
from concentric.exchange.texts.reading import read_text
from concentric.keep.models import Commitment
from concentric.ledger.models import Head
from concentric.match import runs
from concentric.match.models import Run
from concentric.prove.book import current_book
from concentric.prove.claims import edition_checker
from concentric.prove.comparing import compare, difference, edition_before
from concentric.prove.editions import editions, frozen_numbers, later_corrections
from concentric.prove.figures import figures
from concentric.prove.manuscript import Reference


def told(*codes):
    """Each figure's value now."""
    book, _ = current_book()
    return [int(figure.value) for figure in figures(book, period=book.when(), codes=codes)]


def year_by_year(edition, printed):
    """The year before can be compared with: its own book counts alike, but on a roster of its own."""
    book, _ = current_book()
    before = edition_before(read_period(edition.period), edition.place, "public", edition.lang)
    codes = ("money-pledged", "projects-signed", "problems-moved", "clinics-upgraded")
    compared = {one.ref.figure: one for one in compare([printed[code] for code in codes], book, before)}
    assert int(compared["money-pledged"].then.value) == 3_260_000
    assert int(compared["projects-signed"].then.value) == 68
    assert compared["problems-moved"].change > 100
    assert compared["clinics-upgraded"].why == "compare-absent"
    assert difference(before.book, book, "villages-share") == "compare-roster"
    said = [one.shown for one in frozen_numbers(edition) if one.ref.what == "change"]
    assert "up 227.6% on the year before" in said


def checks_clean(folder):
    """The editions in Word, appendix and all, held against the figures that they were frozen from."""
    for edition in editions("public")[:2]:
        checker = edition_checker(edition)
        known = [figure for figure in checker.figures if figure.id in worth()]
        assert len(known) == len(worth()) and checker.values(known) == worth()
        write_edition(edition, folder / f"{edition.number}.docx")
        report = checker.check(read_text(folder / f"{edition.number}.docx").text)
        assert {claim.verdict for claim in report.claims} == {"supported", "vague"}
        assert report.findings == [] and not any(claim.too_strong for claim in report.claims)
        assert sum(claim.verdict == "supported" for claim in report.claims) > 500


PRINTED = {
    "supporters-paired": 120,
    "villages-paired": 126,
    "villages-listed": 139,
    "money-pledged": 10_680_000,
    "money-received": 6_548_000,
    "projects-signed": 122,
    "signing-events": 148,
    "projects-signed-twice": 17,
    "problems-moved": 87,
    "problems-received": 204,
    "problems-declined": 10,
    "problems-withdrawn": 10,
    "consultations-received": 236,
    "commissioner-coverage": 100,
    "enterprises-visited": 74,
    "judges-visit-settings": 3,
    "settings-reached": 10,
    "culture-sites": 110,
    "clinics-upgraded": 110,
    "clinics-equipped": 104,
    "research-bases": 1,
    "education-bases": 4,
    "base-trainings": 12,
    "research-topics": 1,
    "namings-in-force": 1,
    "honours-poverty": 3,
    "honours-opinions": 1,
    "honours-office": 1,
    "finance-meetings-held": 0,
    "new-industrial-enterprises": 102,
    "new-market-entities": 52_000,
}
LADDER = ("pledged", "reported", "confirmed", "verified")
RUNGS = {
    "villages-paired": [130, 130, 126, 84],
    "money-received": [10_680_000, 8_126_000, 6_548_000, 3_012_000],
    "culture-sites": [110, 110, 97, 58],
    "clinics-upgraded": [118, 118, 110, 66],
    "projects-arrived": [19_860_000_000, 5_240_000_000, 4_460_000_000, 1_580_000_000],
    # What the draw found is in them, whichever cases it hit.
    "problems-moved": [87, 87, 48, 14],
    "problems-solved": [61, 61, 48, 14],
    "problems-under-way": [26, 26, 0, 0],
    "problems-relapsed": [5, 5, 0, 0],
    "problems-received": [204, 174, 75, 19],
}


def test_the_year_comes_to_the_published_figures_and_later_corrections_stand_beside_them(ledger_db, tmp_path):
    lines = list(demo.live(settings.HOME, "en", 2021))
    assert demo.standing(settings.HOME) == "done"
    assert all(say(line.key, lang, **line.words) for line in lines for lang in LANGS)

    edition = editions("public")[0]
    assert [(one.lang, one.number, one.published_on.isoformat()) for one in editions("public")] == [
        ("en", "city.en.public.1", "2022-01-28"),
        ("zh-Hans", "city.zh-Hans.public.1", "2022-01-28"),
        ("en", "city-2020.en.public.1", "2021-01-29"),
        ("zh-Hans", "city-2020.zh-Hans.public.1", "2021-01-29"),
    ]
    printed = {one.ref.figure: one for one in frozen_numbers(edition) if one.ref == Reference(one.ref.figure)}
    assert {code: int(printed[code].value) for code in PRINTED} == PRINTED
    assert {code: [int(printed[code].rungs[rung]) for rung in LADDER] for code in RUNGS} == RUNGS
    year_by_year(edition, printed)

    checks_clean(tmp_path)
    now = told("supporters-paired", "villages-paired", "villages-listed", "money-pledged", "money-received")
    assert now == [120, 125, 138, 10_620_000, 6_683_000]

    corrections = later_corrections(edition)
    corrected = {ref.figure for ref, one in corrections.items() if one.value_changed}
    assert {"villages-paired", "villages-listed", "money-pledged", "money-received"} <= corrected
    assert "jobs-filled" not in corrected
    reasons = {change.reason for one in corrections.values() for change in one.changes}
    assert any("同一笔" in reason for reason in reasons)
    assert any("两村合并" in reason for reason in reasons)

    assert TrayRow.objects.count() == 0
    assert not Commitment.objects.in_force().filter(number__startswith="G-9").exists()
    states = set(Head.objects.filter(kind="commitment").values_list("state", flat=True))
    assert {"pledged", "delivered", "confirmed", "verified", "disputed", "lapsed", "written-off"} <= states

    anew = {run.kind: run for run in Run.objects.all()}
    assert {kind: (run.covered, run.wanting, run.gap) for kind, run in anew.items()} == {
        "pairing": (138, 138, 0),
        "commissioner": (86, 86, 0),
    }
    assert runs.check(anew["pairing"]).says == "optimal"
    turn = json.loads(anew["pairing"].result)["turn"]
    assert turn["kept"] > 0.8 * turn["stood"] and turn["arrived"] > 0, "most good pairs go on, and newcomers are met"
    assert {why for _, _, why, _ in turn["parted"]} >= {"better", "full"}

    lines = [say(line.key, "en", **line.words) for line in demo.compared("en")]
    assert len(lines) == len(demo.COMPARED)
    assert any("126 villages when frozen, 125 villages now" in line for line in lines)
    with pytest.raises(demo.DatabaseElsewhere):
        demo.clear(settings.HOME)  # the test's database is not in the home folder


def test_an_example_left_half_done_is_not_continued(office):
    assert demo.standing(settings.HOME) == "half"
    with pytest.raises(demo.HalfDone):
        list(demo.live(settings.HOME, "en", 2021))


def test_a_real_ledger_is_never_touched(ledger_db):
    found(origin="real.example/x", title={"zh-Hans": "真"}, office_name="办", time_zone="Asia/Shanghai")
    for act in (demo.standing, demo.clear):
        with pytest.raises(demo.NotTheExample):
            act(settings.HOME)


def test_every_scene_has_words():
    for scene in plan(2021):
        assert say(scene.note, "en") and say(scene.note, "zh-Hans")
