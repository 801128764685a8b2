"""What an outsider takes along: checked in a bare Python, and every tampering is found there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.test import Client
from tests.prove.charted import CHARTED
from tests.prove.town import Town

from concentric.config.commands import review as command
from concentric.core.notes import SigningKey, generate_key, sign_checkpoint
from concentric.exchange.bundle import (
    BundleTooLarge,
    NoCheckpoint,
    NoSuchNumber,
    NotPublic,
    covering,
    making,
    reference_in,
    write_bundle,
)
from concentric.ledger import checkpoints
from concentric.ledger.actor import Actor
from concentric.ledger.positions import charter
from concentric.prove.book import adopt_book, current_book
from concentric.prove.models import Edition
from concentric.prove.reviews import freeze

TEXT = """# 小城的一年

{{ figure "villages-paired" }} 个村，{{ figure "villages-share" }}，
分母 {{ figure "villages-share" of="denominator" }}，
认捐 {{ figure “money-pledged” style="published" }}，到账 {{ figure "money-received" }}，
核实 {{ figure "money-received" rung="verified" }}，兑现 {{ figure "money-share" }}，{{ change "money-share" }}，
给村的 {{ figure "gifts" where="recipient_kind = 'village'" }} 笔，
新店 {{ figure "shops" }}，学校 {{ figure "schools" }}。

{{ chart "kinds" }}
"""


@pytest.fixture
def edition(office: Actor) -> Edition:
    """A review with every kind of number; afterwards something more was entered."""
    town = Town(office)
    adopt_book(office, CHARTED)
    town.pair("p1", "chamber", "upper")
    town.pledge("c1", "100000.5")
    town.pledge("c2", "40000", to="clinic")
    town.deliver("c1", "60000")
    town.confirm("c1", "50000.25")
    town.state("shops", "52000")
    edition = freeze(town.office, current_book()[0], "zh-Hans", text=TEXT)
    town.pledge("c3", "7")
    return edition


def sign() -> SigningKey:
    """A checkpoint of the ledger as it is now, kept in the home folder."""
    key = checkpoints.key_at(settings.HOME / "keys" / "checkpoint.key", charter().origin)
    (settings.HOME / "checkpoints").mkdir(exist_ok=True)
    (settings.HOME / "checkpoints" / "last.checkpoint").write_text(checkpoints.sign(key), encoding="utf-8")
    return key


def check(folder: Path, *arguments: str) -> tuple[int, str]:
    """The bundle's own checker, in a Python that sees nothing but its standard library."""
    bare = [sys.executable, "-I", "-S", str(folder / "check.py"), *arguments]
    done = subprocess.run(bare, capture_output=True, timeout=60, cwd="/", check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.fixture
def unpacked(edition: Edition, tmp_path: Path) -> Path:
    """The bundle of the edition, unpacked."""
    sign()
    file, folder = tmp_path / "b.zip", tmp_path / "bundle"
    assert write_bundle(edition, covering(edition, settings.HOME), file) == 22
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder)
    return folder


def test_a_bundle_is_checked_with_nothing_but_python(unpacked: Path, edition: Edition) -> None:
    code, said = check(unpacked)
    assert code == 0, said
    assert "22 numbers are what their rows give; 1 come without rows" in said
    assert "the key came with the bundle" in said
    names = {path.name for path in unpacked.iterdir()}
    assert names == {
        *("README.txt", "check.py", "checkpoint.txt", "key.txt", "review.txt", "figures.csv", "rows", "proof.json"),
    }
    assert "兑现 35.7%，上年无可比数，" in (unpacked / "review.txt").read_text(encoding="utf-8")
    key = (unpacked / "key.txt").read_text(encoding="utf-8").strip()
    code, said = check(unpacked, "--key", key)
    assert code == 0 and "the key came" not in said
    shutil.make_archive(str(unpacked), "zip", unpacked)
    assert check(unpacked, f"{unpacked}.zip")[0] == 0


def first_table(unpacked: Path) -> Path:
    return next(path for path in sorted((unpacked / "rows").iterdir()) if len(path.read_text("utf-8").splitlines()) > 1)


def test_every_tampering_is_found(unpacked: Path, edition: Edition, tmp_path: Path) -> None:
    proof = unpacked / "proof.json"
    whole = proof.read_text(encoding="utf-8")
    own = str(edition.idx)
    gift = next(
        idx
        for idx, record in json.loads(whole)["records"].items()
        if record["open"].get("number", ["", ""])[1] == "c1" and record["header"]["kind"] == "commitment"
    )

    def tampered(work: Callable[[Any], Any]) -> str:
        held = json.loads(whole)
        work(held)
        proof.write_text(json.dumps(held), encoding="utf-8")
        code, said = check(unpacked)
        proof.write_text(whole, encoding="utf-8")
        assert code == 1, said
        return said

    def of(held: Any, idx: str, name: str) -> Any:
        return held["records"][idx]["open"][name]

    money = 'figure "money-pledged"'
    assert "records are not those" in tampered(lambda held: of(held, gift, "amount").__setitem__(1, "999999"))
    assert "records are not those" in tampered(lambda held: held["records"][gift]["header"].update(channel="link"))
    assert "records are not those" in tampered(lambda held: held["records"][gift]["open"].pop("kind"))
    assert "other rows were counted" in tampered(lambda held: held["figures"][money]["rows"].pop())
    assert "other rows were counted" in tampered(lambda held: held["figures"][money]["rows"][0].__setitem__(2, "1"))
    assert "FAILED" in tampered(lambda held: of(held, own, "figures")[1][0].update(value="9"))
    assert "is missing" in tampered(lambda held: held["figures"][money]["rows"][0].__setitem__(1, own))
    assert "KeyError" in tampered(lambda held: held["beside"].clear())
    for name, old, new in (
        ("review.txt", "个村", "座村"),
        ("checkpoint.txt", "tests.example", "other.example"),
        ("checkpoint.txt", "\u2014 ", "- "),
    ):
        path = unpacked / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert check(unpacked)[0] == 1, name
        path.write_text(text, encoding="utf-8")
    for path, expected in (
        (unpacked / "figures.csv", "figures.csv is another"),
        (first_table(unpacked), "other records"),
    ):
        table = path.read_text(encoding="utf-8")
        lines = table.splitlines(keepends=True)
        path.write_text("".join(lines[:-1]), encoding="utf-8")
        code, said = check(unpacked)
        assert code == 1 and expected in said
        path.write_text(table, encoding="utf-8")
    stranger = generate_key("tests.example/concentric")
    assert check(unpacked, "--key", stranger.verifier)[0] == 1
    forged = sign_checkpoint("tests.example/concentric", 5, b"x" * 32, stranger)
    (unpacked / "checkpoint.txt").write_text(forged, encoding="utf-8")
    (unpacked / "key.txt").write_text(stranger.verifier, encoding="utf-8")
    code, said = check(unpacked)
    assert code == 1 and ("records are not those" in said or "KeyError" in said)


def test_what_only_the_office_sees_is_there_as_a_digest(unpacked: Path) -> None:
    records = json.loads((unpacked / "proof.json").read_text(encoding="utf-8"))["records"].values()
    assert all("note" not in record["open"] and "contact_phone" not in record["open"] for record in records)
    tables = "".join(path.read_text(encoding="utf-8") for path in (unpacked / "rows").iterdir())
    assert "录入人" not in tables and "upper of the town" in tables


def test_one_number_is_taken_along_with_only_its_records(edition: Edition, tmp_path: Path) -> None:
    sign()
    folder = tmp_path / "one"
    ref = reference_in(edition, "villages-paired")
    assert write_bundle(edition, covering(edition, settings.HOME), tmp_path / "b.zip", only=ref) == 1
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(folder)
    code, said = check(folder)
    assert code == 0 and "1 numbers are what their rows give; 22 come without rows" in said
    kinds = {r["header"]["kind"] for r in json.loads((folder / "proof.json").read_text("utf-8"))["records"].values()}
    assert {"edition", "book", "pairing", "pairing-step", "organisation"} <= kinds and "commitment" not in kinds


def test_a_number_is_named_by_its_code_or_its_whole_reference(edition: Edition) -> None:
    assert str(reference_in(edition, "money-received")) == 'figure "money-received"'
    assert reference_in(edition, 'figure "money-received" rung="verified"').rung == "verified"
    with pytest.raises(NoSuchNumber):
        reference_in(edition, "money")


def test_there_is_no_bundle_without_a_checkpoint_nor_of_an_internal_edition(edition: Edition, office: Actor) -> None:
    with pytest.raises(NoCheckpoint):
        covering(edition, settings.HOME)
    sign()
    later = freeze(office, current_book()[0], "zh-Hans", text=TEXT, audience="internal")
    with pytest.raises(NoCheckpoint):
        covering(later, settings.HOME)
    sign()
    with pytest.raises(NotPublic):
        write_bundle(later, covering(later, settings.HOME), settings.HOME / "x.zip")


@pytest.mark.parametrize(("most", "reads"), [(2, False), (6, True)])
def test_more_records_than_a_file_can_hold_are_refused_before_they_are_read_where_that_is_known(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, reads: bool
) -> None:
    sign()
    read: list[object] = []
    rows = making._Rows
    monkeypatch.setattr(making, "MOST_RECORDS", most)
    monkeypatch.setattr(making, "_Rows", lambda *of: read.append(of) or rows(*of))
    with pytest.raises(BundleTooLarge) as refused:
        write_bundle(edition, covering(edition, settings.HOME), tmp_path / "large.zip")
    assert refused.value.key == "bundle-too-large" and not (tmp_path / "large.zip").exists()
    assert bool(read) == reads


def test_the_same_edition_and_checkpoint_are_the_same_bytes(edition: Edition, tmp_path: Path) -> None:
    sign()
    for name in ("a.zip", "b.zip"):
        write_bundle(edition, covering(edition, settings.HOME), tmp_path / name, only=reference_in(edition, "gifts"))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_command_signs_a_checkpoint_where_none_holds_the_edition(edition: Edition, tmp_path: Path) -> None:
    out = tmp_path / "b.zip"
    arguments = ["bundle", edition.number, str(out), "--figure", "gifts", "--lang", "en"]
    done = CliRunner().invoke(command.command, arguments, standalone_mode=False)
    assert done.return_value == 0, done.output
    assert "one number with the records behind" in done.output and "tests.example/concentric+" in done.output
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None


def test_a_reader_takes_the_evidence_along_once_a_checkpoint_holds_it(edition: Edition) -> None:
    reader, page = Client(), f"/reviews/{edition.number}/"
    assert "/bundle" not in reader.get(page).content.decode()
    assert reader.get(f"{page}bundle").status_code == 404
    sign()
    assert f"{page}bundle" in reader.get(page).content.decode()
    card = f"{page}figures/villages-paired/"
    assert f"{card}proof" in reader.get(card).content.decode()
    for address in (f"{page}bundle", f"{card}proof"):
        response = reader.get(address)
        assert response["Content-Disposition"].startswith("attachment") and b"".join(response)[:2] == b"PK"
    assert reader.get(f"{page}figures/nothing/proof").status_code == 404
