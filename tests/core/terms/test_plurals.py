"""English counts have a singular: no count stands before a plural noun without having been asked whether it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from fluent.syntax import ast, parse

from concentric.core.terms.words import say

# What follows a name, not a count; and what follows a number that is never one.
VERBS = """
    adds agrees appears as asks bears begins belongs comes counts differs does ends exceeds expects falls gets
    gives goes has holds is keeps lacks leaves lies makes means names needs occurs prints promises reads
    refers replaces says sets shows speaks stands starts takes this uses wants was
""".split()
NEVER_ONE = {"±{ $most } degrees", "{ $change } percentage points"}
BEFORE = "more|other|further|new|next|last|such|whole|bound|open|working|percentage|standing|planned|listed"
COUNTS = {"count", "left", "more", "n", "over", "rows", "sent", "take", "waiting"}
MANY = re.compile(r" (?:(?:more|of them) )?(?:are|come|do|go|have|need|stand|stay|wait|were)\b")
"""A verb of many right after a number of that name."""
NOUN = re.compile(rf" (?:(?:{BEFORE}) )?(?P<noun>[a-z]+s|people|children)\b")


def counts_without_a_singular(source: str) -> list[str]:
    """Each message of an `.ftl` text in which a count stands right before a plural."""
    found: list[str] = []
    for entry in parse(source).body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            found += [f"{entry.id.name}: {said}" for said in _bare(entry.value, frozenset())]
    return found


def _bare(pattern: ast.Pattern, asked: frozenset[str]) -> Iterator[str]:
    for n, element in enumerate(pattern.elements):
        if not isinstance(element, ast.Placeable):
            continue
        inner = element.expression
        if isinstance(inner, ast.SelectExpression):
            name = inner.selector.id.name if isinstance(inner.selector, ast.VariableReference) else ""
            for variant in inner.variants:
                yield from _bare(variant.value, asked | {name})
        elif isinstance(inner, ast.VariableReference) and inner.id.name not in asked:
            after = pattern.elements[n + 1] if n + 1 < len(pattern.elements) else None
            noun = NOUN.match(after.value) if isinstance(after, ast.TextElement) else None
            before = pattern.elements[n - 1] if n else None
            sign = "±" if isinstance(before, ast.TextElement) and before.value.endswith("±") else ""
            many = isinstance(after, ast.TextElement) and inner.id.name in COUNTS and MANY.match(after.value)
            if many:
                yield f"{{ ${inner.id.name} }}{many[0]}"
            elif noun and noun["noun"] not in VERBS:
                said = f"{sign}{{ ${inner.id.name} }}{noun[0]}"
                if said not in NEVER_ONE:
                    yield said


def test_no_count_stands_before_a_plural_without_a_singular_beside_it() -> None:
    words = sorted(files("concentric.core.terms").joinpath("ftl", "en").iterdir(), key=lambda one: one.name)
    found = [f"{one.name}: {said}" for one in words for said in counts_without_a_singular(one.read_text("utf-8"))]
    assert len(words) > 60 and found == []


@pytest.mark.parametrize(
    ("message", "caught"),
    [
        ("a = { $count } rows wait.", True),
        ("a = { $count } more people wait.", True),
        ("a = { $count ->\n    [one] One row\n   *[other] { $count } rows\n }", False),
        ("a = { $side ->\n    [left] { $count } rows\n   *[right] nothing\n }", True),
        ("a = { $name } says so.", False),
        ("a = { $count } more are left.", True),
        ("a = { $names } are left.", False),
    ],
)
def test_the_guard_knows_a_count_from_a_name(message: str, caught: bool) -> None:
    assert bool(counts_without_a_singular(message)) == caught


@pytest.mark.parametrize(
    ("key", "words", "one"),
    [
        ("tray-count", {}, "1 row waits in the tray."),
        ("import-more-differences", {}, "1 more correction is not listed."),
        ("check-characters", {}, "1 character"),
        ("pairing-no-categories", {"side": "recipients"}, "1 recipient doesn't say what help it needs; it is paired"),
    ],
)
def test_one_is_said_as_one(key: str, words: dict[str, str], one: str) -> None:
    assert say(key, "en", count=1, **words).startswith(one)
