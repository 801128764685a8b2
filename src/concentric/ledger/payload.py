"""What an entry holds, and the hash that stands for it in the tree.

    payload = canonical JSON of {"fields": {name: text}, "header": {...}, "sealed": {name: hex digest}}
    d_i     = SHA256(salt_i || canonical([name, value]))          one for each field, in the order of the names
    body    = SHA256(d_1 || ... || d_n)
    leaf    = SHA256(0x00 || canonical(header) || body)

The salts of the fields in the open are SHAKE256(record salt), cut into pieces of 16 bytes in the order of their names:
a row can be published with some fields hidden, each by its digest. A sealed field has a random salt of its own that
lives beside its value in the erasable store: once both are erased nobody can guess a telephone number from the digest,
not even with the whole ledger. Fields that are empty are left out. Everything is text, so that every JSON writer prints
the same bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from hashlib import sha256, shake_256
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models

from concentric.core.canonical import canonical
from concentric.ledger.fields import ExactField, plain
from concentric.ledger.models import Record

HEADER = frozenset(["channel", "id", "kind", "office", "recorded_at", "root", "supersedes", "version"])
"""Every name that a header may hold."""
_OF_LOG = {"idx", "id", "root", "supersedes", "office", "recorded_at", "channel"}
SAID = frozenset(["attested_by", "recorded_by"])
"""Fields of every record that say whose word it is: not in the header, since a published row may have to hide them."""


class NoSuchVersion(ValueError):
    """A payload bears a version that this program can't read: it was written by a newer one."""


@dataclass(frozen=True)
class Sealed:
    """A sealed value with the salt of its own that its commitment needs."""

    value: str
    salt: bytes


class Column(NamedTuple):
    """A field of a noun: `attname` holds its plain value `v`; `data` is Python text that makes its canonical bytes."""

    name: str
    attname: str
    data: str


@lru_cache(maxsize=50_000)
def _id_data(value: UUID) -> bytes:
    return f'"{value}"'.encode()


@lru_cache(maxsize=4_096)
def _date_data(value: date) -> bytes:
    if type(value) is not date:
        raise TypeError(f"{value!r} is no plain date")  # a datetime is a date too, but is stored as another text
    return f'"{value.isoformat()}"'.encode()


def _data(field: models.Field[Any, Any]) -> str:
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    if isinstance(field, ExactField):
        return """f'"{plain(v)}"'.encode()"""
    if isinstance(field, models.UUIDField):
        return "id_data(v)"
    if isinstance(field, models.DateTimeField):
        return "canonical(stamp(v))"
    if isinstance(field, models.DateField):
        return "date_data(v)"
    if isinstance(field, models.CharField | models.TextField):
        return "quoted(v).encode()"
    if isinstance(field, models.IntegerField):
        return """f'"{v:d}"'.encode()"""
    return "canonical(v)" if isinstance(field, models.BooleanField | models.JSONField) else "canonical(str(v))"


@cache
def columns(model: type[Record]) -> tuple[Column, ...]:
    """The fields of a noun that its payload holds, sorted by name."""
    found = [
        Column(field.name, field.attname, _data(field))
        for field in model._meta.concrete_fields
        if field.name not in _OF_LOG
    ]
    return tuple(sorted(found, key=lambda column: column.name))


@lru_cache(maxsize=64)
def stamp(at: datetime) -> str:
    """A time as payloads hold it: UTC, microseconds, always the same length."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def salts(salt: bytes, count: int) -> list[bytes]:
    """The salts of the `count` open fields of a record, in the order of their names."""
    stream = shake_256(salt).digest(16 * count)
    return [stream[start : start + 16] for start in range(0, 16 * count, 16)]


_CUTS = [slice(at, at + 16) for at in range(0, 16 * 64, 16)]  # no noun has 64 fields


def field_digest(salt: bytes, name: str, value: Any) -> bytes:
    """d_i = SHA256(salt_i || canonical([name, value]))."""
    return sha256(salt + canonical([name, value])).digest()


def leaf_of(header: bytes, digests: Iterable[bytes]) -> bytes:
    """SHA256(0x00 || header || SHA256(d_1 || ... || d_n)). `digests` in the order of the fields' names."""
    return sha256(b"\x00" + header + sha256(b"".join(digests)).digest()).digest()


@cache
def _pieces(model: type[Record]) -> Callable[[dict[str, Any], list[bytes], list[bytes]], None]:
    """What writes each field of a record's `__dict__` that is not empty: "name":value, and ["name",value].

    Compiled from text, as in `insert.py` and for the same reason.
    """
    lines = ["def pieces(d, pairs, leads):"]
    for name, attname, data in columns(model):
        lines += [
            f"    if (v := d[{attname!r}]) is not None and v != '':",
            f"        v = {data}",
            f"        pairs.append(b'\"{name}\":' + v)",
            f"        leads.append(b'[\"{name}\",' + v + b']')",
        ]
    scope: dict[str, Any] = {"quoted": quoted, "plain": plain, "canonical": canonical, "stamp": stamp}
    scope |= {"id_data": _id_data, "date_data": _date_data}
    exec("\n".join([*lines, "    return"]), scope)  # noqa: S102
    made: Callable[[dict[str, Any], list[bytes], list[bytes]], None] = scope["pieces"]
    return made


def encode(record: Record, salt: bytes, sealed: Mapping[str, Sealed]) -> tuple[bytes, bytes]:
    """Payload and leaf of a record that is about to be entered. ValueError on text that is not Unicode.

    Runs for every record, so it writes the canonical form piece by piece; `tests` hold it against `canonical`.
    """
    model = type(record)
    pairs: list[bytes] = []
    leads: list[bytes] = []
    _pieces(model)(record.__dict__, pairs, leads)
    stream = shake_256(salt).digest(16 * len(leads))
    digests = [sha256(stream[cut] + lead).digest() for cut, lead in zip(_CUTS, leads, strict=False)]
    seals = b"{}"
    if sealed:
        closed = {name: field_digest(held.salt, name, held.value) for name, held in sealed.items()}
        seals = canonical({name: digest.hex() for name, digest in closed.items()})
        names = [name for name, attname, _ in columns(model) if record.__dict__[attname] not in (None, "")]
        opened = dict(zip(names, digests, strict=True)) | closed
        digests = [opened[name] for name in sorted(opened)]
    header = _header(record)
    payload = b'{"fields":{' + b",".join(pairs) + b'},"header":' + header + b',"sealed":' + seals + b"}"
    return payload, leaf_of(header, digests)


@lru_cache(maxsize=64)
def _frame(kind: str, version: int, channel: str, office: UUID | None, at: datetime) -> tuple[str, str, str]:
    """What is the same in every header of one batch, around the id and the root."""
    office_part = f'"office":"{office}",' if office is not None else ""
    return (
        f'{{"channel":{quoted(channel)},"id":"',
        f'","kind":{quoted(kind)},{office_part}"recorded_at":"{stamp(at)}","root":"',
        f'","version":"{version}"}}',
    )


def _header(record: Record) -> bytes:
    """When it was entered, through which channel, for which office: what a published row can't hide. Canonical."""
    first, second, last = _frame(record.KIND, record.VERSION, record.channel, record.office, record.recorded_at)
    if record.supersedes_id is not None:
        return f'{first}{record.id}{second}{record.root}","supersedes":"{record.supersedes_id}{last}'.encode()
    own = str(record.id)
    return f"{first}{own}{second}{own if record.root == record.id else record.root}{last}".encode()


class NotCanonical(ValueError):
    """A stored payload is not what its own content would be written as."""


@lru_cache(maxsize=1_000)
def _name(name: str) -> tuple[str, str]:
    """The canonical beginnings of "name":value and of ["name",value]."""
    if not name.isascii():
        raise NotCanonical("a name is not ASCII")
    return f"{quoted(name)}:", f"[{quoted(name)},"


_is_digest = re.compile("[0-9a-f]{64}").fullmatch


def _digest(text: str) -> str:
    if not _is_digest(text):
        raise NotCanonical("a sealed value is no digest")
    return text


def decode(payload: bytes, salt: bytes) -> tuple[dict[str, dict[str, Any]], bytes]:
    """A stored payload, parsed, and its leaf: from nothing but its content and the record's salt.

    NotCanonical when its bytes are not exactly those that its content is written as. Runs for every entry that is
    verified, so each value is written once, for the comparison and for its digest.
    """
    try:
        text = payload.decode()
        found = json.loads(text)
        header, fields, seals = found["header"], found["fields"], found["sealed"]
        if len(found) != 3 or not header.keys() <= HEADER:
            raise NotCanonical("a payload has a header of known names, fields and sealed digests")
        if list(header) != sorted(header) or list(fields) != sorted(fields) or list(seals) != sorted(seals):
            raise NotCanonical("the names are not in their order")
        pairs: list[str] = []
        leads: list[bytes] = []
        for name, value in fields.items():
            data = quoted(value) if type(value) is str else canonical(value).decode()
            key, lead = _name(name)
            pairs.append(key + data)
            leads.append(f"{lead}{data}]".encode())
        heading = "{" + ",".join([f'"{name}":{quoted(value)}' for name, value in header.items()]) + "}"
        sealed = ",".join([f'{_name(name)[0]}"{_digest(value)}"' for name, value in seals.items()])
        if f'{{"fields":{{{",".join(pairs)}}},"header":{heading},"sealed":{{{sealed}}}}}' != text:
            raise NotCanonical("the bytes are not the canonical ones")
        stream = shake_256(salt).digest(16 * len(leads))
        digests = [sha256(stream[cut] + lead).digest() for cut, lead in zip(_CUTS, leads, strict=False)]
        if seals:
            named = dict(zip(fields, digests, strict=True)) | {n: bytes.fromhex(one) for n, one in seals.items()}
            digests = [named[name] for name in sorted(named)]
        return found, leaf_of(heading.encode(), digests)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as wrong:
        raise NotCanonical(str(wrong)) from wrong


Fields = dict[str, Any]
UPCASTERS: dict[tuple[str, int], Callable[[Fields], Fields]] = {}
"""(kind, version) -> what turns fields of that version into those of the next. Old payloads are read for ever."""


def upcast(kind: str, version: int, fields: Fields, target: int) -> Fields:
    """Fields of an old payload in today's shape. NoSuchVersion when a step is missing or it is from the future."""
    while version < target:
        step = UPCASTERS.get((kind, version))
        if step is None:
            raise NoSuchVersion(f"{kind} version {version} can't be read")
        fields, version = step(dict(fields)), version + 1
    if version > target:
        raise NoSuchVersion(f"{kind} version {version} was written by a newer program")
    return fields


def kinds() -> dict[str, type[Record]]:
    """Every noun of the house by its kind. Two of one kind are a mistake of the program."""
    from django.apps import apps

    found: dict[str, type[Record]] = {}
    for model in apps.get_models():
        if issubclass(model, Record):
            if model.KIND in found:
                raise TypeError(f"{model} and {found[model.KIND]} share the kind {model.KIND}")
            found[model.KIND] = model
    return found
