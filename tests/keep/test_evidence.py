"""Evidence is kept by its content, backs a record that stands, and is shown to nobody whom the office doesn't let."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from tests.ledger.cast import City, build, enter, entered, findings

from concentric.core.media import FileUnknown
from concentric.keep import evidence, store
from concentric.keep.models import CommitmentStep, Evidence
from concentric.ledger.actor import Actor
from concentric.ledger.refusals import AlreadyKept
from concentric.register.checks import Blank, NotOneOf

RECEIPT = b"%PDF-1.7\nan invented receipt\n"
DIGEST = sha256(RECEIPT).hexdigest()


def piece(about: UUID, content: bytes = RECEIPT, **values: Any) -> Evidence:
    given = {"number": "G1", "about": about, "name": "收据 王某.pdf", "access": "public"} | values
    return evidence.about(Evidence(**given), store.put(content))


def delivered(city: City) -> UUID:
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(100), number="S1")
    return CommitmentStep.objects.get(number="S1").root


def test_a_file_is_kept_once_under_its_digest_and_read_back(office: Actor) -> None:
    first, again = store.put(RECEIPT), store.put(RECEIPT)
    assert first == again and first.sha256 == DIGEST and first.size == len(RECEIPT)
    assert store.take(DIGEST) == RECEIPT
    files = [path for path in Path(settings.HOME, "evidence").rglob("*") if path.is_file()]
    assert files == [store.place(DIGEST)] and files[0].stat().st_mode & 0o077 == 0


def test_what_is_not_safe_is_not_kept(office: Actor) -> None:
    with pytest.raises(FileUnknown):
        store.put(b"<svg/>")
    assert not Path(settings.HOME, "evidence").exists()


def test_a_file_that_is_gone_or_changed_is_found_out(office: Actor) -> None:
    city = build(office)
    one = piece(delivered(city))
    entered(office, lambda w: evidence.attach(w, one))
    assert evidence.check(office.office) == []
    store.place(DIGEST).write_bytes(RECEIPT + b"!")
    assert [(one.key, one.args["number"]) for one in evidence.check(office.office)] == [("evidence-file-changed", "G1")]
    with pytest.raises(store.EvidenceChanged):
        store.take(DIGEST)
    store.place(DIGEST).unlink()
    assert [one.key for one in evidence.check(office.office)] == ["evidence-file-gone"]
    with pytest.raises(store.EvidenceGone):
        store.take(DIGEST)
    assert findings() == [], "the ledger itself doesn't need the bytes"


@pytest.mark.parametrize("digest", ["", "../../secret-key", "A" * 64, "0" * 63])
def test_no_name_leads_out_of_the_store(office: Actor, digest: str) -> None:
    with pytest.raises(ValueError, match="digest"):
        store.place(digest)


def test_evidence_backs_what_stands_in_its_own_office(office: Actor) -> None:
    city = build(office)
    step = delivered(city)
    root = entered(office, lambda w: evidence.attach(w, piece(step)))
    assert Evidence.objects.get(root=root).about_kind == "commitment-step"
    for values, refusal in (
        ({"number": "G1"}, AlreadyKept),
        ({"about": uuid4()}, evidence.NothingBacked),
        ({"about": root}, evidence.NothingBacked),
        ({"access": "friends"}, NotOneOf),
        ({"name": " "}, Blank),
    ):
        with pytest.raises(refusal):
            given = {"number": "G2", "about": step} | values
            enter(office, lambda w, given=given: evidence.attach(w, piece(**given)))
    unseen = Evidence(number="G3", about=step, name="x", access="office", sha256="0" * 64)
    with pytest.raises(store.EvidenceGone):
        enter(office, lambda w: evidence.attach(w, unseen))
    assert findings() == []


def test_a_public_file_is_taken_along_and_never_opened_in_the_houses_name(office: Actor) -> None:
    city = build(office)
    step = delivered(city)
    root = entered(office, lambda w: evidence.attach(w, piece(step)))
    at = Evidence.objects.get(root=root).idx
    answer = Client().get(f"/records/{at}/file", HTTP_HOST="localhost")
    assert (answer.status_code, answer.content) == (200, RECEIPT)
    assert answer["Content-Disposition"] == f'attachment; filename="{DIGEST[:16]}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "application/pdf"
    closed = piece(step, access="office", about_kind="commitment-step")
    enter(office, lambda w: evidence.correct(w, root, closed, "含联系方式"))
    for idx in (at, Evidence.objects.in_force().get(root=root).idx, 0, 999):
        assert Client().get(f"/records/{idx}/file", HTTP_HOST="localhost").status_code == 404


def test_the_command_keeps_and_checks(office: Actor, run: Any, tmp_path: Path) -> None:
    city = build(office)
    delivered(city)
    receipt, page = tmp_path / "receipt.pdf", tmp_path / "receipt.html"
    receipt.write_bytes(RECEIPT)
    page.write_text("<html>")
    code, out, _ = run("evidence", "add", "G1", str(receipt), "--about", "commitment-step:S1", "--access", "public")
    assert code == 0 and DIGEST in out
    for words in (
        ["G2", str(receipt), "--about", "commitment:S9"],
        ["G2", str(page), "--about", "commitment-step:S1"],
        ["G1", str(receipt), "--about", "commitment-step:S1"],
    ):
        code, out, err = run("evidence", "add", *words, "--lang", "en")
        assert code == 2 and err and not out
    assert run("evidence", "check", "--lang", "en")[0] == 0
    store.place(DIGEST).unlink()
    code, out, _ = run("evidence", "check", "--lang", "en")
    assert code == 1 and "G1" in out
    assert findings() == []
