"""Files on their way in: kept in the home folder between the steps of a form, under a name that nobody can guess."""

from __future__ import annotations

import re
import secrets
import shutil
import time
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest

from concentric.exchange.workbook.guards import LARGEST_FILE, FileRefused

KEPT = 24 * 3600
"""Seconds after which a file that nobody finished with is taken away."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_PLAIN = re.compile(r"[^\w.()（）\- ]+")
FORM = 64 * 1024  # what a form weighs beside its file


def folder() -> Path:
    """Where uploads lie."""
    return Path(settings.HOME) / "uploads"


def plain_name(name: str) -> str:
    """A file's own name without folders, control characters or marks that mean something to a shell or a path."""
    last = re.split(r"[/\\]", name)[-1]
    found = _PLAIN.sub("_", "".join(sign for sign in last if sign.isprintable())).strip(". ")
    stem, dot, suffix = found.rpartition(".")
    return f"{stem[:100]}{dot}{suffix[:10]}" if dot else found[:100] or "upload"


def keep(request: HttpRequest, field: str) -> str:
    """Keep the file of a form's field; returns its token. FileRefused where there is none, or it is too large.

    The size is looked at before the body is read.
    """
    sweep()
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if length > LARGEST_FILE + FORM:
        raise FileRefused("upload-too-large", most=LARGEST_FILE // 2**20)
    given = request.FILES.get(field)
    if not isinstance(given, UploadedFile) or not given.name:
        raise FileRefused("upload-nothing")
    token = secrets.token_urlsafe(16)
    place = folder() / token
    place.mkdir(parents=True, mode=0o700)
    with (place / plain_name(given.name)).open("wb") as file:
        for piece in given.chunks():
            file.write(piece)
    return token


def kept(token: str) -> Path:
    """The file of a token. 404 for one that is none, or whose file was taken away."""
    if not _TOKEN.fullmatch(token):
        raise Http404("upload")
    place = folder() / token
    found = sorted(path for path in place.glob("*") if path.is_file() and not path.name.startswith("copy-of-"))
    if not found:
        raise Http404("upload")
    return found[0]


def sweep() -> None:
    """Take away what lies longer than a day."""
    now = time.time()
    for place in folder().glob("*"):
        if now - place.stat().st_mtime > KEPT:
            shutil.rmtree(place, ignore_errors=True)
