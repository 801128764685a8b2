"""Commands over the ledger say what they did, and end with 0 for good, 1 for findings, 2 for wrong use."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection
from tests.ledger.cast import build, enter, entered

from concentric.access.accounts import acting
from concentric.access.models import Account
from concentric.core import notes
from concentric.core.merkle import Frontier
from concentric.ledger import triggers
from concentric.ledger.actor import Actor
from concentric.ledger.models import Charter, Entry, SealedValue
from concentric.register.models import Organisation

FOUND = ["init", "--origin", "a.example/c", "--title", "示例市", "--office", "办公室"]
HAN = range(0x4E00, 0x9FFF)


def test_a_ledger_is_founded_once(ledger_db: str, run) -> None:  # type: ignore[no-untyped-def]
    code, _, err = run("verify", "--lang", "en")
    assert code == 2 and "concentric init" in err
    code, out, _ = run(*FOUND, "--lang", "en")
    assert code == 0 and "office" in out
    charter = Charter.objects.get()
    assert (charter.origin, charter.title, charter.example) == (
        "a.example/c",
        {"zh-Hans": "示例市", "en": "示例市"},
        False,
    )
    assert acting("office", "command").organisation == charter.office
    code, _, err = run(*FOUND, "--lang", "en")
    assert code == 2 and "already" in err and Charter.objects.count() == 1


def test_a_wrong_time_zone_is_wrong_use(ledger_db: str, run) -> None:  # type: ignore[no-untyped-def]
    for zone in ("Liuzhou", "../../etc/passwd", ""):
        code, _, err = run(*FOUND, "--time-zone", zone)
        assert code == 2 and "--time-zone" in err and not Charter.objects.exists()


def test_a_clean_ledger_verifies_in_every_language(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    build(office)
    said = set()
    for lang in ("zh-Hans", "zh-Hant", "en"):
        code, out, _ = run("verify", "--lang", lang)
        assert code == 0 and "12" in out
        assert (lang == "en") != any(ord(char) in HAN for char in out)
        said.add(out)
    assert len(said) == 3
    code, out, _ = run("verify", "--json")
    report = json.loads(out)
    assert code == 0 and (report["size"], report["findings"]) == (12, []) and len(report["root"]) == 64


def test_a_changed_ledger_is_reported_with_the_entry(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    with connection.cursor() as cursor:
        where = "" if connection.vendor == "sqlite" else " ON ledger_entry"
        cursor.execute(f"DROP TRIGGER ledger_entry_no_update{where}")
        cursor.execute("UPDATE ledger_entry SET leaf = %s WHERE idx = 1", [b"\1" * 32])
    code, out, _ = run("verify", "--lang", "en")
    assert code == 1 and "Entry 1:" in out and "ledger_entry_no_update" in out
    code, out, _ = run("verify", "--json", "--lang", "en")
    found = json.loads(out)["findings"]
    assert code == 1 and {"verify-leaf-differs", "ledger-trigger-missing"} <= {each["key"] for each in found}
    code, _, err = run("checkpoint", "--lang", "en")
    assert code == 1 and "not signed" in err
    assert not list(settings.HOME.glob("checkpoints/*.checkpoint"))


def test_a_log_cut_off_behind_the_last_checkpoint_is_told_without_being_asked(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    assert run("checkpoint")[0] == 0
    code, out, _ = run("verify", "--lang", "en")
    assert code == 0 and "the checkpoint signed" in out
    _drop_guards()
    with connection.cursor() as cursor:
        for table in ("ledger_entry", "register_organisation"):
            cursor.execute(f"DELETE FROM {table} WHERE idx = 1")
        cursor.execute("DELETE FROM ledger_inforce WHERE kind = 'organisation'")
        leaf = bytes(Entry.objects.get().leaf)
        tree = Frontier()
        tree.extend([leaf])
        cursor.execute("UPDATE ledger_commit SET size = 1, root = %s, frontier = %s", [tree.root(), tree.to_bytes()])
    triggers.install()
    code, out, _ = run("verify", "--lang", "en")
    assert code == 1 and "shorter than the 2 entries that the checkpoint signed" in out
    found = json.loads(run("verify", "--json")[1])
    assert (found["against"], [each["key"] for each in found["findings"]]) == (2, ["verify-shorter-than-checkpoint"])


def test_a_checkpoint_of_this_home_that_was_tampered_with_is_a_finding(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    assert run("checkpoint")[0] == 0
    last = settings.HOME / "checkpoints" / "last.checkpoint"
    last.write_text(last.read_text(encoding="utf-8").replace("\n2\n", "\n1\n"), encoding="utf-8")
    code, out, _ = run("verify", "--lang", "en")
    assert code == 1 and "can't be relied on" in out and "one of the two was altered" in out


def test_a_charter_struck_from_the_list_is_tampering_not_a_new_beginning(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_inforce WHERE kind = 'charter'")
    code, out, _ = run("verify", "--lang", "en")
    assert code == 1 and "Entry 0: The list of what is in force lacks this charter" in out
    code, _, err = run("checkpoint", "--lang", "en")
    assert code == 1 and "not signed" in err


def _drop_guards() -> None:
    with connection.cursor() as cursor:
        for model in triggers.guarded():
            table = model._meta.db_table
            for name in triggers.names(table):
                cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))


def test_verify_writes_nothing_and_init_makes_the_guards_again(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    with connection.cursor() as cursor:
        where = "" if connection.vendor == "sqlite" else " ON ledger_commit"
        cursor.execute(f"DROP TRIGGER ledger_commit_no_delete{where}")
    assert run("verify")[0] == 1 and triggers.missing() == ["ledger_commit_no_delete"]
    assert run(*FOUND)[0] == 2
    assert triggers.missing() == [] and run("verify")[0] == 0


def test_a_checkpoint_is_written_and_held_against(office: Actor, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("checkpoint", "--lang", "en")
    kept = settings.HOME / "checkpoints" / "2.checkpoint"
    assert code == 0 and str(kept) in out
    assert kept.read_text() == (kept.parent / "last.checkpoint").read_text()
    public = (settings.HOME / "keys" / "checkpoint.public").read_text().strip()
    assert public in out and notes.read_checkpoint(kept.read_text(), public).size == 2
    build(office)
    assert run("checkpoint", "--out", str(tmp_path / "given"))[0] == 0
    assert (tmp_path / "given").read_text() == (kept.parent / "last.checkpoint").read_text()
    for path in (kept, tmp_path / "given"):
        code, out, _ = run("verify", "--against", str(path), "--lang", "en")
        assert code == 0 and "checkpoint" in out
    code, _, err = run("checkpoint", "--out", str(tmp_path / "nowhere" / "file"))
    assert code == 2 and "--out" in err


def test_a_wrong_file_is_answered_with_one_clear_sentence(office: Actor, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("checkpoint")[0] == 0
    good = (settings.HOME / "checkpoints" / "2.checkpoint").read_text()
    other = notes.generate_key("other.example/c")
    stranger = notes.sign_checkpoint("other.example/c", 2, b"\0" * 32, other)
    path = tmp_path / "file"
    for content in (
        b"",
        b"garbage",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        good.replace("2", "3", 1).encode(),
        stranger.encode(),
    ):
        path.write_bytes(content)
        code, out, err = run("verify", "--against", str(path), "--lang", "en")
        assert code == 2 and not out and len(err.strip().splitlines()) == 2, err
    path.write_text(good)
    for key in ("no key", other.verifier):
        assert run("verify", "--against", str(path), "--key", key)[0] == 2
    assert run("verify", "--against", str(tmp_path / "absent"))[0] == 2
    assert run("verify", "--against", str(tmp_path))[0] == 2
    # Rightly signed, but by and for another ledger: that is a finding.
    path.write_text(stranger)
    code, out, _ = run("verify", "--against", str(path), "--key", other.verifier, "--lang", "en")
    assert code == 1 and "other.example/c" in out
    (settings.HOME / "keys" / "checkpoint.public").unlink()
    code, _, err = run("verify", "--against", str(path), "--lang", "en")
    assert code == 2 and "--key" in err


def test_a_broken_signing_key_is_answered_and_kept(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    key = settings.HOME / "keys" / "checkpoint.key"
    key.parent.mkdir()
    key.write_text("broken")
    code, _, err = run("checkpoint", "--lang", "en")
    assert code == 2 and str(key) in err and key.read_text() == "broken"


def test_accounts_are_opened_listed_and_closed(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    city = build(office)
    code, out, _ = run("account", "open", "village-1", "--role", "recipient", "--organisation", "V1", "--lang", "en")
    assert code == 0 and "village-1" in out
    assert acting("village-1", "link").organisation == city.village
    assert "village-1\trecipient\t" in run("account", "list")[1]
    for words in (
        ["account", "open", "x", "--role", "recipient", "--organisation", "V99"],
        ["account", "open", "village-1", "--role", "recipient", "--organisation", "V2"],
        ["account", "open", "x", "--role", "mayor", "--organisation", "V1"],
        ["account", "close", "nobody"],
    ):
        code, out, err = run(*words, "--lang", "en")
        assert code == 2 and err and not out
    assert run("account", "close", "village-1")[0] == 0 and run("account", "close", "village-1")[0] == 2
    assert Account.objects.get(key="village-1").closed_at is not None
    assert run("account", "open", "village-1", "--role", "recipient", "--organisation", "V1")[0] == 0
    assert acting("village-1", "link").key == "village-1"


def test_wrong_words_are_wrong_use(ledger_db: str, run) -> None:  # type: ignore[no-untyped-def]
    assert run("nothing")[0] == 2 and run("verify", "--nothing")[0] == 2 and run("--help")[0] == 0


def test_sealed_values_are_erased_in_every_version_and_lawfully(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    root = _village(office, "13800000001")
    again = Organisation(number="V9", name="新石桥村", kind="village")
    sealed = {"contact_name": "王", "contact_phone": "13800000002"}
    enter(office, lambda writer: writer.supersede(root, again, "改名", sealed))
    told = ("organisation:V9", "contact_phone", "--because", "本人要求", "--lang", "en")
    code, out, _ = run("erase", *told)
    assert code == 0 and "2 sealed values of organisation:V9 are erased" in out
    assert [held.value for held in SealedValue.objects.order_by("id")] == ["王", None, "王", None]
    assert "erased before" in run("erase", *told)[1]
    report = json.loads(run("verify", "--json")[1])
    assert (report["findings"], report["erased"]) == ([], 2)
    enter(office, lambda writer: writer.void(root, "organisation", "撤并"))
    assert "2 sealed values" in run("erase", "organisation:V9", "--because", "本人要求", "--lang", "en")[1]
    assert not SealedValue.objects.exclude(value=None).exists() and run("verify")[0] == 0


def test_what_is_not_sealed_or_not_there_or_not_explained_is_not_erased(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    _village(office, "13800000001")
    for words, told in (
        (("organisation:V9", "name", "--because", "x"), "contact_name, contact_phone"),
        (("organisation:V8", "--because", "x"), "organisation:V8"),
        (("nothing:V9", "--because", "x"), "nothing:V9"),
        (("organisation", "--because", "x"), "KIND:NUMBER"),
        (("organisation:V9", "--because", " "), "--because"),
    ):
        code, _, err = run("erase", *words, "--lang", "en")
        assert code == 2 and told in err, words
    assert SealedValue.objects.exclude(value=None).count() == 2


def _village(office: Actor, phone: str) -> UUID:
    village = Organisation(number="V9", name="石桥村", kind="village")
    return entered(office, lambda writer: writer.add(village, {"contact_name": "王", "contact_phone": phone}))
