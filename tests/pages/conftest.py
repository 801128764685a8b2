"""Fixtures of the pages' tests."""

from __future__ import annotations

import pytest
from django.test import Client

from concentric.ledger.actor import Actor
from tests.pages.world import World, build


@pytest.fixture
def world(office: Actor) -> World:
    """A small programme, a frozen review in two languages, and one correction since."""
    return build(office)


@pytest.fixture
def reader() -> Client:
    """A reader without an account, whose browser asks for Simplified Chinese."""
    return Client(headers={"accept-language": "zh-CN"}, raise_request_exception=True)
