"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def masthead(request: HttpRequest) -> dict[str, Any]:
    """The reader's language."""
    return {"lang": request.lang}  # type: ignore[attr-defined]
