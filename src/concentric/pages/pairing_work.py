"""A run in the background: a thread with its state in a file of the home folder, so that any worker can tell of it."""

from __future__ import annotations

import json
import logging
import re
import secrets
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.http import Http404

from concentric.core.pairing import CannotPair, Progress
from concentric.core.terms.findings import Refused
from concentric.ledger.actor import Actor
from concentric.match import runs
from concentric.pages import pairing_reading

KEPT = 24 * 3600
"""Seconds after which the state of a run is taken away; the run itself is in the ledger."""
PATIENCE = 2.5
"""Seconds for which the form waits: a city is paired sooner than a page of progress could be read."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


def folder() -> Path:
    """Where the states lie."""
    return Path(settings.HOME) / "pairing"


def begin(actor: Actor, asked: runs.Asked, lang: str) -> str:
    """Start a run; returns its token."""
    folder().mkdir(parents=True, exist_ok=True)
    for old in folder().glob("*.json"):
        if time.time() - old.stat().st_mtime > KEPT:
            old.unlink(missing_ok=True)
    token = secrets.token_urlsafe(16)
    _write(token, {"state": "working"})
    worker = threading.Thread(target=_work, args=(token, actor, asked, lang), daemon=True)
    worker.start()
    worker.join(PATIENCE)
    return token


def state_of(token: str) -> dict[str, Any]:
    """Where a run stands: working, done, refused or failed. 404 for a token that is none."""
    if not _TOKEN.fullmatch(token):
        raise Http404("run")
    try:
        found: dict[str, Any] = json.loads((folder() / f"{token}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise Http404("run") from None
    return found


def _work(token: str, actor: Actor, asked: runs.Asked, lang: str) -> None:
    def tell(now: Progress) -> bool:
        told = {"round": now.round, "covered": now.covered, "benefit": now.benefit, "gap": now.gap}
        _write(token, {"state": "working", **told})
        return False

    try:
        answer = runs.find(asked, tell)
        kept = runs.keep(actor, answer)
        pairing_reading.remember(kept, answer)
        _write(token, {"state": "done", "number": kept.number})
    except CannotPair as refused:
        _write(token, {"state": "refused", "findings": [each.as_json(lang) for each in refused.findings]})
    except Refused as refused:
        _write(token, {"state": "refused", "findings": [refused.finding().as_json(lang)]})
    except Exception:
        logging.getLogger("concentric").exception("a run failed")
        _write(token, {"state": "failed"})
    finally:
        connections.close_all()


def _write(token: str, state: Mapping[str, Any]) -> None:
    # Whole or not at all: a page may read while it is written.
    part = folder() / f"{token}.part"
    part.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    part.replace(folder() / f"{token}.json")
