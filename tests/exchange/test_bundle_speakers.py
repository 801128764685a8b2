"""Who speaks in a bundle: named where it is public, never where it would name whoever raised a case."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from tests.prove.town import BOOK, WINTER, Town

from concentric.exchange.bundle import covering, reference_in, write_bundle
from concentric.keep import cases, store
from concentric.keep import evidence as proofs
from concentric.keep.models import Case, CaseStep, Evidence
from concentric.ledger.actor import Actor
from concentric.prove.book import adopt_book, current_book
from concentric.prove.models import Edition
from concentric.prove.reviews import freeze

from .test_bundle import sign

ASKED = """
[indicator.asked]
name = { zh-Hans = "诉求件数", en = "cases" }
unit = { zh-Hans = "件", en = "cases" }
counts = "cases"
during = "received_on"
headline = "pledged"
"""
TEXT = '# 小城\n\n{{ figure "asked" }} 件，{{ figure "villages-paired" }} 个村。\n'


@pytest.fixture
def town(office: Actor) -> Town:
    """The mill raised a case, said by its own account that it is solved, and handed in a file; a village is paired."""
    town = Town(office)
    adopt_book(office, BOOK.replace("[review.zh-Hans]", f"{ASKED}\n[review.zh-Hans]", 1))
    town.pair("p1", "chamber", "upper")
    case = Case(
        number="q1",
        programme_id=town.programme("gifts"),
        kind="problem",
        urgency="normal",
        origin="raised",
        raiser_id=town.roots["mill"],
        received_on=date(2021, 5, 6),
    )
    town.do(lambda writer: town.roots.__setitem__("q1", cases.receive(writer, case)), by="mill")

    def take(name: str, by: str = "", **what: Any) -> None:
        town.do(lambda writer: cases.take_step(writer, town.roots["q1"], name, **what), at=WINTER, by=by)

    take("accepted", on=date(2021, 5, 7))
    take("routed", on=date(2021, 5, 8), to=town.roots["chamber"], until=date(2021, 7, 1))
    take("answered", by="chamber", on=date(2021, 6, 1), what="solved")
    take("word", by="mill", on=date(2021, 6, 2), what="satisfied")
    file = Evidence(number="e1", about=CaseStep.objects.get(name="word").root, name="照片", access="office")
    proofs.about(file, store.put(b"%PDF-1.4\n%%EOF\n"))
    town.do(lambda writer: proofs.attach(writer, file), at=WINTER, by="mill")
    return town


def proof_of(town: Town, code: str, tmp_path: Path) -> tuple[str, dict[str, Any]]:
    """What a bundle of one number proves, as text and read; its own checker has found it good."""
    edition: Edition = freeze(town.office, current_book()[0], "zh-Hans", text=TEXT)
    sign()
    file = tmp_path / f"{code}.zip"
    write_bundle(edition, covering(edition, settings.HOME), file, only=reference_in(edition, code))
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path / code)
        everything = "".join(archive.read(name).decode() for name in archive.namelist() if name != "check.py")
    bare = [sys.executable, "-I", "-S", str(tmp_path / code / "check.py"), str(file)]
    done = subprocess.run(bare, capture_output=True, timeout=60, cwd="/", check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    records = json.loads((tmp_path / code / "proof.json").read_text(encoding="utf-8"))["records"]
    return everything, {record["header"]["kind"]: record for record in records.values()} | {"all": records}


def test_who_raised_a_case_is_nowhere_in_a_bundle(town: Town, tmp_path: Path) -> None:
    everything, records = proof_of(town, "asked", tmp_path)
    assert {"case", "case-step"} <= set(records)
    assert str(town.roots["mill"]) not in everything and "mill" not in everything
    steps = [record for record in records["all"].values() if record["header"]["kind"] == "case-step"]
    said = [step["open"].get("attested_by") for step in steps]
    assert len(steps) == 4 and said.count(None) == 2, "the office's own steps say that they are the office's"
    assert all("attested_by" in step["closed"] for step in steps if "attested_by" not in step["open"])


def test_accounts_are_closed_and_public_speakers_are_named(town: Town, tmp_path: Path) -> None:
    _, records = proof_of(town, "villages-paired", tmp_path)
    agreed = [record for record in records["all"].values() if record["header"]["kind"] == "pairing-step"]
    assert {record["open"]["attested_by"][1] for record in agreed} == {
        str(town.roots["chamber"]),
        str(town.roots["upper"]),
    }
    assert all("recorded_by" in record["closed"] for record in records["all"].values())
    named = {record["open"]["name"][1] for record in records["all"].values() if "name" in record["open"]}
    assert "upper of the town" in named


def test_nor_is_the_raiser_named_on_the_pages_of_case_steps_and_evidence(town: Town) -> None:
    reader = Client(headers={"accept-language": "en"})
    for model in (Case, CaseStep, Evidence):
        for record in model.objects.all():
            page = reader.get(f"/records/{record.idx}/").content.decode()
            assert "mill" not in page, (model.KIND, record.idx)
            assert "the raiser" in page or record.attested_by != town.roots["mill"]
