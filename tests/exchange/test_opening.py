"""A commitment under an agreed pairing: filled in beforehand, entered once, refused where there is no agreement."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from tests.ledger.cast import enter, findings
from tests.match.town import BOOK, DAY, Town, build

from concentric.core.terms.words import LANGS
from concentric.exchange import opening
from concentric.exchange.rows.book_words import BookWords
from concentric.keep.models import Commitment
from concentric.ledger.actor import Actor
from concentric.match import pairings
from concentric.match.models import Pairing
from concentric.register.models import ProgrammeBook

SAYS = 'comes_to = "investment"\nnature = "business"\n'


def agreed(town: Town, supporter: str = "S1", village: str = "V1") -> Pairing:
    """Both sides have agreed; the village through its own account."""
    root = town.paired(f"P-{supporter}-{village}", supporter, village, "agreed")
    speaks(town, root, village)
    return Pairing.objects.get(root=root)


def books(office: Actor, declared: str) -> None:
    """The town's book is kept, and says this of the category industry."""
    text = BOOK.replace("weight = 3\n", f"weight = 3\n{declared}")
    enter(office, lambda w: w.add(ProgrammeBook(code="town", title={"zh-Hans": "镇", "en": "Town"}, toml=text)))


def words(pairing: Pairing) -> BookWords:
    return BookWords(pairing.office)


def speaks(town: Town, root: UUID, village: str) -> None:
    own = replace(town.office, key=f"village-{village}", organisation=town.roots[village])
    enter(own, lambda w: pairings.take_step(w, root, "agreed", on=DAY))


def read(pairing: Pairing, **typed: str) -> opening.Form:
    typed = {"kind": "investment", "nature": "business"} | typed
    return opening.read_form(opening.prefilled(pairing, words(pairing), DAY) | typed, pairing, "CNY", "en", DAY)


def test_the_form_says_what_the_one_needs_and_the_other_offers(office: Actor) -> None:
    town = build(office)
    books(office, SAYS)
    pairing = agreed(town)
    texts = opening.prefilled(pairing, words(pairing), DAY)
    assert (texts["number"], texts["kind"], texts["nature"]) == ("P-S1-V1-C1", "investment", "business")
    assert texts["currency"] == "CNY" and texts["committed_on"] == "2021-03-01" and texts["amount"] == ""
    pairing = agreed(town, "S1", "V3")
    other = opening.prefilled(pairing, words(pairing), DAY)
    assert (other["kind"], other["nature"], other["what"]) == ("", "", ""), "nothing that is needed is offered"


@pytest.mark.parametrize("declared", ["", 'comes_to = "training"\n'])
def test_what_help_comes_to_is_the_books_to_say_and_chosen_by_nobody_else(office: Actor, declared: str) -> None:
    town = build(office)
    books(office, declared)
    pairing = agreed(town)
    texts = opening.prefilled(pairing, words(pairing), DAY)
    assert (texts["kind"], texts["nature"]) == ("training" if declared else "", "")
    assert texts["currency"] == "", "no money is meant"


def test_a_commitment_under_a_pairing_is_entered_and_names_it(office: Actor) -> None:
    town = build(office)
    pairing = agreed(town)
    form = read(pairing, amount="5.2万", what="茶园")
    assert form.commitment is not None and form.findings == ()
    opening.open_under(office, pairing, form.commitment, "en")
    entered = Commitment.objects.get()
    assert (entered.pairing, entered.supporter_id, entered.recipient_id, entered.amount, entered.currency) == (
        pairing.root, town.roots["S1"], town.roots["V1"], 52000, "CNY",
    )  # fmt: skip
    assert opening.prefilled(pairing, words(pairing), DAY)["number"] == "P-S1-V1-C2" and findings() == []
    counted = read(pairing, kind="jobs", quantity="12", unit="个岗位", currency="CNY")
    assert counted.commitment is not None and counted.commitment.currency == "", "a quantity has no currency"


def test_it_is_refused_where_not_both_agreed_twice_and_where_it_says_nothing(office: Actor) -> None:
    town = build(office)
    root = town.paired("P1", "S1", "V1", "agreed")
    pairing = Pairing.objects.get(root=root)
    form = read(pairing, amount="100")
    assert form.commitment is not None
    with pytest.raises(opening.PairingNotAgreed) as early:
        opening.open_under(office, pairing, form.commitment, "en")
    speaks(town, root, "V1")
    opening.open_under(office, pairing, form.commitment, "en")
    again = read(pairing, amount="100")
    assert again.commitment is not None
    with pytest.raises(opening.OpenedBefore) as twice:
        opening.open_under(office, pairing, again.commitment, "en")
    enter(office, lambda w: pairings.take_step(w, root, "ended", on=DAY, note="期满"))
    more = read(pairing, amount="200")
    assert more.commitment is not None
    with pytest.raises(opening.PairingNotAgreed):
        opening.open_under(office, pairing, more.commitment, "en")
    with pytest.raises(opening.NoSuchPairing) as nothing:
        opening.pairing_of("P9", office.office)
    assert Commitment.objects.count() == 1
    for refused in (early.value, twice.value, nothing.value):
        assert all(refused.says(lang) and refused.remedy(lang) for lang in LANGS)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({}, "commitment-nothing"),
        ({"amount": "1", "quantity": "2"}, "commitment-both"),
        ({"quantity": "2"}, "commitment-without-unit"),
        ({"kind": "money", "quantity": "2", "unit": "t"}, "commitment-money-without-amount"),
        ({"kind": "roads", "amount": "1"}, "cell-not-a-choice"),
        ({"amount": "much"}, "number-unreadable"),
        ({"amount": "-5"}, "cell-negative"),
        ({"amount": "1", "committed_on": "2021-03-02"}, "row-in-future"),
        ({"amount": "1", "due": "2021-02-01"}, "row-dates-backwards"),
        ({"amount": "1", "committed_on": ""}, "opening-missing"),
        ({"amount": "1", "number": ""}, "opening-missing"),
        ({"amount": "1", "committed_on": "soon"}, "date-unreadable"),
    ],
)
def test_wrong_input_is_told_by_its_column(office: Actor, typed: dict[str, str], key: str) -> None:
    form = read(agreed(build(office)), **typed)
    assert form.commitment is None and len(form.findings) == 1
    told = form.findings[0]
    assert (told.key == key or key.endswith("unreadable")) and told.column
    assert all(told.says(lang) and told.remedy(lang) for lang in LANGS)
