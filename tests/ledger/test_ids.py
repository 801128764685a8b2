"""Ids that records get: each made once, in the order of the making."""

from __future__ import annotations

import copy
import os
import pickle
import sys
import threading
from uuid import UUID

import pytest

from concentric.ledger.ids import new_id


def test_ids_grow_and_are_plain_uuids_of_version_seven() -> None:
    made = [new_id() for _ in range(2_000)]
    assert made == sorted(set(made))
    for one in made[:3]:
        again = UUID(str(one))
        assert (again.version, again.variant) == (7, "specified in RFC 4122")
        assert one == again and hash(one) == hash(again) and one.hex == again.hex
        assert type(pickle.loads(pickle.dumps(one))) is type(copy.copy(one)) is UUID


def test_threads_never_make_the_same_id() -> None:
    made: list[list[UUID]] = [[] for _ in range(4)]
    threads = [threading.Thread(target=lambda held=held: held.extend(new_id() for _ in range(3_000))) for held in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for held in made for one in held}) == 12_000


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_a_forked_child_makes_other_ids_than_its_parent() -> None:
    """Chance is fetched in bulk: what the parent holds in store must not be used by its child too."""
    new_id()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, b"".join(new_id().bytes[8:] for _ in range(50)))
        os._exit(0)
    mine = {new_id().bytes[8:] for _ in range(50)}
    os.waitpid(child, 0)
    told = os.read(read, 50 * 8)
    os.close(read)
    os.close(write)
    theirs = {told[at : at + 8] for at in range(0, len(told), 8)}
    assert len(theirs) == 50 and not mine & theirs
