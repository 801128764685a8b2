"""What a reader takes along: rows as a file."""

from __future__ import annotations

from django.http import StreamingHttpResponse

from concentric.prove.listing import Listing


def csv_file(found: Listing, stem: str, lang: str) -> StreamingHttpResponse:
    """All rows of a list as a file to take along, sent while it is written: never more of it in memory than a piece."""
    response = StreamingHttpResponse(found.pieces(lang), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{stem}.csv"'
    return response
