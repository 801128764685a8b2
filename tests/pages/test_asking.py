"""Paging and parameters."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict
from hypothesis import given
from hypothesis import strategies as st

from concentric.pages.asking import LONGEST, SIZES, Paging, day, paging, text, whole

ANY = st.text(max_size=200)


def asked(**parameters: str) -> HttpRequest:
    request = HttpRequest()
    request.GET = QueryDict(mutable=True)
    request.GET.update(parameters)
    return request


@given(ANY, ANY, st.integers(0, 10**7))
def test_every_page_asked_for_exists_and_is_of_an_offered_size(page: str, size: str, count: int) -> None:
    found = paging(asked(page=page, size=size), count)
    assert found.size in SIZES
    assert 1 <= found.number <= found.pages
    assert 0 <= found.last - found.start <= found.size


@given(st.sampled_from(SIZES), st.integers(0, 2000))
def test_pages_hold_every_item_once(size: int, count: int) -> None:
    parts = [Paging(number, size, count) for number in range(1, Paging(1, size, count).pages + 1)]
    held = [n for part in parts for n in range(count)[part.start : part.last]]
    assert held == list(range(count))


@given(st.integers(1, 400), st.integers(1, 400))
def test_offered_page_numbers_rise_and_never_hide_a_single_page(number: int, pages: int) -> None:
    number = min(number, pages)
    shown = Paging(number, 10, pages * 10).shown
    real = [page for page in shown if page is not None]
    assert real == sorted(set(real))
    assert {1, number, pages} <= set(real)
    for before, gap, after in zip(shown, shown[1:], shown[2:], strict=False):
        if gap is None:
            assert before is not None and after is not None and after - before > 2


@given(ANY)
def test_text_is_one_short_printable_line(value: str) -> None:
    found = text(asked(q=value), "q")
    assert len(found) <= LONGEST
    assert found.isprintable() and found == found.strip()


@given(ANY)
def test_a_day_is_a_day_or_said_to_be_none(value: str) -> None:
    found, bad = day(asked(on=value), "on")
    assert found is None or not bad


@given(ANY)
def test_a_whole_number_is_within_its_bounds(value: str) -> None:
    assert 1 <= whole(asked(n=value), "n", 7, most=50) <= 50
