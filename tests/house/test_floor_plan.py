"""Imports run down the stairs, and so do the foreign keys: a room knows only what lies below it."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

import concentric
from concentric.ledger.models import Matter, Record, Step
from concentric.ledger.payload import kinds

HOUSE = Path(concentric.__file__).parent
PROJECT = HOUSE.parent.parent


def floors() -> dict[str, int]:
    """The floor of each room, from the contract that the import linter holds the code to. The core is on floor 0."""
    contracts = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    return {room.strip(): at for at, floor in enumerate(reversed(layers)) for room in floor.split("|")}


def test_every_room_has_a_floor_and_every_floor_a_room() -> None:
    rooms = {folder.name for folder in HOUSE.iterdir() if (folder / "__init__.py").exists()}
    assert rooms == set(floors())
    assert set(settings.ROOMS) == rooms - {"core", "config"}


def test_foreign_keys_run_down_the_stairs() -> None:
    known = floors()
    seen = 0
    for model in apps.get_models():
        if model._meta.app_label not in known:
            continue
        for field in model._meta.get_fields():
            if isinstance(field, models.ForeignKey | models.ManyToManyField):
                here, there = model._meta.app_label, field.related_model._meta.app_label  # type: ignore[union-attr]
                assert here == there or known[here] > known[there], f"{model.__name__}.{field.name} climbs to {there}"
                seen += 1
    assert seen > 15


def test_foreign_keys_between_records_never_cascade() -> None:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if issubclass(model, Record) and isinstance(field, models.ForeignKey):
                assert field.remote_field.on_delete is models.PROTECT, f"{model.__name__}.{field.name}"


def test_every_noun_has_a_kind_that_fits_and_a_number_that_exists() -> None:
    for kind, model in kinds().items():
        assert kind.islower() and len(kind) <= 24, "a kind fits wherever it is stored"
        if model.NATURAL_KEY is not None:
            assert model._meta.get_field(model.NATURAL_KEY).get_internal_type() == "CharField"
        assert issubclass(model, Step) or "matter" not in {field.name for field in model._meta.concrete_fields}
        if issubclass(model, Matter):
            assert [each for each in kinds().values() if issubclass(each, Step) and steps_of(each) is model]


def steps_of(step: type[Step]) -> object:
    """The model of the matter that a step belongs to."""
    return step._meta.get_field("matter").related_model  # type: ignore[misc]


@pytest.mark.parametrize("room", sorted(floors()))
def test_a_room_says_what_lives_there_what_may_enter_and_what_to_read_first(room: str) -> None:
    words = ast.get_docstring(ast.parse((HOUSE / room / "__init__.py").read_text(encoding="utf-8")))
    assert words is not None and len([line for line in words.splitlines() if line.strip()]) >= 2
    assert "`" in words, "it names the file to read first"


def test_no_module_is_without_words_about_itself() -> None:
    bare = [
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if path.read_text(encoding="utf-8").strip()
        and "migrations" not in path.parts
        and ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert bare == []
