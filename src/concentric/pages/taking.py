"""What a reader takes along: rows as a file."""

from __future__ import annotations

import io
import tempfile
from typing import IO, cast

from django.http import FileResponse

from concentric.prove.listing import Listing


def csv_file(found: Listing, stem: str, lang: str) -> FileResponse:
    """All rows of a list as a file to take along."""
    # On disk beyond a megabyte: a nation's list must not fill the memory.
    file = tempfile.SpooledTemporaryFile(max_size=1 << 20)  # noqa: SIM115 - the response closes it
    text = io.TextIOWrapper(cast(IO[bytes], file), encoding="utf-8", newline="")
    found.csv(text, lang)
    text.flush()
    text.detach()
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{stem}.csv", content_type="text/csv; charset=utf-8")
