"""The ledger's page."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from django.conf import settings
from django.test import Client

from concentric.ledger.models import Commit

from .world import World


def page(reader: Client, address: str = "/ledger/") -> str:
    return unescape(reader.get(address).content.decode())


def test_without_a_ledger_it_says_so(ledger_db: str, reader: Client) -> None:
    assert "concentric demo" in page(reader)


def test_it_prints_the_root_in_full_and_every_commit_by_page(world: World, reader: Client) -> None:
    html = page(reader)
    root = bytes(Commit.objects.order_by("-size").first().root).hex()
    assert root in html.replace(" ", "")
    count = Commit.objects.count()
    assert f"共 {count} 项" in html
    assert html.count("<tr>") == 1 + 10
    assert page(reader, "/ledger/?size=50").count("<tr>") == 1 + min(50, count)


def test_it_shows_the_checkpoint_and_the_public_key_but_never_the_private_one(world: World, reader: Client) -> None:
    home = Path(settings.HOME)
    assert "还没有签过检查点" in page(reader)
    files = {
        "checkpoints/last.checkpoint": "pages.example/concentric\n17\nabc=\n\n— pages.example/concentric xyz=\n",
        "keys/checkpoint.public": "pages.example/concentric+0123+PUBLIC",
        "keys/checkpoint.key": "PRIVATE+KEY+pages.example/concentric+0123+SECRET",
    }
    try:
        for name, text in files.items():
            (home / name).parent.mkdir(exist_ok=True)
            (home / name).write_text(text, encoding="utf-8")
        html = page(reader)
        assert "最近的检查点（17 条）" in html and "+PUBLIC" in html
        assert "SECRET" not in html
        (home / "checkpoints/last.checkpoint").write_bytes(b"\xff\xfe broken")
        assert "还没有签过检查点" in page(reader)
    finally:
        for name in files:
            (home / name).unlink()
