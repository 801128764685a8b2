"""Addresses that nobody means: each page answers sensibly, in the reader's language, and nothing breaks."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from concentric.core.terms.words import LANGS
from concentric.pages.listed import LISTED

from .world import World

PASSED_OVER = {
    "page": ("-1", "0", "999999999999", "zwei"),
    "size": ("7", "1e9", "", "10"),
    "order": (";drop", "-nothing", "%00", "--"),
    "rung": ("loud", "%00"),
    "state": ("nonsense",),
    "format": ("exe", ""),
    "q": ("%00%27%22%25_", "长" * 400, "%F0%9F%A6%84&q=zweimal"),
    "on": ("31.12.2021", "2021-02-30", "9999-12-31"),
    "nobody": ("knows&[]=&=&&",),
}
"""What a list passes over, or says that it can't read, by parameter: it shows what it can."""
ROUNDS = ["&".join(f"{name}={values[n]}" for name, values in PASSED_OVER.items() if n < len(values)) for n in range(4)]
NOWHERE = ("county=999999", "county=%27%20OR%201=1", "place=x", "party=%00", "party=nobody")
"""What would narrow to something that isn't there: there is no such page."""


@pytest.mark.parametrize("stem", LISTED)
def test_a_list_answers_whatever_stands_in_its_address(world: World, reader: Client, stem: str) -> None:
    assert sum(map(len, PASSED_OVER.values())) + len(NOWHERE) >= 25
    for n, asked in enumerate((*ROUNDS, *NOWHERE)):
        lang = LANGS[n % len(LANGS)]
        response = reader.get(f"/lists/{stem}/?{asked}&lang={lang}")
        allowed = (200,) if asked in ROUNDS else (200, 404)  # not every list has places or parties
        assert response.status_code in allowed, asked
        html = b"".join(response).decode()
        assert re.search(rf'<html lang="{lang}"', html) and "<h1" in html, asked
        assert "Traceback" not in html and "{ $" not in html


ADDRESSES = (
    "/figures/nothing/",
    "/figures/money-received/?period=2021-Q9",
    "/figures/money-received/?period=gestern&place=450222",
    "/figures/money-received/records/?page=-4&size=x&order=%00",
    "/figures/money-received/?place=%00",
    "/reviews/nothing/",
    "/reviews/%00/",
    "/reviews/../../etc/passwd/",
    "/records/99999999999999999999/",
    "/records/-1/",
    "/records/abc/",
    "/lists/%2e%2e/",
    "/check/nothing/",
    "/import/nothing/",
    "/pairing/nothing/",
    "/waiting/?round=%00",
    "/due/?within=-1&by=%00",
    "/ledger/?page=zwei",
    "/?on=gestern&place=x",
    "/figures/?on=9999-12-31",
    "/lists/cases/?on=9999-12-31",
    "/?on=0001-01-01",
)


@pytest.mark.parametrize(("n", "address"), list(enumerate(ADDRESSES)))
def test_a_page_answers_whatever_stands_in_its_address(world: World, reader: Client, n: int, address: str) -> None:
    lang = LANGS[n % len(LANGS)]
    joint = "&" if "?" in address else "?"
    response = reader.get(f"{address}{joint}lang={lang}")
    assert response.status_code in (200, 400, 403, 404), response.status_code  # some pages are for the desk alone
    html = b"".join(response).decode()
    assert "<h1" in html and "Traceback" not in html and f'lang="{lang}"' in html
