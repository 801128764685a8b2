"""Whoever changes anything past `append` is found out, and the entry is named. No trigger is left to prevent it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, models, transaction

from concentric.ledger import triggers
from concentric.ledger.actor import Actor
from concentric.ledger.ids import new_id
from concentric.ledger.insert import insert
from concentric.ledger.models import Commit, Entry, Head, InForce, Record, SealedValue
from concentric.ledger.payload import kinds
from concentric.ledger.verify import Report, verify

from . import formula
from .cast import build, history

Change = Callable[[Random], set[int] | None]
"""Changes the database, and returns indexes of which one at least must be named; None where there is none to name."""


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def write(model: type[models.Model], key: str, value: Any, /, **fields: Any) -> None:
    """UPDATE one row, past every refusal of Python."""
    models.QuerySet(model).filter(**{key: value}).update(**fields)


def another(field: Any, value: Any, rng: Random) -> Any:
    """Some other value that the column takes."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, models.UUIDField):
        return uuid4()
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.IntegerField):
        return (value or 0) + rng.randint(1, 9)
    if isinstance(field, models.JSONField):
        return {**(value or {}), "x": "y"}
    if isinstance(field, models.BinaryField):
        return flip(bytes(value or b"\0"), rng)
    if isinstance(field, models.DateTimeField | models.DateField):
        return "1999-01-01" if type(field) is models.DateField else "1999-01-01T00:00:00Z"
    if value and rng.random() < 0.3:
        return ""
    return f"{value or ''}{rng.choice('x村')}"


def flip(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def one(model: type[models.Model], rng: Random) -> Any:
    return rng.choice(list(models.QuerySet(model)))


def record(rng: Random) -> Record:
    entry = one(Entry, rng)
    return kinds()[entry.kind]._base_manager.get(idx=entry.idx)


def rewritten(entry: Entry, rng: Random) -> bytes:
    """A canonical payload that says something else."""
    parsed = json.loads(bytes(entry.payload))
    name = rng.choice([name for name, value in parsed["fields"].items() if isinstance(value, str)])
    parsed["fields"][name] += "1"
    return formula.rfc8785.dumps(parsed)


# -- entries -----------------------------------------------------------------------------------------------------------


def entry_bytes(rng: Random) -> set[int]:
    entry, name = one(Entry, rng), rng.choice(["payload", "salt", "leaf"])
    write(Entry, "idx", entry.idx, **{name: flip(bytes(getattr(entry, name)), rng)})
    return {entry.idx}


def entry_columns(rng: Random) -> set[int]:
    entry, name = one(Entry, rng), rng.choice(["kind", "version", "record"])
    write(Entry, "idx", entry.idx, **{name: another(Entry._meta.get_field(name), getattr(entry, name), rng)})
    return {entry.idx}


def same_content_other_bytes(rng: Random) -> set[int]:
    entry = one(Entry, rng)
    parsed = json.loads(bytes(entry.payload))
    texts = [
        json.dumps(parsed, sort_keys=True, ensure_ascii=False),
        json.dumps(parsed, sort_keys=True, separators=(",", ":")).replace("\\u", "\\u"),
        json.dumps(dict(reversed(parsed.items())), separators=(",", ":"), ensure_ascii=False),
        bytes(entry.payload).decode().replace('"sealed":{', '"sealed":{ '),
        bytes(entry.payload).decode()[:-1] + ',"more":{}}',
    ]
    text = rng.choice([text for text in texts if text.encode() != bytes(entry.payload)])
    write(Entry, "idx", entry.idx, payload=text.encode())
    return {entry.idx}


def digest_in_capitals(rng: Random) -> set[int]:
    entry = Entry.objects.get(record=one(SealedValue, rng).record)
    digest = next(iter(json.loads(bytes(entry.payload))["sealed"].values()))
    write(Entry, "idx", entry.idx, payload=bytes(entry.payload).replace(digest.encode(), digest.upper().encode()))
    return {entry.idx}


def payload_with_its_leaf(rng: Random) -> set[int]:
    entry = one(Entry, rng)
    payload = rewritten(entry, rng)
    write(Entry, "idx", entry.idx, payload=payload, leaf=formula.leaf(payload, bytes(entry.salt)))
    return {entry.idx}


def payload_leaf_and_row(rng: Random) -> set[int]:
    """Everything about one record, so that only its commit can tell."""
    entry = one(Entry, rng)
    parsed = json.loads(bytes(entry.payload))
    parsed["fields"]["reason"] = "漏写"
    payload = formula.rfc8785.dumps(parsed)
    write(Entry, "idx", entry.idx, payload=payload, leaf=formula.leaf(payload, bytes(entry.salt)))
    write(kinds()[entry.kind], "idx", entry.idx, reason="漏写")
    return {Commit.objects.filter(first__lte=entry.idx).latest("first").first}


def two_entries_exchanged(rng: Random) -> set[int]:
    first, second = rng.sample(list(Entry.objects.all()), 2)
    names = ("kind", "version", "record", "payload", "salt", "leaf")
    for here, there in ((first, second), (second, first)):
        write(Entry, "idx", here.idx, **{name: getattr(there, name) for name in names})
    return {first.idx, second.idx}


def entry_removed(rng: Random) -> set[int]:
    entry = one(Entry, rng)
    run("DELETE FROM ledger_entry WHERE idx = %s", entry.idx)
    return {entry.idx, entry.idx + 1}


def entries_moved_up(rng: Random) -> set[int]:
    entry = one(Entry, rng)
    run("DELETE FROM ledger_entry WHERE idx = %s", entry.idx)
    for later in Entry.objects.filter(idx__gt=entry.idx).order_by("idx").values_list("idx", flat=True):
        run("UPDATE ledger_entry SET idx = %s WHERE idx = %s", later - 1, later)
    return {entry.idx, Commit.objects.latest("size").size - 1}


def log_truncated(rng: Random) -> set[int]:
    size = rng.randrange(Entry.objects.count())
    run("DELETE FROM ledger_entry WHERE idx >= %s", size)
    return {size}


def commits_truncated_with_their_entries(rng: Random) -> set[int] | None:
    last = Commit.objects.latest("size")
    run("DELETE FROM ledger_entry WHERE idx >= %s", last.first)
    run("DELETE FROM ledger_commit WHERE size = %s", last.size)
    return set(range(last.first, last.size))


def stray_entry(rng: Random) -> set[int]:
    entry = one(Entry, rng)
    entry.idx = rng.choice([-5, Commit.objects.latest("size").size])
    insert(Entry, [entry.__dict__])
    return {entry.idx}


# -- commits -----------------------------------------------------------------------------------------------------------


def commit_columns(rng: Random) -> set[int]:
    commit = one(Commit, rng)
    name = rng.choice(["size", "first", "root", "frontier", "at", "actor", "channel"])
    value = another(Commit._meta.get_field(name), getattr(commit, name), rng)
    write(Commit, "size", commit.size, **{name: value})
    return set(range(-9, commit.size + 10)) if name in ("size", "first") else set(range(commit.first, commit.size))


def commit_begins_later(rng: Random) -> set[int]:
    commit = rng.choice([each for each in Commit.objects.all() if each.size - each.first > 1])
    write(Commit, "size", commit.size, first=commit.first + 1)
    return {commit.first, commit.first + 1}


def commit_removed(rng: Random) -> set[int]:
    commit = one(Commit, rng)
    run("DELETE FROM ledger_commit WHERE size = %s", commit.size)
    return {commit.first, commit.size}


def commits_merged(rng: Random) -> set[int]:
    commits = list(Commit.objects.order_by("size"))
    at = rng.randrange(len(commits) - 1)
    run("DELETE FROM ledger_commit WHERE size = %s", commits[at].size)
    write(Commit, "size", commits[at + 1].size, first=commits[at].first)
    return {commits[at].first}


# -- rows and projections ----------------------------------------------------------------------------------------------


def typed_column(rng: Random) -> set[int]:
    held = record(rng)
    fields = [field for field in held._meta.concrete_fields if field.name != "idx"]
    field = rng.choice(fields)
    value = getattr(held, field.attname)
    write(type(held), "idx", held.idx, **{field.attname: another(field, value, rng)})
    return {held.idx}


def typed_column_emptied(rng: Random) -> set[int]:
    held = record(rng)
    fields = [f for f in held._meta.concrete_fields if f.null and getattr(held, f.attname) is not None]
    write(type(held), "idx", held.idx, **{rng.choice(fields).attname: None})
    return {held.idx}


def typed_row_removed(rng: Random) -> set[int]:
    held = record(rng)
    run(f"DELETE FROM {held._meta.db_table} WHERE idx = %s", held.idx)
    return {held.idx}


def typed_row_stray(rng: Random) -> set[int]:
    held = record(rng)
    held.id, held.idx = new_id(), rng.choice([-3, 9_999])
    held.supersedes_id = None
    if hasattr(held, "n"):
        held.n += 1_000
    insert(type(held), [held.__dict__])
    return {held.idx}


def rows_exchanged(rng: Random) -> set[int]:
    first = record(rng)
    second = rng.choice(list(type(first)._base_manager.exclude(idx=first.idx)))
    table = first._meta.db_table
    for old, new in ((first.idx, -7), (second.idx, first.idx), (-7, second.idx)):
        run(f"UPDATE {table} SET idx = %s WHERE idx = %s", new, old)
    return {first.idx, second.idx}


def projection_column(rng: Random) -> set[int] | None:
    model, key = rng.choice([(InForce, "root"), (Head, "matter")])
    row = one(model, rng)
    field = rng.choice(model._meta.concrete_fields)
    write(model, key, getattr(row, key), **{field.name: another(field, getattr(row, field.attname), rng)})
    kind = Entry.objects.filter(record=getattr(row, key)).values_list("idx", flat=True)
    later = [e.idx for e in Entry.objects.all() if str(getattr(row, key)) in bytes(e.payload).decode()]
    return set(kind) | set(later)


def projection_removed(rng: Random) -> set[int] | None:
    model, key = rng.choice([(InForce, "root"), (Head, "matter")])
    root: UUID = getattr(one(model, rng), key)
    models.QuerySet(model).filter(**{key: root}).delete()
    return {e.idx for e in Entry.objects.all() if str(root) in bytes(e.payload).decode()}


def projection_stray(rng: Random) -> None:
    model, key = rng.choice([(InForce, "root"), (Head, "matter")])
    row = one(model, rng)
    setattr(row, key, uuid4())
    if model is InForce:
        row.key, row.latest = "stray", uuid4()
    insert(model, [row.__dict__])


def sealed_value(rng: Random) -> set[int]:
    held = one(SealedValue, rng)
    name = rng.choice(["value", "salt", "erased_at", "erased_because", "field", "record"])
    write(SealedValue, "id", held.id, **{name: another(SealedValue._meta.get_field(name), getattr(held, name), rng)})
    return {Entry.objects.get(record=held.record).idx}


def sealed_value_lost(rng: Random) -> set[int]:
    held = one(SealedValue, rng)
    how = rng.randrange(4)
    if how == 0:
        run("DELETE FROM ledger_sealedvalue WHERE id = %s", held.id)
    else:
        # An erasure that keeps the salt, or says neither when nor why, is none.
        gone: dict[str, Any] = {"value": None, "erased_at": "2021-01-01T00:00:00Z", "erased_because": "x", "salt": None}
        del gone[["salt", "erased_at", "erased_because"][how - 1]]
        write(SealedValue, "id", held.id, **gone)
    return {Entry.objects.get(record=held.record).idx}


def sealed_value_stray(rng: Random) -> None:
    held = one(SealedValue, rng)
    held.record = uuid4()
    insert(SealedValue, [held.__dict__])


CHANGES: tuple[Change, ...] = (
    entry_bytes,
    entry_bytes,
    entry_bytes,
    entry_columns,
    same_content_other_bytes,
    digest_in_capitals,
    payload_with_its_leaf,
    payload_leaf_and_row,
    two_entries_exchanged,
    entry_removed,
    entries_moved_up,
    log_truncated,
    commits_truncated_with_their_entries,
    stray_entry,
    commit_columns,
    commit_columns,
    commit_begins_later,
    commit_removed,
    commits_merged,
    typed_column,
    typed_column,
    typed_column,
    typed_column,
    typed_column_emptied,
    typed_row_removed,
    typed_row_stray,
    rows_exchanged,
    projection_column,
    projection_column,
    projection_removed,
    projection_stray,
    sealed_value,
    sealed_value_lost,
    sealed_value_stray,
)
TIMES = 1_000


@pytest.fixture
def unguarded(office: Actor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Actor]:
    """A ledger of every noun without triggers, that can be verified within a transaction."""
    city = build(office)
    history(city, Random(1), 55)
    with connection.cursor() as cursor:
        for model in triggers.guarded():
            for name in triggers.names(model._meta.db_table):
                table = "" if connection.vendor == "sqlite" else f" ON {model._meta.db_table}"
                cursor.execute(f"DROP TRIGGER {name}{table}")
    monkeypatch.setattr("concentric.ledger.verify.reading", nullcontext)
    assert not now().findings
    return office


def now() -> Report:
    with transaction.atomic():
        return verify()


def found_after(change: Change, rng: Random) -> tuple[set[int] | None, Report] | None:
    """What is found after one change, which is then undone; None where the database didn't take the change."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                wanted = change(rng)
            return wanted, verify()
        except (DatabaseError, IndexError):
            return None
        finally:
            transaction.set_rollback(True)


def test_a_thousand_tamperings_are_found_and_named(unguarded: Actor) -> None:
    rng = Random(20_210_301)
    done = dict.fromkeys((change.__name__ for change in CHANGES), 0)
    for at in range(TIMES):
        result = None
        while result is None:
            change = CHANGES[at % len(CHANGES)]
            result = found_after(change, rng)
        wanted, report = result
        named = {int(str(finding.args["idx"])) for finding in report.findings}
        assert report.findings, f"{change.__name__} was not found"
        assert wanted is None or wanted & named, f"{change.__name__} at {wanted} was named {named}"
        # One change is not blamed on the whole log.
        assert len(report.findings) < 60 or change in (entries_moved_up, log_truncated), change.__name__
        done[change.__name__] += 1
    assert min(done.values()) >= TIMES // len(CHANGES) and not now().findings


def test_each_finding_can_be_said_in_every_language(unguarded: Actor) -> None:
    rng = Random(5)
    said: set[str] = set()
    for change in CHANGES * 3:
        result = found_after(change, rng)
        if result is not None:
            for lang in ("zh-Hans", "zh-Hant", "en"):
                report = result[1].as_json(lang)
                assert report["advice"]
            said |= {finding.key for finding in result[1].findings}
    assert len(said) > 20


def test_an_edit_is_blamed_on_its_commit_alone(unguarded: Actor) -> None:
    commits = list(Commit.objects.order_by("size"))
    middle = commits[len(commits) // 2]

    def change(_: Random) -> set[int]:
        entry = Entry.objects.get(idx=middle.first)
        parsed = json.loads(bytes(entry.payload))
        parsed["fields"]["reason"] = "x"
        payload = formula.rfc8785.dumps(parsed)
        write(Entry, "idx", entry.idx, payload=payload, leaf=formula.leaf(payload, bytes(entry.salt)))
        return set()

    result = found_after(change, Random(1))
    assert result is not None
    roots = [finding.args["idx"] for finding in result[1].findings if finding.key == "verify-root-differs"]
    assert roots == [str(middle.first)]
