"""The example played into a ledger: what the figures come to is what the rows come to."""

from __future__ import annotations

import pytest
from django.conf import settings

from concentric.access.founding import found
from concentric.core.terms.periods import read_period
from concentric.core.terms.words import LANGS, say
from concentric.exchange.models import TrayRow
from concentric.exchange.synth import demo
from concentric.exchange.synth.story import plan
from concentric.keep.models import Commitment
from concentric.ledger.models import Head
from concentric.prove.book import current_book
from concentric.prove.comparing import compare, edition_before
from concentric.prove.editions import editions, later_corrections
from concentric.prove.figures import figures
from concentric.prove.freezing import freeze_numbers
from concentric.prove.manuscript import Reference


def told(position=None, **codes):
    """Each figure's value, or its value at a rung where one is asked for."""
    book, _ = current_book()
    found = figures(book, period=book.when(), position=position, codes=[code.replace("_", "-") for code in codes])
    return {
        figure.code: int(figure.rungs[rung] if rung else figure.value)
        for figure, rung in zip(found, codes.values(), strict=True)
    }


def problems(position):
    """Problems at each rung: what the draw found is in them, whichever cases it hit."""
    book, _ = current_book()
    codes = ["problems-moved", "problems-solved", "problems-under-way", "problems-relapsed", "problems-received"]
    found = figures(book, period=book.when(), position=position, codes=codes)
    return {figure.code: [int(value) for value in figure.rungs.values()] for figure in found}


def year_by_year(edition):
    """The year before can be compared with: its own book counts alike, but on a roster of its own."""
    book, _ = current_book()
    before = edition_before(read_period(edition.period), edition.place, "public", "en")
    codes = ("money-pledged", "projects-signed", "problems-moved", "villages-share", "clinics-upgraded")
    refs = tuple(Reference(code) for code in codes)
    numbers = freeze_numbers(
        book, refs, "en", period=book.when(), place=edition.place, position=edition.position, public=True
    )
    compared = {one.ref.figure: one for one in compare(numbers, book, before)}
    assert int(compared["money-pledged"].then.value) == 3_260_000
    assert int(compared["projects-signed"].then.value) == 68
    assert compared["problems-moved"].change > 100
    assert compared["villages-share"].why == "compare-roster"
    assert compared["clinics-upgraded"].why == "compare-absent"


def test_the_year_comes_to_the_published_figures_and_later_corrections_stand_beside_them(ledger_db):
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
    then = told(
        edition.position,
        supporters_paired="",
        villages_paired="",
        villages_listed="",
        money_pledged="",
        money_received="",
        clinics_upgraded="",
        clinics_equipped="",
        finance_meetings_held="",
        new_industrial_enterprises="",
        new_market_entities="",
    )
    assert list(then.values()) == [120, 126, 139, 10_680_000, 6_548_000, 110, 104, 0, 102, 52_000]
    ladder = [
        told(edition.position, villages_paired=rung, money_received=rung, culture_sites=rung)
        for rung in ("reported", "confirmed", "verified")
    ]
    assert [list(rung.values()) for rung in ladder] == [
        [130, 8_126_000, 110],
        [126, 6_548_000, 97],
        [84, 3_012_000, 58],
    ]
    assert problems(edition.position) == {
        "problems-moved": [87, 87, 48, 14],
        "problems-solved": [61, 61, 48, 14],
        "problems-under-way": [26, 26, 0, 0],
        "problems-relapsed": [5, 5, 0, 0],
        "problems-received": [204, 174, 75, 19],
    }
    year_by_year(edition)

    now = told(supporters_paired="", villages_paired="", villages_listed="", money_pledged="", money_received="")
    assert list(now.values()) == [120, 125, 138, 10_620_000, 6_683_000]

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
