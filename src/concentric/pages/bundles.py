"""What a reader takes along to check a review offline: a whole edition, or one of its numbers."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest

from concentric.core.terms.findings import Refused
from concentric.exchange.bundle import covering, write_bundle
from concentric.pages.reviews import kept_file, printed_number, published
from concentric.prove.models import Edition


def bundle(request: HttpRequest, number: str) -> FileResponse:
    """All numbers with their records. The first reader waits; then it is kept until a newer checkpoint is signed."""
    edition = published(number)
    try:
        signed = covering(edition, Path(settings.HOME))
        made = kept_file(edition, f"{signed.checkpoint.size}.zip", lambda: _packed(edition))
    except Refused as refused:
        raise Http404("bundle") from refused
    return FileResponse(BytesIO(made), as_attachment=True, filename=f"{edition.number}.zip")


def proof(request: HttpRequest, number: str, ref: str) -> FileResponse:
    """One number with its records."""
    edition = published(number)
    frozen, file = printed_number(edition, ref), BytesIO()
    try:
        write_bundle(edition, covering(edition, Path(settings.HOME)), file, only=frozen.ref)
    except Refused as refused:
        raise Http404("bundle") from refused
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{edition.number}.{ref}.zip")


def _packed(edition: Edition) -> bytes:
    file = BytesIO()
    write_bundle(edition, covering(edition, Path(settings.HOME)), file)
    return file.getvalue()
