"""A ledger that was written through `append` alone has no findings, and still begins as its checkpoints say."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from django.db import connection

from concentric.core import notes
from concentric.ledger import checkpoints
from concentric.ledger.actor import Actor
from concentric.ledger.checkpoints import KeyBroken, TreeDoesNotHold, key_at, sign
from concentric.ledger.models import Commit, Entry, Head, InForce
from concentric.ledger.verify import verify
from concentric.register.models import Place

from . import formula
from .cast import build, enter, findings, history

ORIGIN = "tests.example/concentric"


def place(code: str):  # type: ignore[no-untyped-def]
    return lambda w: w.add(Place(code=code, name="甲", level="county"))


def signed(home: Path) -> tuple[notes.Checkpoint, notes.SigningKey]:
    key = key_at(home / "keys" / "checkpoint.key", ORIGIN)
    return notes.read_checkpoint(sign(key), key.verifier), key


def unguard(table: str) -> None:
    with connection.cursor() as cursor:
        for name in ("update", "delete"):
            where = "" if connection.vendor == "sqlite" else f" ON {table}"
            cursor.execute(f"DROP TRIGGER {table}_no_{name}{where}")


@pytest.mark.parametrize("seed", range(8))
def test_any_history_of_all_nouns_verifies(office: Actor, seed: int) -> None:
    city = build(office)
    assert history(city, Random(seed), 120) > 30
    report = verify()
    assert report.findings == [] and report.size == Entry.objects.count() > 60
    assert Head.objects.exclude(n=0).exists() and InForce.objects.count() > 30


def test_an_empty_ledger_verifies(ledger_db: str) -> None:
    report = verify()
    assert (report.size, report.findings, report.root) == (0, [], formula.root([]))


def test_progress_ends_at_the_number_of_entries(office: Actor) -> None:
    build(office)
    seen: list[tuple[int, int]] = []
    size = verify(progress=lambda done, total: seen.append((done, total))).size
    assert seen[-1] == (size, size) and [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_longer_ledger_still_begins_with_what_a_checkpoint_signed(office: Actor, tmp_path: Path) -> None:
    checkpoint, _ = signed(tmp_path)
    for at in range(5):
        enter(office, place(f"{at}"))
        assert findings(against=checkpoint) == []
    assert checkpoint.size == 2 and checkpoint.root == formula.root(
        [bytes(entry.leaf) for entry in Entry.objects.order_by("idx")[:2]]
    )


def test_a_history_rewritten_as_a_whole_is_found_by_the_checkpoint_alone(
    office: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(office, place("1"))
    checkpoint, key = signed(tmp_path)
    (tmp_path / "last").write_text(sign(key), encoding="utf-8")
    # Somebody who may do everything in the database writes the same thing once more, a little differently.
    for model in (Entry, Commit, Place):
        unguard(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_entry WHERE idx = 2")
        cursor.execute("DELETE FROM ledger_commit WHERE size = 3")
        cursor.execute("DELETE FROM ledger_inforce WHERE kind = 'place'")
        cursor.execute("DELETE FROM register_place")
    enter(office, place("another"))
    enter(office, place("2"))
    assert findings() == [], "from within nothing can be seen"
    assert findings(against=checkpoint) == ["verify-not-the-checkpoint"]
    with pytest.raises(TreeDoesNotHold):
        sign(key, last=tmp_path / "last")


def test_a_log_that_was_cut_short_is_found_by_the_checkpoint_alone(office: Actor, tmp_path: Path) -> None:
    enter(office, place("1"))
    checkpoint, _ = signed(tmp_path)
    for model in (Entry, Commit, Place):
        unguard(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_entry WHERE idx = 2")
        cursor.execute("DELETE FROM ledger_commit WHERE size = 3")
        cursor.execute("DELETE FROM ledger_inforce WHERE kind = 'place'")
        cursor.execute("DELETE FROM register_place")
    assert findings() == [] and findings(against=checkpoint) == ["verify-shorter-than-checkpoint"]


def test_a_checkpoint_of_another_ledger_is_called_one(office: Actor) -> None:
    report = verify()
    other = notes.Checkpoint("elsewhere.example/concentric", report.size, report.root)
    assert findings(against=other) == ["verify-other-ledger"]
    inside = notes.Checkpoint(ORIGIN, 1, formula.root([bytes(Entry.objects.get(idx=0).leaf)]))
    assert findings(against=inside) == [], "also one that was signed between two commits' ends"
    empty = notes.Checkpoint(ORIGIN, 0, formula.root([]))
    assert findings(against=empty) == []


def test_a_signing_key_is_for_its_owner_only_and_made_once(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "checkpoint.key"
    key = key_at(path, ORIGIN)
    assert path.stat().st_mode & 0o777 == 0o600 and path.parent.stat().st_mode & 0o777 == 0o700
    assert key_at(path, "another name").to_text() == key.to_text()
    assert path.with_suffix(".public").read_text().strip() == key.verifier
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []
    path.with_suffix(".public").unlink()
    key_at(path, ORIGIN)
    assert path.with_suffix(".public").read_text().strip() == key.verifier


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"PRIVATE+KEY+x+00000000+AAAA"])
def test_a_broken_signing_key_is_never_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "checkpoint.key"
    path.write_bytes(content)
    with pytest.raises(KeyBroken) as refused:
        key_at(path, ORIGIN)
    assert str(path) in refused.value.says("en") and refused.value.remedy("zh-Hant")
    assert path.read_bytes() == content


def test_a_ledger_that_does_not_verify_is_not_signed(office: Actor, tmp_path: Path) -> None:
    key = key_at(tmp_path / "checkpoint.key", ORIGIN)
    unguard("ledger_entry")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_entry SET leaf = %s WHERE idx = 0", [b"\0" * 32])
    with pytest.raises(TreeDoesNotHold) as refused:
        sign(key)
    assert refused.value.report.findings and refused.value.says("zh-Hans")


def test_a_checkpoint_is_a_text_that_others_can_read(office: Actor, tmp_path: Path) -> None:
    key = key_at(tmp_path / "checkpoint.key", ORIGIN)
    text = sign(key)
    path = tmp_path / "c"
    path.write_text(text, encoding="utf-8")
    assert text.splitlines()[:2] == [ORIGIN, "2"]
    assert checkpoints.read(path, key.verifier).root == verify().root
    for broken, error in (
        (text.replace("\n2\n", "\n3\n"), notes.SignatureWrong),
        ("garbage", notes.NoteUnreadable),
        ("\x00\udc80", notes.NoteUnreadable),
    ):
        path.write_text(broken, encoding="utf-8", errors="surrogateescape")
        with pytest.raises(error):
            checkpoints.read(path, key.verifier)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(notes.SignerUnknown):
        checkpoints.read(path, notes.generate_key(ORIGIN).verifier)
    with pytest.raises(notes.KeyUnreadable):
        checkpoints.read(path, "no key")


def test_a_report_for_programs_names_indexes(office: Actor) -> None:
    unguard("ledger_entry")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_entry SET kind = 'void' WHERE idx = 1")
    report = verify().as_json("en")
    assert json.loads(json.dumps(report)) == report
    assert [(each["key"], each["idx"]) for each in report["findings"]] == [("verify-header-differs", 1)]  # type: ignore[attr-defined]
