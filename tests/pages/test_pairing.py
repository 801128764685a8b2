"""Pairing through the browser: asked for, watched, read, changed by hand, approved; readers away from the desk look."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from tests.exchange.test_opening import agreed
from tests.match.town import BOOK, DAY, Town, book, build

from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.match import runs
from concentric.match.models import Pairing, Run
from concentric.pages import pairing_work
from concentric.prove.book import adopt_book

HERE = {"host": "127.0.0.1"}
TAGS = re.compile(r"<[^>]+>")


@pytest.fixture
def town(office: Actor) -> Town:
    """The town, whose book is adopted."""
    found = build(office)
    adopt_book(office, BOOK)
    return found


@pytest.fixture
def desk(town: Town) -> Iterator[Client]:
    """The office's browser."""
    yield Client(headers={"accept-language": "zh-CN"} | HERE)


def kept(town: Town) -> Run:
    return runs.keep(town.office, runs.find(runs.ask(book(), town.office, "villages", DAY)))


def words(html: bytes) -> str:
    return " ".join(TAGS.sub(" ", html.decode()).split())


def test_a_run_is_asked_for_watched_and_found_in_the_list(desk: Client) -> None:
    page = desk.get("/pairing/").content.decode()
    assert "企村结对" in page and 'name="continuity" value="50"' in page
    begun = desk.post("/pairing/begin", {"programme": "villages", "on": "2021-03-01", "continuity": "70"})
    assert begun.status_code == 302
    for _ in range(600):
        now = desk.get(begun["Location"])
        if now.status_code == 302:
            break
        assert now["Refresh"] == "2"
        time.sleep(0.1)
    assert now["Location"] == "/pairing/villages-2021-1/"
    assert Run.objects.get().number in desk.get("/pairing/").content.decode()
    assert runs.asked_of(Run.objects.get()).spec.continuity == 70


def test_what_cannot_be_paired_is_told_with_a_remedy(desk: Client) -> None:
    begun = desk.post("/pairing/begin", {"programme": "villages", "on": "2020-03-01"})
    for _ in range(600):
        now = desk.get(begun["Location"])
        if "Refresh" not in now:
            break
        time.sleep(0.1)
    assert "还不能配对" in words(now.content) and not Run.objects.exists()
    assert "手册里没有" in words(desk.post("/pairing/begin", {"programme": "roads"}).content)
    assert desk.get("/pairing/work/nonsense/").status_code == 404
    assert not list(Path(settings.HOME).glob("pairing/*.part")) and pairing_work.folder().exists()


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_a_run_shows_pairs_map_spread_and_what_parts(town: Town, desk: Client, lang: str) -> None:
    town.paired("P1", "S2", "V1", "agreed")
    run = kept(town)
    html = desk.get(f"/pairing/{run.number}/?lang={lang}").content.decode()
    assert html.count('class="tie') == 4 and html.count('class="mine"') == 24
    assert 'class="cell' in html and "S1单位" in html and "450222县" in html
    assert f"/pairing/{run.number}/S1/V1/" in html
    assert desk.get(f"/pairing/{run.number}/certificate").content == run.certificate.encode()
    assert "pairing-" not in TAGS.sub("", html)


def test_each_pair_says_why_and_what_another_choice_would_cost(town: Town, desk: Client) -> None:
    run = kept(town)
    html = desk.get(f"/pairing/{run.number}/S1/V1/").content.decode()
    text = words(html.encode())
    assert "需求与资源相合：产业 300" in text and "同县 80" in text
    assert "改为这两家结对" in text and "整体要少" in text and "V1单位 还可以配谁" in text
    away = Client(headers=HERE | {"host": "localhost"}, REMOTE_ADDR="10.0.0.9")
    assert "整体至少要少" in words(away.get(f"/pairing/{run.number}/S1/V1/").content)
    assert desk.get(f"/pairing/{run.number}/S2/V1/").status_code == 404


def test_a_pair_set_by_hand_is_tried_out_and_kept_as_a_new_run(town: Town, desk: Client) -> None:
    run = kept(town)
    html = desk.get(f"/pairing/{run.number}/?pin=S2:V1&forbid=S1:V2").content.decode()
    text = words(html.encode())
    assert "必须结对： V1单位 — S2单位" in text and "整体要少" in text and "V1单位 — S1单位" in text
    fields = re.findall(r'name="(\w+)" value="([^"]*)"', html[html.index("/pairing/begin") :])
    assert ("pin", "S2:V1") in fields and ("forbid", "S1:V2") in fields
    asked: dict[str, list[str]] = {}
    for name, value in fields:
        asked.setdefault(name, []).append(value)
    begun = desk.post("/pairing/begin", asked)
    while desk.get(begun["Location"]).status_code != 302:
        time.sleep(0.1)
    new = runs.run_of("villages-2021-2", town.office.office)
    assert runs.asked_of(new).pinned == (("S2", "V1"),) and runs.check(new).says == "optimal"
    none = desk.get(f"/pairing/{run.number}/?pin=S2")
    assert none.status_code == 400 and "“S2”不是一对" in words(none.content)
    wrong = desk.get(f"/pairing/{run.number}/?pin=S2:V99")
    assert (wrong.status_code == 400 and "不在名单" in words(wrong.content)) or "名单" in words(wrong.content)


def test_approving_proposes_and_checking_proves(town: Town, desk: Client) -> None:
    run = kept(town)
    assert "最优" in words(desk.get(f"/pairing/{run.number}/check").content)
    assert "入账 4 条" in words(desk.post(f"/pairing/{run.number}/approve").content)
    assert Pairing.objects.count() == 4
    assert desk.post(f"/pairing/{run.number}/approve").status_code == 400
    assert "已由本次结果提出 4 对" in words(desk.get(f"/pairing/{run.number}/").content)


def test_away_from_the_desk_nothing_is_asked_for_or_approved(town: Town) -> None:
    run = kept(town)
    away = Client(headers={"accept-language": "zh-CN", "host": "localhost"}, REMOTE_ADDR="10.0.0.9")
    for address in (f"/pairing/{run.number}/approve", "/pairing/begin"):
        assert away.post(address).status_code == 403
    for address in (f"/pairing/{run.number}/?pin=S2:V1", f"/pairing/{run.number}/check"):
        assert away.get(address).status_code == 403
    html = away.get(f"/pairing/{run.number}/").content.decode()
    assert 'method="post"' not in html and "pairing/begin" not in html and 'name="how"' not in html
    assert away.get("/pairing/nothing/").status_code == 404


def sent(town: Town) -> Run:
    town.sent("A1", "AP1", "V3")
    return runs.keep(town.office, runs.find(runs.ask(book(), town.office, "commissioners", DAY)))


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_commissioners_say_why_and_are_moved_by_hand(town: Town, desk: Client, lang: str) -> None:
    run = sent(town)
    html = desk.get(f"/pairing/{run.number}/?lang={lang}").content.decode()
    assert f"/pairing/{run.number}/PO1/V3/" in html and 'name="how"' in html and "PO2" in html
    why = desk.get(f"/pairing/{run.number}/PO1/V3/?lang={lang}")
    assert why.status_code == 200 and "?pin=PO2%3AV3" in why.content.decode()
    moved = desk.get(f"/pairing/{run.number}/?with=PO2&to=V3&lang={lang}")
    assert moved.status_code == 200 and 'name="pin" value="PO2:V3"' in moved.content.decode()
    assert "pairing-" not in TAGS.sub("", html + why.content.decode() + moved.content.decode())


def test_a_pair_typed_by_name_or_number_is_tried_and_nonsense_told(town: Town, desk: Client) -> None:
    run = kept(town)
    text = words(desk.get(f"/pairing/{run.number}/?with=S2单位&to=V1 V1单位&how=pin").content)
    assert "必须结对： V1单位 — S2单位" in text and "重新计算用了" in text
    wrong = desk.get(f"/pairing/{run.number}/?with=S9&to=V1")
    assert wrong.status_code == 400 and "没有“S9”" in words(wrong.content)
    both = desk.get(f"/pairing/{run.number}/?pin=S2:V1&forbid=S2:V1")
    assert both.status_code == 400 and "规则冲突" in words(both.content)


def test_the_table_is_searched_sorted_and_paged(town: Town, desk: Client) -> None:
    run = kept(town)
    found = desk.get(f"/pairing/{run.number}/?q=v1").content.decode()
    assert found.count('<th scope="row">V') == 1 and "/S1/V1/" in found
    down = desk.get(f"/pairing/{run.number}/?order=-recipient").content.decode()
    assert down.index("/V4/") < down.index("/V1/")
    assert desk.get(f"/pairing/{run.number}/?order=nonsense&page=99&size=7").status_code == 200


def test_what_changes_is_told_with_figures(town: Town, desk: Client) -> None:
    for n, (supporter, village) in enumerate((("S2", "V1"), ("S2", "V3"), ("B1", "V4")), 1):
        town.paired(f"P{n}", supporter, village, "agreed")
    text = words(desk.get(f"/pairing/{kept(town).number}/").content)
    assert "现有 3" in text.replace("3 现有", "现有 3") and "帮扶方已不再提供资源" in text and "延续" in text


def test_a_commitment_is_opened_from_the_page_of_an_agreed_pairing(town: Town, desk: Client) -> None:
    pairing = agreed(town)
    page = desk.get(f"/records/{pairing.idx}/").content.decode()
    assert "/pairings/P-S1-V1/commitment" in page and "立一项承诺" in page
    form = desk.get("/pairings/P-S1-V1/commitment").content.decode()
    fields = dict(re.findall(r'<input type="\w+" name="(\w+)" value="([^"]*)"', form))
    assert fields["number"] == "P-S1-V1-C1"
    assert form.count('<option value="" selected>') == 2, "what the book doesn't say is chosen by nobody: kind, nature"
    chosen = {"kind": "investment", "nature": "business", "firmness": "signed"}
    empty = desk.post("/pairings/P-S1-V1/commitment", fields | chosen)
    assert (
        empty.status_code == 400 and "金额" in words(empty.content) and 'value="P-S1-V1-C1"' in empty.content.decode()
    )
    done = desk.post("/pairings/P-S1-V1/commitment", fields | chosen | {"amount": "5.2万"})
    made = Commitment.objects.get()
    assert done.status_code == 302 and done["Location"] == f"/records/{made.idx}/"
    assert f'href="/records/{pairing.idx}/"' in desk.get(done["Location"]).content.decode(), "it leads to its pairing"
    assert "P-S1-V1-C1" in words(desk.get(f"/records/{pairing.idx}/").content)
    again = desk.post("/pairings/P-S1-V1/commitment", fields | chosen | {"amount": "52000", "number": "X1"})
    assert again.status_code == 400 and "已有同样的承诺" in words(again.content)


def test_nothing_is_opened_under_a_pairing_that_one_side_has_not_agreed_to(town: Town, desk: Client) -> None:
    town.paired("P1", "S2", "V3", "agreed")
    page = desk.get("/pairings/P1/commitment")
    assert "双方都同意" in words(page.content) and "<form" not in page.content.decode().split("<main")[1]
    posted = {"number": "C", "kind": "money", "nature": "welfare", "firmness": "signed", "amount": "1"}
    refused = desk.post("/pairings/P1/commitment", posted | {"committed_on": "2021-03-01"})
    assert refused.status_code == 400 and not Commitment.objects.exists()
    assert desk.get("/pairings/none/commitment").status_code == 404
    away = Client(headers=HERE | {"host": "localhost"}, REMOTE_ADDR="10.0.0.9")
    assert away.get("/pairings/P1/commitment").status_code == 403
