"""Records: what they are, what became of them, and what the public never sees."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from concentric.core.terms.words import LANGS, has_words
from concentric.keep.models import Commitment, CommitmentStep
from concentric.ledger.models import Entry, Void
from concentric.ledger.payload import SAID, columns, kinds
from concentric.match.models import Pairing, PairingStep
from concentric.pages.fields import ALWAYS
from concentric.pages.records import _holds
from concentric.pages.showing import grouped
from concentric.register.models import Organisation

from .world import OFFICE_NOTE, SECRET_NAME, SECRET_PHONE, World


def page(reader: Client, address: str) -> str:
    response = reader.get(address)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_nothing_that_is_not_public_is_on_any_page(world: World, reader: Client) -> None:
    number = world.edition.number
    addresses = [f"/records/{idx}/" for idx in Entry.objects.values_list("idx", flat=True)]
    codes = ["villages-paired", "money-received", "villages-listed", "villages-share", "clinics-equipped"]
    addresses += [f"/figures/{code}/{more}" for code in codes for more in ("", "records/?rung=pledged&size=200")]
    addresses += ["/", "/figures/", "/ledger/", f"/reviews/{number}/", f"/reviews/{number}/figures/villages-paired/"]
    found = [page(reader, address) for address in addresses]
    for code in codes:
        response = reader.get(f"/figures/{code}/records/?format=csv&rung=pledged")
        found.append(b"".join(response.streaming_content).decode())  # type: ignore[attr-defined]
    for secret in (SECRET_NAME, SECRET_PHONE, OFFICE_NOTE):
        assert not [html for html in found if secret in html], secret


def test_closed_fields_are_said_to_be_there(world: World, reader: Client) -> None:
    html = words(page(reader, f"/records/{world.idx(world.supporter, Organisation)}/"))
    assert "联系人 封存：账本里只有它的密封摘要" in html
    assert "联系电话 封存" in html
    note = words(page(reader, f"/records/{Pairing.objects.order_by('idx').first().idx}/"))
    assert "备注 办内所用，不公开" in note


def test_a_correction_shows_old_and_new_and_why(world: World, reader: Client) -> None:
    html = page(reader, f"/records/{world.idx(world.corrected, Commitment)}/")
    assert re.search(r'<b>金额</b>.*?<del class="was">5 万元</del>.*?<ins class="now">4 万元</ins>', html, re.S)
    assert "把五万写成了四万的反面" in html
    first = Commitment.objects.get(id=world.corrected)
    old = page(reader, f"/records/{first.idx}/")
    assert "这是旧版" in old and f"/records/{world.idx(world.corrected, Commitment)}/" in old


def test_a_voided_record_stays_readable_and_says_so(world: World, reader: Client) -> None:
    html = words(page(reader, f"/records/{world.idx(world.voided, Organisation)}/"))
    assert "误录单位" in html and "已作废" in html and "录错了" in html
    void = Void.objects.get(target=world.voided)
    told = page(reader, f"/records/{void.idx}/")
    assert "作废：误录单位" in told
    assert f'<a href="/records/{world.idx(world.voided, Organisation)}/">误录单位</a>' in told


def test_a_matter_tells_what_happened_newest_first(world: World, reader: Client) -> None:
    html = words(page(reader, f"/records/{world.idx(world.gift, Commitment)}/"))
    at = [html.index(step) for step in ("第 3 步：核实 3 万元", "第 2 步：确认收到 3 万元", "第 1 步：兑现 3 万元")]
    assert at == sorted(at)
    assert "（受方）" in html and "（第三方）" in html and "（本办）" in html
    assert "承诺 5 万元" in html and "核实 3 万元 到了一部分" in html


def test_a_step_leads_back_to_its_matter(world: World, reader: Client) -> None:
    for model in (CommitmentStep, PairingStep):
        step = model.objects.order_by("idx").first()
        assert f'href="/records/{step.matter.idx}/"' in page(reader, f"/records/{step.idx}/")


def test_how_late_a_step_was_entered_is_counted_on_the_offices_calendar(world: World, reader: Client) -> None:
    step = CommitmentStep.objects.filter(name="delivered").order_by("idx").first()
    assert "录入迟 8 天" in words(page(reader, f"/records/{step.idx}/"))


def test_a_record_that_was_changed_behind_the_ledgers_back_is_told(world: World) -> None:
    entry = Entry.objects.get(idx=5)
    assert _holds(entry)
    entry.payload = bytes(entry.payload).replace(b"2021", b"2022", 1)
    assert not _holds(entry)
    entry.payload = b"no json"
    assert not _holds(entry)


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_the_number_of_queries_does_not_grow_with_the_steps(
    world: World, reader: Client, lang: str, django_assert_max_num_queries: object
) -> None:
    idx = world.idx(world.gift, Commitment)
    with django_assert_max_num_queries(28):  # type: ignore[operator]
        reader.get(f"/records/{idx}/?lang={lang}")


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_of_record_and_every_field_is_called_something(lang: str) -> None:
    """What has no word would stand on its page as the program calls it."""
    for kind, model in kinds().items():
        assert has_words(f"pages-kind-{kind}", lang), kind
        names = {column.name for column in columns(model)} - SAID - set(ALWAYS)
        for name in sorted(names | set(model.SEALED)):
            stem = name.replace("_", "-")
            either = (f"pages-field-{kind}-{stem}", f"pages-field-{stem}")
            assert any(has_words(key, lang) for key in either), (kind, name)


def test_the_digits_of_a_hash_stand_in_groups(world: World, reader: Client) -> None:
    root = world.edition.ledger_root
    page = reader.get(f"/records/{world.edition.idx}/").content.decode()
    assert f'<span class="wrap">{grouped(root)}</span>' in page
