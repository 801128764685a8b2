"""How many each commissioner has, and in words why somebody has none: the rules that leave no room, none too many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from concentric.core.pairing.rules import WITHIN
from concentric.core.terms.findings import Finding
from concentric.core.terms.words import Word
from concentric.match.instances import Instance, Pair
from concentric.match.sending import holder

NAMED = 8
"""Numbers that a finding writes out."""


@dataclass(frozen=True)
class Load:
    """A post with those whom it serves."""

    post: str
    name: str
    members: tuple[str, ...]


def loads(instance: Instance, pairs: Iterable[Pair]) -> list[Load]:
    """Every post, also one that has nobody, by number; pairs are of posts and members."""
    names: dict[str, str] = {}
    for slot in instance.supporters.ids:
        names.setdefault(holder(slot), instance.names[slot])
    held: dict[str, list[str]] = {post: [] for post in names}
    for post, member in pairs:
        held.setdefault(post, []).append(member)
    return [Load(post, names.get(post, post), tuple(sorted(held[post]))) for post in sorted(held)]


def wanting(instance: Instance, pairs: Iterable[Pair]) -> list[Finding]:
    """Who has no commissioner although there are enough, and which posts have fewer than the least: in words."""
    made, spec = list(pairs), instance.spec
    every = loads(instance, made)
    served = {member for _, member in made}
    found: list[Finding] = []
    if len(every) * spec.most >= len(instance.recipients):
        alone = [member for member in instance.recipients.ids if member not in served]
        told: set[str] = set()
        for member in sorted(alone):
            if member not in told:
                group, posts = _cornered(instance, every, member)
                told |= group
                found.append(_said(instance, group, posts))
    if len(instance.recipients) >= len(every) * spec.least:
        short = [each.post for each in every if len(each.members) < spec.least]
        if short:
            found.append(Finding("match-below-least", {"posts": _named(short), "least": spec.least}, "warning"))
    return found


def _cornered(instance: Instance, every: list[Load], member: str) -> tuple[set[str], set[str]]:
    """Those who can only be served by the same posts, all of which are full: more of them than those posts take."""
    allowed = _allowed(instance)
    held = {each.post: each.members for each in every}
    group, posts, ahead = {member}, set[str](), [member]
    while ahead:
        one = ahead.pop()
        for post in sorted(held):
            if post not in posts and (post, one) in allowed:
                posts.add(post)
                ahead += [each for each in held[post] if each not in group]
                group |= set(held[post])
    return group, posts


def _allowed(instance: Instance) -> set[Pair]:
    divide = WITHIN.get(instance.rules.within)
    away = {(holder(slot), member) for slot, member in instance.rules.forbidden}
    region: Mapping[str, int] = {
        holder(slot): int(place) for slot, place in zip(instance.supporters.ids, instance.supporters.place, strict=True)
    }
    return {
        (post, member)
        for post, where in region.items()
        for member, place in zip(instance.recipients.ids, instance.recipients.place, strict=True)
        if (post, member) not in away and (divide is None or where // divide == int(place) // divide)
    }


def _said(instance: Instance, group: set[str], posts: set[str]) -> Finding:
    words: dict[str, Word] = {"members": _named(group), "count": len(group), "most": instance.spec.most}
    if not posts:
        return Finding("match-nobody-allowed", words, "warning")
    room = len(posts) * instance.spec.most
    words |= {"posts": _named(posts), "room": room, "over": len(group) - room}
    return Finding("match-posts-full", words, "warning")


def _named(ids: Iterable[str]) -> str:
    """The first few, and that there are more."""
    every = sorted(ids)
    return ", ".join(every[:NAMED]) + (" …" if len(every) > NAMED else "")
