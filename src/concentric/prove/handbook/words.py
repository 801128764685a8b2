"""Conditions in words: what a parsed `where` says, for somebody who reads no SQL."""

from __future__ import annotations

from typing import assert_never

from concentric.core.terms.words import say
from concentric.prove.view import Column
from concentric.prove.where import Both, Compare, Condition, Either, In, IsNull, Literal, Name, Not, Side

_OPS = {"=": "is", "<>": "is-not", "<": "below", "<=": "at-most", ">": "above", ">=": "at-least"}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def in_words(condition: Condition, lang: str) -> str:
    """The condition as a sentence's part: kind is `problem` and origin is `look-back`."""
    if isinstance(condition, Compare):
        left, right, op = condition.left, condition.right, condition.op
        if isinstance(left, Literal):
            left, right, op = right, left, _TURNED.get(op, op)
        return say(f"handbook-{_OPS[op]}", lang, column=_side(left, lang), value=_side(right, lang))
    if isinstance(condition, In):
        values = say("handbook-or-short", lang).join(_side(value, lang) for value in condition.values)
        return say("handbook-one-of", lang, column=heading(condition.column.column, lang), values=values)
    if isinstance(condition, IsNull):
        return say("handbook-empty", lang, column=heading(condition.column.column, lang))
    if isinstance(condition, Not):
        if isinstance(condition.part, IsNull):
            return say("handbook-not-empty", lang, column=heading(condition.part.column.column, lang))
        return say("handbook-not", lang, part=in_words(condition.part, lang))
    if isinstance(condition, Both | Either):
        joint = say("handbook-and" if isinstance(condition, Both) else "handbook-or", lang)
        return joint.join(_bracketed(part, lang) for part in condition.parts)
    assert_never(condition)


def heading(column: Column, lang: str) -> str:
    """A column as people know it, with its name in the views."""
    return say("handbook-column", lang, heading=say(column.key, lang), name=column.name)


def _side(side: Side, lang: str) -> str:
    if isinstance(side, Name):
        return heading(side.column, lang)
    return f"`{side.value}`"


def _bracketed(part: Condition, lang: str) -> str:
    text = in_words(part, lang)
    return say("handbook-brackets", lang, text=text) if isinstance(part, Both | Either) else text
