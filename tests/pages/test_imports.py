"""A workbook through the browser: given, looked at, its columns set, entered; hostile and wrong ones are told."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client
from tests.exchange.conftest import CAST, VILLAGES, officer, write
from tests.exchange.test_mapping import county

from concentric.exchange.importing.imports import enter_files
from concentric.exchange.models import WorkbookMapping
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry
from concentric.pages import uploads

__all__ = ["officer"]  # a fixture of the sheets' tests

FORM = {
    "s0": "commitments",
    "was0": "commitments",
    "c0.number": "A",
    "t0.number": "LC",
    "t0.programme": "企村结对",
    "c0.supporter": "B",
    "c0.recipient": "C",
    "t0.kind": "资金",
    "t0.nature": "公益",
    "t0.firmness": "承诺",
    "c0.amount": "D",
    "c0.committed_on": "F",
}


@pytest.fixture
def desk(officer: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """The office's browser; the cast is entered."""
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")
    enter_files([write(tmp_path / "cast.xlsx", {"单位": CAST, "村": VILLAGES})], officer)
    yield Client(headers={"accept-language": "zh-CN", "host": "127.0.0.1"})


def give(desk: Client, path: Path, name: str = "") -> str:
    """Give a file; returns the address where it is looked at."""
    file = SimpleUploadedFile(name or path.name, path.read_bytes())
    response = desk.post("/import/", {"file": file})
    assert response.status_code == 302
    return str(response["Location"])


def test_a_countys_table_is_looked_at_set_and_entered(desk: Client, tmp_path: Path) -> None:
    size = Entry.objects.count()
    address = give(desk, county(tmp_path / "county.xlsx"))
    looked = desk.get(address)
    text = looked.content.decode()
    assert "猜的，请核对" in text and "还有必填的列没有着落" in text and "写进账本" not in text
    asked = desk.get(address, FORM).content.decode()
    assert "新增 2，更正 0，未变 0，待改 0" in asked and "LC/1" in asked and "50,000" in asked
    assert Entry.objects.count() == size  # looking writes nothing
    done = desk.post(address, FORM | {"remember": "1"}).content.decode()
    assert "已写进账本" in done and "读法已记住" in done
    assert {one.number for one in Commitment.objects.in_force()} == {"LC/1", "LC/2"}
    # The same file again is known, and changes nothing.
    again = give(desk, county(tmp_path / "again.xlsx"))
    assert "照记住的读法" in desk.get(again).content.decode()
    size = Entry.objects.count()
    assert "没有新内容写入" in desk.post(again).content.decode() and Entry.objects.count() == size


def test_bad_rows_wait_and_the_copy_goes_along(desk: Client, tmp_path: Path) -> None:
    bad = CAST + "S9 | 某单位 | 不知道的类别 |\n"
    address = give(desk, write(tmp_path / "bad.xlsx", {"单位": bad}))
    done = desk.post(address).content.decode()
    assert "1 处错误" in done and "不知道的类别" in done
    copy = desk.get(f"{address}copy")
    assert copy["Content-Disposition"].startswith("attachment") and b"".join(copy).startswith(b"PK")  # type: ignore[arg-type]


def test_a_sheet_set_aside_is_not_read_though_its_name_is_known(desk: Client, tmp_path: Path) -> None:
    address = give(desk, write(tmp_path / "two.xlsx", {"单位": CAST + "N1 | 新单位 | 企业 |\n", "村": VILLAGES}))
    done = desk.post(address, {"s0": "-", "s1": "villages"})
    assert done.status_code == 200 and "没有新内容写入" in done.content.decode()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.xlsx", b"%PDF-1.7", "其实是 PDF"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "已损坏"),
        ("a.csv", b"\x00\x01", "不是能读的表格"),
        ("a.xlsx", b"MZ\x90\x00", "是程序"),
    ],
)
def test_what_is_no_workbook_is_told_and_nothing_breaks(desk: Client, name: str, data: bytes, says: str) -> None:
    response = desk.post("/import/", {"file": SimpleUploadedFile(name, data)}, follow=True)
    assert response.status_code == 400 and says in response.content.decode()


def test_no_file_is_told(desk: Client) -> None:
    response = desk.post("/import/", {})
    assert response.status_code == 400 and "没有选文件" in response.content.decode()


def test_a_body_that_is_too_large_is_refused_before_it_is_read(desk: Client) -> None:
    response = desk.post("/import/", data=b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=10**10)
    assert response.status_code == 400 and "超过 100 MB" in response.content.decode()


@pytest.mark.parametrize("name", ["../../etc/passwd.xlsx", "..\\..\\boot.xlsx", "a\x00b.xlsx", "/abs.xlsx", "....xlsx"])
def test_a_file_name_cannot_lead_out_of_the_folder(desk: Client, tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "plain.xlsx", {"单位": CAST})
    plain = uploads.plain_name(name)
    assert "/" not in plain and "\\" not in plain and not plain.startswith(".")
    give(desk, path, name)
    lying = [found for found in uploads.folder().rglob("*") if found.is_file()]
    assert lying and all(found.parent.parent == uploads.folder() for found in lying)


@pytest.mark.parametrize("token", ["x", "..", "a" * 22, "%2e%2e%2f" + "a" * 13])
def test_a_token_that_was_not_given_leads_nowhere(desk: Client, token: str) -> None:
    assert desk.get(f"/import/{token}/").status_code == 404
    assert desk.get(f"/import/{token}/copy").status_code == 404


def test_wrong_wishes_in_the_form_are_told(desk: Client, tmp_path: Path) -> None:
    address = give(desk, county(tmp_path / "county.xlsx"))
    wrong = desk.get(address, FORM | {"c0.amount": "ZZZZ"})
    assert wrong.status_code == 400 and "看不懂" in wrong.content.decode()
    assert desk.get(address, {"s0": "nonsense", "was0": "x"}).status_code == 200
    assert WorkbookMapping.objects.count() == 0


def test_a_form_without_its_token_is_refused(desk: Client, tmp_path: Path) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    assert strict.post("/import/", {"file": SimpleUploadedFile("a.csv", b"a,b")}).status_code == 403
    form = strict.get("/import/").content.decode()
    assert re.search(r'name="csrfmiddlewaretoken" value="\w+"', form)


def test_somebody_elsewhere_can_neither_give_nor_look(desk: Client, tmp_path: Path) -> None:
    address = give(desk, county(tmp_path / "county.xlsx"))
    for path in ("/import/", address, f"{address}copy"):
        assert desk.get(path, REMOTE_ADDR="203.0.113.9").status_code == 403


def test_what_nobody_finished_with_is_taken_away_after_a_day(desk: Client, tmp_path: Path) -> None:
    address = give(desk, county(tmp_path / "county.xlsx"))
    (place,) = uploads.folder().iterdir()
    long_ago = time.time() - uploads.KEPT - 60
    os.utime(place, (long_ago, long_ago))
    give(desk, county(tmp_path / "other.xlsx"))
    assert not place.exists() and desk.get(address).status_code == 404


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_each_page_has_words_in_every_language(desk: Client, tmp_path: Path, lang: str) -> None:
    address = give(desk, county(tmp_path / "county.xlsx"))
    for page in ("/import/", address):
        text = desk.get(page, {"lang": lang}).content.decode()
        assert f'<html lang="{lang}">' in text and "import-page" not in re.sub(r"<[^>]+>", "", text)
    assert desk.post(f"{address}?lang={lang}", FORM).status_code == 200


@pytest.mark.parametrize("token", ["..", ".", "../keys", "", "a" * 21, "a" * 23, "a" * 21 + "/", "/" + "a" * 21])
def test_a_token_that_is_none_leads_to_no_file_of_the_home(ledger_db: str, token: str) -> None:
    (Path(settings.HOME) / "secret-key").write_text("secret", encoding="utf-8")
    uploads.folder().mkdir(exist_ok=True)
    with pytest.raises(Http404):
        uploads.kept(token)
