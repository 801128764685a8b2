"""Opening accounts, and acting through one."""

from __future__ import annotations

from uuid import UUID

from concentric.access.models import ROLES, Account
from concentric.core.terms.findings import Refused
from concentric.ledger import clock
from concentric.ledger.actor import Actor, Channel
from concentric.ledger.lock import writing


class NoSuchAccount(Refused):
    """Nobody acts under this key, or no longer."""


class AccountTaken(Refused):
    """The key belongs to another organisation already."""


def open_account(key: str, role: str, organisation: UUID | None, office: UUID | None) -> Account:
    """Open an account, or open the same one again. AccountTaken when the key speaks for somebody else.

    ValueError when the role is none of `ROLES`.
    """
    with writing():
        return open_within(key, role, organisation, office)


def open_within(key: str, role: str, organisation: UUID | None, office: UUID | None) -> Account:
    """`open_account` for a caller that holds the write lock already."""
    if role not in ROLES:
        raise ValueError(f"{role} is no role; there are {', '.join(ROLES)}")
    account, made = Account.objects.get_or_create(
        key=key, defaults={"role": role, "organisation": organisation, "office": office}
    )
    if not made and (account.role, account.organisation, account.office) != (role, organisation, office):
        raise AccountTaken("access-account-taken", key=key)
    if account.closed_at is not None:
        account.closed_at = None
        account.save(update_fields=["closed_at"])
    return account


def acting(key: str, channel: Channel) -> Actor:
    """The actor behind an account. NoSuchAccount when there is none, or it was closed."""
    account = Account.objects.filter(key=key, closed_at=None).first()
    if account is None:
        raise NoSuchAccount("access-no-such-account", key=key)
    return Actor(account.key, account.organisation, account.office, channel)


def close_account(key: str) -> None:
    """Close an account; what it did stays. NoSuchAccount when there is none."""
    with writing():
        if not Account.objects.filter(key=key, closed_at=None).update(closed_at=clock.now()):
            raise NoSuchAccount("access-no-such-account", key=key)
