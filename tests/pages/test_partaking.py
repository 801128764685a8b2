"""The page of an organisation says where it takes part, and leads to lists of just that."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from concentric.keep.models import Commitment
from concentric.match.models import Pairing
from concentric.register.models import Organisation

from .world import World


@pytest.fixture
def chamber(world: World) -> Organisation:
    """The organisation that supports most pairings of the small world."""
    supporters = list(Pairing.objects.in_force().values_list("supporter", flat=True))
    root = max(set(supporters), key=supporters.count)
    found: Organisation = Organisation.objects.in_force().get(root=root)
    return found


def test_each_list_that_names_it_stands_there_with_its_rows(
    world: World, reader: Client, chamber: Organisation
) -> None:
    page = reader.get(f"/records/{chamber.idx}/").content.decode()
    pairings = Pairing.objects.in_force().filter(supporter=chamber.root).count()
    gifts = Commitment.objects.in_force().filter(supporter=chamber.root).count()
    assert f'<a href="/lists/pairings/?party={chamber.number}">' in page
    told = dict(re.findall(r'href="/lists/([a-z-]+)/\?party=[^"]*">[^<]*</a> <span class="num">(\d+)</span>', page))
    assert told["pairings"] == str(pairings) and told.get("commitments", "0") == str(gifts)
    assert "cases" not in told, "who raised a case is the office's to know"


def test_a_list_is_narrowed_to_it_and_can_be_opened_up_again(
    world: World, reader: Client, chamber: Organisation
) -> None:
    page = reader.get(f"/lists/pairings/?party={chamber.number}").content.decode()
    rows = re.findall(r'<th scope="row"[^>]*><a href="/records/(\d+)/">', page)
    assert {Pairing.objects.get(idx=idx).supporter_id for idx in rows} == {chamber.root}
    assert chamber.name in page and 'name="party"' in page
    file = reader.get(f"/lists/pairings/?party={chamber.number}&format=csv")
    lines = b"".join(file.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert len(lines) == 1 + len(rows)


def test_an_organisation_that_is_not_there_is_not_found(world: World, reader: Client) -> None:
    assert reader.get("/lists/pairings/?party=nobody").status_code == 404
