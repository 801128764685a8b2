"""A piece of evidence to take along. What may be shown to everybody is; the rest is simply not found."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from concentric.core.media import KINDS
from concentric.core.terms.findings import Refused
from concentric.keep import store
from concentric.keep.models import Evidence

SANDBOX = "default-src 'none'; sandbox"


def evidence(request: HttpRequest, idx: int) -> HttpResponse:
    """The file of the record at this place in the log, as a download that no browser opens in the house's name."""
    found = Evidence.objects.filter(idx=idx, access="public", media_type__in=list(KINDS)).first()
    now = found and Evidence.objects.in_force().filter(root=found.root, access="public", sha256=found.sha256).first()
    if found is None or now is None:  # a later version that shows less, or a void, takes the file back
        raise Http404
    try:
        content = store.take(found.sha256)
    except Refused:
        raise Http404 from None
    # Not the file's own name, which is for the office only.
    name = f"{found.sha256[:16]}.{KINDS[found.media_type].ending}"
    return HttpResponse(
        content,
        content_type=found.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": SANDBOX,
            "X-Content-Type-Options": "nosniff",
        },
    )
