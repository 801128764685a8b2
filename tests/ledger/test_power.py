"""What was acknowledged survives a power cut, a failing disk, a full one, and kill -9."""

from __future__ import annotations

from random import Random

import apsw
import pytest
from django.conf import settings
from django.db import DatabaseError, connection

from concentric.keep.models import CommitmentStep
from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry
from concentric.register.models import Place

from .cast import Nursery, await_silence, build, enter, findings
from .disk import Disk, PowerCut

CUTS = 300
KILLS = 15


def pragmas() -> list[str]:
    """Those of the settings. The index of the WAL is kept in this process, for the disk here has no shared memory."""
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.sqlite3":
        pytest.skip("about SQLite")
    given = [each.strip() for each in settings.DATABASES["default"]["OPTIONS"]["init_command"].split(";")]
    return ["PRAGMA locking_mode=EXCLUSIVE", *filter(None, given)]


def make_tables(db: apsw.Connection) -> None:
    db.execute("CREATE TABLE entry (idx INTEGER PRIMARY KEY, payload BLOB, leaf BLOB)")
    db.execute("CREATE TABLE commits (size INTEGER PRIMARY KEY, root BLOB, request TEXT UNIQUE)")


def commit(db: apsw.Connection, at: int, rng: Random) -> None:
    """A transaction like one of the ledger: a few entries, and the commit that covers them."""
    db.execute("BEGIN IMMEDIATE")
    size = db.execute("SELECT coalesce(max(size), 0) FROM commits").fetchone()[0]
    many = rng.randint(1, 4)
    for idx in range(size, size + many):
        db.execute(
            "INSERT INTO entry VALUES (?, ?, ?)", (idx, rng.randbytes(rng.randint(200, 3000)), rng.randbytes(32))
        )
    db.execute("INSERT INTO commits VALUES (?, ?, ?)", (size + many, rng.randbytes(32), str(at)))
    db.execute("COMMIT")


def requests(db: apsw.Connection) -> list[int]:
    """The requests that are there, once the database is found whole: no gap, no half transaction."""
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    sizes = [size for (size,) in db.execute("SELECT size FROM commits ORDER BY size")]
    indexes = [idx for (idx,) in db.execute("SELECT idx FROM entry ORDER BY idx")]
    assert indexes == list(range(sizes[-1] if sizes else 0))
    return [int(at) for (at,) in db.execute("SELECT request FROM commits ORDER BY size")]


def lost_in_cuts(given: list[str], cuts: int) -> tuple[int, int]:
    """How many transactions were acknowledged in all these runs, and how many of them were gone after the cut."""
    told = lost = 0
    for seed in range(cuts):
        rng = Random(seed)
        disk = Disk()
        with disk.open(*given) as db:
            make_tables(db)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        moment = disk.operations + rng.randint(1, 500)

        def cut(_: str, disk: Disk = disk, moment: int = moment) -> None:
            if disk.operations >= moment:
                raise PowerCut

        disk.before = cut
        done: list[int] = []
        left: dict[str, bytes] = {}
        with disk.open(*given) as db:
            disk.before = cut
            try:
                for at in range(1_000):
                    commit(db, at, rng)
                    done.append(at)
                    if at % 20 == 19:
                        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except (PowerCut, apsw.Error):
                left = disk.after_cut(rng)
        assert left, "the cut never came"
        with Disk(left).open(*given) as db:
            there = requests(db)
        assert there in (done[: len(there)], [*done, len(done)])  # a beginning; the last may not have been told yet
        told += len(done)
        lost += max(0, len(done) - len(there))
    return told, lost


def test_no_acknowledged_transaction_is_lost_in_a_power_cut() -> None:
    told, lost = lost_in_cuts(pragmas(), CUTS)
    assert told > 1_000 and lost == 0


def test_with_a_lazier_setting_some_would_be_lost() -> None:
    lazy = [each.replace("synchronous=FULL", "synchronous=NORMAL") for each in pragmas()]
    assert lazy != pragmas()
    _, lost = lost_in_cuts(lazy, CUTS)
    assert lost > CUTS  # else the model of a power cut is none


@pytest.mark.parametrize("what", ["write", "sync"])
def test_a_commit_that_the_disk_fails_is_not_acknowledged_and_harms_nothing(what: str) -> None:
    given, failed = pragmas(), 0
    for seed in range(25):
        rng = Random(seed)
        disk = Disk()
        with disk.open(*given) as db:
            make_tables(db)
            left = rng.randint(1, 12)

            def fail(now: str) -> None:
                nonlocal left
                left -= now == what
                if left == 0:
                    raise apsw.IOError

            done: list[int] = []
            disk.before = fail
            for at in range(40):
                try:
                    commit(db, at, rng)
                except apsw.Error:
                    failed += 1
                    if not db.get_autocommit():
                        db.execute("ROLLBACK")
                    assert requests(db) == done, "what failed is not there for anybody who reads now"
                    disk.before = lambda _: None
                else:
                    done.append(at)
            assert requests(db) == done and len(done) >= 39
        with Disk({name: file.safe for name, file in disk.files.items()}).open(*given) as db:
            assert requests(db) == done
    assert failed >= 20


def test_on_a_full_disk_nothing_is_acknowledged_and_the_ledger_stays_whole(office: Actor) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")
    before = Entry.objects.count()
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 3}")

    def write(writer):  # type: ignore[no-untyped-def]
        for at in range(300):
            writer.add(Place(code=f"{at}", name="甲" * 60, level="county"))

    with pytest.raises(DatabaseError, match="full"):
        enter(office, write, request_id="full")
    assert Entry.objects.count() == before and findings() == []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    assert not enter(office, write, request_id="full").replayed
    assert Entry.objects.count() == before + 300 and findings() == []


def test_whatever_was_acknowledged_before_a_kill_is_there_and_verifies(office: Actor) -> None:
    city, rng = build(office), Random(9)
    roots = [city.pledged(f"C{at}") for at in range(5)]
    done: dict[str, int] = {}
    nursery = Nursery()
    for at in range(KILLS):
        done |= nursery.killed(roots[at % 5], f"k{at}", rng.uniform(0, 0.15))
    nursery.close()
    if connection.vendor == "postgresql":
        await_silence()
    held = dict(CommitmentStep.objects.values_list("number", "idx"))
    assert {number: held.get(number) for number in done} == done
    # What was committed and not yet told: one for each thread that was killed at most.
    assert len(done) >= KILLS and len(held) <= len(done) + 2 * KILLS
    assert findings() == []
    enter(office, lambda w: w.add(Place(code="after", name="甲", level="county")))
    assert findings() == []
