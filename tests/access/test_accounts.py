"""Who acts: accounts speak for one organisation, and a ledger is founded once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.ledger.cast import build, enter, findings

from concentric.access.accounts import AccountTaken, NoSuchAccount, acting, close_account, open_account
from concentric.access.founding import AlreadyFounded, found
from concentric.access.models import ROLES, Account
from concentric.keep.commitments import take_step
from concentric.keep.models import CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.models import Charter, Entry, Head
from concentric.register.models import Organisation

FOUNDING = {"origin": "a.example/c", "title": {"zh-Hans": "市"}, "office_name": "办", "time_zone": "Asia/Shanghai"}


def test_a_founded_ledger_has_a_charter_an_office_and_its_account(ledger_db: str) -> None:
    actor = found(**FOUNDING)  # type: ignore[arg-type]
    office = Organisation.objects.get()
    assert (actor.key, actor.organisation, actor.office) == ("office", office.root, office.root)
    assert [each.kind for each in Entry.objects.order_by("idx")] == ["charter", "organisation"]
    assert office.office == office.id == Charter.objects.get().office and findings() == []


def test_a_second_founding_leaves_nothing(ledger_db: str) -> None:
    found(**FOUNDING)  # type: ignore[arg-type]
    with pytest.raises(AlreadyFounded):
        found(**FOUNDING | {"office_name": "另一个办公室"})  # type: ignore[arg-type]
    assert Entry.objects.count() == 2 and Account.objects.count() == 1 and findings() == []


def test_a_founding_that_breaks_off_can_be_begun_again(ledger_db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("concentric.access.founding.open_within", broken)
        with pytest.raises(RuntimeError):
            found(**FOUNDING)  # type: ignore[arg-type]
    assert not Charter.objects.exists()
    assert found(**FOUNDING).key == "office"  # type: ignore[arg-type]


def test_an_account_speaks_for_one_organisation_for_ever(office: Actor) -> None:
    city = build(office)
    open_account("village", "recipient", city.village, office.office)
    assert open_account("village", "recipient", city.village, office.office).organisation == city.village
    for role, organisation in (("recipient", city.clinic), ("supporter", city.village)):
        with pytest.raises(AccountTaken) as refused:
            open_account("village", role, organisation, office.office)
        assert "village" in refused.value.says("en")
    with pytest.raises(ValueError, match="mayor"):
        open_account("x", "mayor", city.village, office.office)
    assert ROLES == ("office", "supporter", "recipient", "handler", "verifier")


def test_a_closed_account_acts_no_more_until_it_is_opened_again(office: Actor) -> None:
    city = build(office)
    open_account("village", "recipient", city.village, office.office)
    close_account("village")
    for refuse in (lambda: acting("village", "link"), lambda: close_account("village"), lambda: acting("x", "link")):
        with pytest.raises(NoSuchAccount):
            refuse()
    with pytest.raises(AccountTaken):
        open_account("village", "recipient", city.clinic, office.office)
    open_account("village", "recipient", city.village, office.office)
    assert acting("village", "link") == Actor("village", city.village, office.office, "link")


def test_a_confirmation_counts_only_through_the_recipients_own_account(office: Actor) -> None:
    city = build(office)
    root = city.pledged()
    city.step(root, "delivered", amount=Decimal(100))
    open_account("village", "recipient", city.village, office.office)
    for actor, strength in ((office, 2), (acting("village", "link"), 3)):
        enter(actor, lambda w: take_step(w, root, "confirmed", on=None, amount=Decimal(100), of=1))
        assert Head.objects.get(matter=root).strength == strength
    last = CommitmentStep.objects.latest("idx")
    assert (last.recorded_by, last.channel, last.attested_by) == ("village", "link", city.village)
    assert findings() == []
