"""The ledger for outsiders: how long it is, what root its tree has, its commits, and how to check it without us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from concentric.ledger.checkpoints import last_at, public_at
from concentric.ledger.models import Commit
from concentric.ledger.positions import charter
from concentric.pages.asking import SIZES, paging
from concentric.pages.fields import choice

LARGEST = 10_000
"""Bytes of a checkpoint or a key that a page shows; real ones have a few hundred."""


@dataclass(frozen=True)
class Kept:
    """The last checkpoint in the home folder: its text, the size it signs, when it was written."""

    text: str
    size: int
    at: datetime


def ledger(request: HttpRequest) -> HttpResponse:
    """Size, root and checkpoint, and the commits by page, newest first. Five queries."""
    lang: str = request.lang  # type: ignore[attr-defined]
    kept = charter()
    commits = Commit.objects.order_by("-size")
    pages = paging(request, commits.count(), SIZES[0])
    rows = [
        {
            "size": commit.size,
            "first": commit.first,
            "count": commit.size - commit.first,
            "at": commit.at,
            "channel": choice("", "channel", commit.channel, lang),
            "root": bytes(commit.root),
        }
        for commit in commits[pages.start : pages.start + pages.size]
    ]
    context = {
        "charter": kept,
        "last": commits.first(),
        "commits": rows,
        "paging": pages,
        "checkpoint": last_checkpoint(),
        "key": _text(public_at(Path(settings.HOME))),
    }
    return render(request, "ledger.html", context)


def last_checkpoint() -> Kept | None:
    """The last signed checkpoint, or nothing."""
    path = last_at(Path(settings.HOME))
    text = _text(path)
    lines = text.splitlines()
    if len(lines) < 3 or not lines[1].isdecimal():
        return None
    return Kept(text, int(lines[1]), datetime.fromtimestamp(path.stat().st_mtime, UTC))


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(LARGEST).strip()
    except (OSError, UnicodeDecodeError):
        return ""
