"""The only way in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from concentric.core.merkle import Frontier
from concentric.ledger import clock
from concentric.ledger.actor import Actor
from concentric.ledger.behind import Behind
from concentric.ledger.garbage import no_collection
from concentric.ledger.insert import insert
from concentric.ledger.lock import writing
from concentric.ledger.models import Charter, Commit
from concentric.ledger.refusals import NotAnExample, NothingToEnter, RequestIdReused
from concentric.ledger.select import select, time_of
from concentric.ledger.writer import Writer

_SEEN_AND_LAST = (
    "SELECT request_id, size, first, root, frontier, at, request_digest FROM ledger_commit "
    "WHERE request_id = %s OR size = (SELECT max(size) FROM ledger_commit)"
)
Change = Callable[[Writer], None]


@dataclass(frozen=True)
class Receipt:
    """What the ledger acknowledges: entries `first` to `size` - 1, the tree's root after them, and when.

    `replayed` is true when the same request had been entered before; nothing was entered twice.
    """

    first: int
    size: int
    root: bytes
    at: datetime
    replayed: bool = False


def append(actor: Actor, change: Change, *, request_id: str, request: bytes = b"") -> Receipt:
    """Enter what `change` adds, all of it or nothing, and return the receipt once it is committed.

    Parse and check what needs no ledger before calling: `change` runs while no other writer can. It is given the
    `Writer`; any exception it raises undoes everything. `request` is the content asked for under `request_id`: the same
    again returns the old receipt, another content is refused (RequestIdReused). A change that adds nothing is refused
    (NothingToEnter). Cost without the change: one query, three inserts, one sync.
    """
    digest = sha256(request).digest()
    with writing():
        frontier, at = Frontier(), clock.now()
        for id_, size, first, root, edge, then, seen in select(_SEEN_AND_LAST, request_id):
            if id_ == request_id:
                if bytes(seen) != digest:
                    raise RequestIdReused("ledger-request-id-reused", request=request_id)
                return Receipt(first, size, bytes(root), time_of(then), replayed=True)
            frontier = Frontier.from_bytes(bytes(edge))
            at = max(at, time_of(then))  # a clock that was set back must not reorder the log
        with no_collection(), Behind() as behind:
            writer = Writer(actor, at, frontier, behind)
            change(writer)
            writer.finish()
        if writer.next == writer.first:
            raise NothingToEnter("ledger-nothing-to-enter")
        if clock.is_told() and not _is_example():
            raise NotAnExample("ledger-not-an-example")
        receipt = Receipt(writer.first, frontier.size, frontier.root(), at)
        commit = {
            "size": receipt.size,
            "first": receipt.first,
            "root": receipt.root,
            "frontier": frontier.to_bytes(),
            "at": at,
            "actor": actor.key,
            "channel": actor.channel,
            "request_id": request_id,
            "request_digest": digest,
        }
        insert(Commit, [commit])
    return receipt


def _is_example() -> bool:
    # The charter as it was founded: a later version can't make an example of a real ledger.
    return Charter.objects.filter(idx=0, example=True).exists()
