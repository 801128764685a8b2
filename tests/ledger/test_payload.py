"""What an entry holds and proves: held against a formula written a second time, in `formula.py`."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import rfc8785
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from concentric.ledger import payload as payloads
from concentric.ledger.actor import Actor
from concentric.ledger.erase import erase
from concentric.ledger.fields import from_units, plain, to_units
from concentric.ledger.models import Commit, Entry, SealedValue
from concentric.ledger.payload import NotCanonical, Sealed, decode, encode, field_digest, salts
from concentric.ledger.verify import verify
from concentric.register.models import Organisation, Place

from . import formula
from .cast import build, enter, findings, history

SALT = bytes(range(16))


def test_each_leaf_and_each_root_is_what_the_formula_makes(office: Actor) -> None:
    from random import Random

    history(build(office), Random(3), 40)
    leaves = []
    for entry in Entry.objects.order_by("idx"):
        stored = bytes(entry.payload)
        assert rfc8785.dumps(json.loads(stored)) == stored
        assert formula.leaf(stored, bytes(entry.salt)) == bytes(entry.leaf)
        leaves.append(bytes(entry.leaf))
    for commit in Commit.objects.all():
        assert formula.root(leaves[: commit.size]) == bytes(commit.root)
    assert len({bytes(entry.salt) for entry in Entry.objects.all()}) == len(leaves)


def test_a_payload_holds_text_and_leaves_out_what_is_empty(office: Actor) -> None:
    city = build(office)
    city.pledged("C1", amount=Decimal("52000.50"), what="", due=None)
    held = json.loads(bytes(Entry.objects.latest("idx").payload))
    assert held["fields"] == {
        "amount": "52000.5",
        "attested_by": str(office.organisation),
        "committed_on": "2021-03-01",
        "currency": "CNY",
        "firmness": "pledged",
        "kind": "money",
        "nature": "welfare",
        "number": "C1",
        "programme": str(city.programme),
        "recipient": str(city.village),
        "recorded_by": office.key,
        "supporter": str(city.enterprise),
    }
    assert set(held["header"]) == {
        "channel",
        "id",
        "kind",
        "office",
        "recorded_at",
        "root",
        "version",
    }
    assert held["header"]["recorded_at"].endswith("Z") and held["sealed"] == {}


def test_texts_that_only_look_the_same_have_different_leaves(office: Actor) -> None:
    """Not normalised: what was typed is what is proven."""
    leaves = set()
    for name in ("\u00e9", "e\u0301", "é ", "\ufb01", "fi"):
        payload, leaf = encode(_place(name), SALT, {})
        assert decode(payload, SALT)[1] == leaf == formula.leaf(payload, SALT)
        leaves.add(leaf)
    assert len(leaves) == 5


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.binary(min_size=16, max_size=16))
def test_the_quick_writer_writes_what_rfc_8785_asks_for(name: str, salt: bytes) -> None:
    sealed = {"contact_phone": Sealed(name, salt)}
    payload, leaf = encode(_place(name), salt, sealed)
    assert rfc8785.dumps(json.loads(payload)) == payload
    assert json.loads(payload)["fields"]["name"] == name
    assert formula.leaf(payload, salt) == leaf == decode(payload, salt)[1]
    assert json.loads(payload)["sealed"]["contact_phone"] == field_digest(salt, "contact_phone", name).hex()


def _place(name: str) -> Place:
    from datetime import UTC, datetime

    place = Place(code="1", name=name, level="county", latitude=Decimal("24.65"))
    place.id = place.root = UUID(int=7)
    place.recorded_at, place.recorded_by, place.channel = datetime(2021, 3, 1, tzinfo=UTC), "office", "command"
    return place


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        encode(_place("\ud800"), SALT, {})


@given(st.integers(min_value=-(10**17), max_value=10**17))
def test_an_amount_goes_to_the_database_and_to_text_and_back_exactly(units: int) -> None:
    amount = from_units(units)
    assert to_units(amount) == units and to_units(Decimal(plain(amount))) == units
    assert ("E" not in plain(amount) and not plain(amount).startswith("-0")) or units < 0
    assert plain(amount * Decimal("1.0000")) == plain(amount)


@pytest.mark.parametrize("wrong", ["0.00001", "NaN", "Infinity", "1E15", "-1E15"])
def test_an_amount_that_cannot_be_kept_exactly_is_no_amount(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        to_units(Decimal(wrong))


def test_one_field_can_be_shown_alone_and_still_proves(office: Actor) -> None:
    build(office)
    entry = Entry.objects.get(record=Organisation.objects.get(number="V1").id)
    parsed, salt = json.loads(bytes(entry.payload)), bytes(entry.salt)
    names = sorted(parsed["fields"])
    # What is published: the header, one field with its own salt, and the digests of all others.
    shown = "name"
    own = salts(salt, len(names))[names.index(shown)]
    hidden = {name: digest for name, digest in formula.digests(bytes(entry.payload), salt).items() if name != shown}
    # What a reader computes, who sees neither the record's salt nor another field.
    again = hidden | {shown: formula._digest(own, shown, parsed["fields"][shown])}
    assert formula.leaf_from(parsed["header"], again) == bytes(entry.leaf)
    forged = hidden | {shown: formula._digest(own, shown, "另一个村")}
    assert formula.leaf_from(parsed["header"], forged) != bytes(entry.leaf)
    assert len(set(salts(salt, 20))) == 20 and own not in salt


def test_a_sealed_value_is_committed_to_and_nowhere_in_the_log(office: Actor) -> None:
    build(office)
    held = SealedValue.objects.filter(field="contact_phone", value="0772-000V1").get()
    entry = Entry.objects.get(record=held.record)
    committed = json.loads(bytes(entry.payload))["sealed"]["contact_phone"]
    assert held.value is not None and held.salt is not None
    assert field_digest(bytes(held.salt), "contact_phone", held.value).hex() == committed
    everything = b"".join(bytes(e.payload) + bytes(e.salt) + bytes(e.leaf) for e in Entry.objects.all())
    assert held.value.encode() not in everything and bytes(held.salt) not in everything
    assert bytes(held.salt) not in salts(bytes(entry.salt), 40), "its salt must not follow from the record's"


def test_what_is_erased_is_gone_lawfully_and_cannot_be_guessed(office: Actor, ledger_db: str) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = OFF")  # some builds have it on by default
    build(office)
    held = SealedValue.objects.get(field="contact_phone", value="0772-000V1")
    phone, salt = str(held.value), bytes(held.salt or b"")
    entry = Entry.objects.get(record=held.record)
    assert erase(held.record, "contact_phone", because="本人要求")
    report = verify()
    assert report.findings == [] and report.erased == 1
    left = SealedValue.objects.get(id=held.id)
    assert (left.value, left.salt, left.erased_because) == (None, None, "本人要求") and left.erased_at is not None
    committed = json.loads(bytes(entry.payload))["sealed"]["contact_phone"]
    # Whoever tries all numbers with every salt that is left finds nothing; with the lost one it would be one try.
    assert field_digest(salt, "contact_phone", phone).hex() == committed
    known = [bytes(e.salt) for e in Entry.objects.all()] + [
        bytes(s.salt) for s in SealedValue.objects.exclude(salt=None)
    ]
    known += [piece for one in known for piece in salts(one, 12)]
    assert committed not in {field_digest(one, "contact_phone", phone).hex() for one in known}
    if connection.vendor == "sqlite":
        remains = b"".join(Path(ledger_db + suffix).read_bytes() for suffix in ("", "-wal"))
        assert phone.encode() not in remains and salt not in remains
        assert b"0772-000V2" in remains, "the others are still there"


def test_erasing_needs_a_reason_and_happens_once(office: Actor) -> None:
    build(office)
    held = SealedValue.objects.filter(field="contact_name").first()
    assert held is not None
    with pytest.raises(ValueError, match="reason"):
        erase(held.record, "contact_name", because=" ")
    assert erase(held.record, "contact_name", because="本人要求")
    assert not erase(held.record, "contact_name", because="再次")
    assert not erase(held.record, "nothing", because="没有")
    assert SealedValue.objects.get(id=held.id).erased_because == "本人要求" and findings() == []


def test_a_sealed_value_that_the_noun_does_not_seal_is_a_mistake(office: Actor) -> None:
    with pytest.raises(TypeError):
        enter(office, lambda w: w.add(Place(code="1", name="甲", level="county"), sealed={"contact_name": "某"}))
    with pytest.raises(TypeError):
        enter(office, lambda w: w.add(Organisation(number="1", name="甲", kind="village"), sealed={"age": "某"}))
    assert findings() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda p: p.replace(b'"fields":{', b'"fields": {'),
        lambda p: p.replace(b'"code":"1"', b'"code":"\\u0031"'),
        lambda p: p.replace(b'"code":"1"', b'"code":1'),
        lambda p: p.replace(b'"code":"1"', b'"code":1.0'),
        lambda p: p.replace(b'"code":"1"', b'"code":"1","code":"1"'),
        lambda p: p.replace(b'"sealed":{}', b'"sealed":{"a":"AB"}'),
        lambda p: p.replace(b'"sealed":{}', b'"sealed":[]'),
        lambda p: p.replace(b'"channel"', b'"channels"'),
        lambda p: p + b" ",
        lambda p: b"\xef\xbb\xbf" + p,
        lambda p: b"\xff" + p,
        lambda p: p[:-1],
        lambda p: b"[]",
        lambda p: b"[" * 100_000,
        lambda p: b"",
    ],
)
def test_bytes_that_are_not_canonical_are_no_payload(change: Any) -> None:
    payload, leaf = encode(_place("柳城县"), SALT, {})
    assert decode(payload, SALT)[1] == leaf
    try:
        _, other = decode(change(payload), SALT)
    except NotCanonical:
        return
    assert change(payload).count(b'"code":1,') and other != leaf  # canonical, but other content


def test_a_payload_of_an_older_version_is_read_for_ever(office: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later program renames a kind of place; what was entered before keeps its bytes, and still verifies."""
    enter(office, lambda w: w.add(Place(code="1", name="甲", level="county")))
    before = bytes(Entry.objects.latest("idx").payload)
    monkeypatch.setattr(Place, "VERSION", 2)
    assert set(findings()) == {"verify-unknown-version", "verify-in-force-stray"}

    def upcaster(fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"level": "city" if fields["level"] == "county" else fields["level"]}

    monkeypatch.setitem(payloads.UPCASTERS, ("place", 1), upcaster)
    # The rows of old records were converted by the migration that came with version 2.
    with connection.cursor() as cursor:
        table = "" if connection.vendor == "sqlite" else " ON register_place"
        cursor.execute(f"DROP TRIGGER register_place_no_update{table}")
        cursor.execute("UPDATE register_place SET level = 'city' WHERE level = 'county'")
    enter(office, lambda w: w.add(Place(code="2", name="乙", level="city", valid_from=date(2026, 1, 1))))
    assert findings() == []
    assert bytes(Entry.objects.get(idx=2).payload) == before
    monkeypatch.setattr(Place, "VERSION", 1)
    assert "verify-unknown-version" in findings(), "an older program says that it is too old"
