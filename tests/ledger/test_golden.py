"""Payloads that a ledger may hold are read, and have the same leaf, for ever."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from django.db import connection

from concentric.ledger import stored
from concentric.ledger.insert import _row_maker
from concentric.ledger.payload import decode, encode, kinds, upcast

from . import formula
from .samples import GOLDEN, golden, salt, sample

FILES = sorted(GOLDEN.glob("*.json"))


def held(path: Path) -> tuple[bytes, bytes, bytes]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found["payload"].encode(), bytes.fromhex(found["salt"]), bytes.fromhex(found["leaf"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_payload_keeps_its_leaf(path: Path) -> None:
    payload, own, leaf = held(path)
    assert decode(payload, own)[1] == leaf == formula.leaf(payload, own)
    assert rfc8785.dumps(json.loads(payload)) == payload


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_golden_payload_is_brought_to_the_present_version(path: Path) -> None:
    parsed, _ = decode(*held(path)[:2])
    kind, version = path.stem.rsplit("-", 1)
    assert parsed["header"]["kind"] == kind and parsed["header"]["version"] == version
    model = kinds()[kind]
    fields = upcast(kind, int(version), parsed["fields"], model.VERSION)
    shape = stored.shape(model, connection.vendor)
    assert set(fields) <= set(shape.names)
    shape.wanted(0, parsed["header"], fields)
    shape.values(parsed["header"], fields)


def test_every_noun_has_a_golden_payload_of_its_present_version() -> None:
    assert {golden(model).name for model in kinds().values()} <= {path.name for path in FILES}


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_record_is_written_as_its_golden_payload(kind: str) -> None:
    """When this fails because a noun got another shape: raise its VERSION, add an upcaster and a new golden file."""
    record, sealed = sample(kinds()[kind])
    payload, _, leaf = held(golden(kinds()[kind]))
    assert encode(record, salt(kind), sealed) == (payload, leaf)


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_what_verify_expects_of_a_row_is_what_the_writer_writes(kind: str) -> None:
    """Both forms are compiled from the fields, by two modules; here they meet."""
    model = kinds()[kind]
    record, _ = sample(model)
    payload, own, _ = held(golden(model))
    parsed, _ = decode(payload, own)
    shape = stored.shape(model, "sqlite")
    if connection.vendor != "sqlite":
        pytest.skip("rows of SQLite are compared here; PostgreSQL's by every other test")
    written = dict(zip(shape.names, _row_maker(model, shape.names, "sqlite")(record.__dict__), strict=True))
    wanted = dict(zip(shape.names, shape.wanted(record.idx, parsed["header"], parsed["fields"]), strict=True))
    for at in shape.structured:
        written[shape.names[at]] = json.loads(written[shape.names[at]])
    assert written == wanted
