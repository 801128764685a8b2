"""What every template knows: the reader's language, the ledger the pages speak of, where we are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from concentric.core.terms.findings import Refused
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import DEFAULT_LANG, languages
from concentric.ledger.models import Commit
from concentric.ledger.positions import charter

DEFAULT_ZONE = "Asia/Shanghai"
SECTIONS = {
    "home": "home",
    **dict.fromkeys(("reviews", "review", "review-figure", "review-rows"), "reviews"),
    **dict.fromkeys(("figures", "figure", "figure-rows"), "figures"),
    **dict.fromkeys(("lists", "list", "record", "import", "import-look", "waiting", "due", "opening"), "lists"),
    **dict.fromkeys(("check", "check-text"), "check"),
    **dict.fromkeys(("pairing", "pairing-work", "pairing-run", "pairing-pair", "pairing-check"), "pairing"),
    "ledger": "ledger",
}
"""Address name -> the entry of the main navigation it belongs to."""


@dataclass(frozen=True)
class Masthead:
    """The ledger in a line: its title, how many entries, the root of their tree. `founded` is false before `init`."""

    title: str = ""
    origin: str = ""
    zone: str = DEFAULT_ZONE
    example: bool = False
    size: int = 0
    root: bytes = b""
    founded: bool = False


def masthead_of(lang: str) -> Masthead:
    """Two queries. An office that has set up nothing yet still gets its pages."""
    try:
        found = charter()
        last = Commit.objects.order_by("-size").values_list("size", "root").first() or (0, b"")
    except Refused:
        return Masthead()
    return Masthead(
        title=localized(found.title, lang) if found.title else found.origin,
        origin=found.origin,
        zone=found.time_zone,
        example=found.example,
        size=last[0],
        root=bytes(last[1]),
        founded=True,
    )


def masthead(request: HttpRequest) -> dict[str, Any]:
    """`lang`, `languages`, `at` (the section we are in), and `masthead`, whose queries run only where it is shown."""
    lang = getattr(request, "lang", DEFAULT_LANG)
    # A request that was refused before it reached the language's middleware has no language of its own.
    return {
        "lang": lang,
        "languages": languages(),
        "at": SECTIONS.get(getattr(request.resolver_match, "url_name", None) or "", ""),
        "masthead": SimpleLazyObject(lambda: masthead_of(lang)),
    }
