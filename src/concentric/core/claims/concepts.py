"""Words that mean the same thing, so that a text may say it otherwise than the figure's names do."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import pairwise

_IRREGULAR = {
    "children": "child", "people": "person", "men": "man", "women": "woman", "taught": "teach", "built": "build",
    "paid": "pay", "gave": "give", "given": "give", "sold": "sell", "bought": "buy", "sent": "send", "held": "hold",
    "met": "meet", "made": "make", "found": "find", "grew": "grow", "rose": "rise", "risen": "rise", "fell": "fall",
    "fallen": "fall", "spent": "spend", "began": "begin", "begun": "begin", "families": "family", "lives": "life",
    "died": "die", "kids": "child", "kept": "keep", "lent": "lend", "taken": "take", "took": "take", "won": "win",
    "ran": "run", "came": "come", "brought": "bring", "seen": "see", "saw": "see", "said": "say", "wells": "well",
    "pupils": "pupil",
    "halves": "half", "wives": "wife", "shelves": "shelf", "loaves": "loaf", "licence": "license", "licences": "license",
    "centres": "center", "centre": "center",
}  # fmt: skip
_FIXED = {"news": "news", "series": "series", "species": "species", "business": "busines", "businesses": "busines"}
_PAST = (
    "drive drove driven,write wrote written,feed fed,lead led,ride rode ridden,stand stood,catch caught,fly flew flown,know knew known,"
    "show shown,choose chose chosen,break broke broken,eat ate eaten,draw drew drawn,withdraw withdrew withdrawn,lose lost,leave left,"
    "feel felt,deal dealt,lay laid,tell told,fight fought,seek sought,understand understood,undertake undertook undertaken,"
    "oversee oversaw overseen,foot feet,tooth teeth,sleep slept,speak spoke spoken,wear wore worn,hear heard,hide hid hidden,breed bred"
)
_IRREGULAR |= {form: forms.split()[0] for forms in _PAST.split(",") for form in forms.split()[1:]}
_WHOLE = frozenset(
    "department apartment government document parliament instrument supplement implement element question position condition relation "
    "vacation function junction ambition petition fraction tradition".split()
)
"""Words in which an ending is none."""
_VOWEL = re.compile("[aeiouy]")
_ENDINGS = (
    *(("isation", "iz"), ("ization", "iz"), ("ise", "iz"), ("ize", "iz")),
    *(("mme", "m"), ("ll", "l")),
)


@cache
def stem(word: str) -> str:
    """A word without its endings, so that resolved, resolves and resolving are one."""
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'.-")
    if word in _FIXED:
        return _FIXED[word]
    word = _IRREGULAR.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 4 and word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        left = word.removesuffix(ending)
        if left != word and len(left) > 2 and not word.endswith("eed") and _VOWEL.search(left):
            word = left
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsef":
                word = word[:-1]
            word = word[:-2] + "iz" if len(word) > 3 and word.endswith("is") else word
            break
    word = word[:-4] if len(word) > 8 and word.endswith("ship") else word
    if word not in _WHOLE:
        word = word[:-4] if len(word) > 6 and word.endswith("ment") else word
        word = (
            word[:-3] if len(word) > 7 and word.endswith("tion") and not word.endswith(("isation", "ization")) else word
        )
    for ending, kept in _ENDINGS:
        if len(word) > len(ending) + 1 and word.endswith(ending):
            word = word.removesuffix(ending) + kept
            break
    word = word.replace("our", "or") if len(word) > 5 else word
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    chinese: dict[str, list[str]] = {}
    english: dict[str, list[str]] = {}
    text = files("concentric.core.claims").joinpath("concepts.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        concept, han, latin = (cell.strip() for cell in line.split("|"))
        for word in han.split():
            chinese.setdefault(word, []).append(f"@{concept}")
        for word in latin.split():
            english.setdefault("-".join(stem(one) for one in word.split("-")), []).append(f"@{concept}")
    return (
        {word: tuple(found) for word, found in chinese.items()},
        {word: tuple(found) for word, found in english.items()},
    )


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with a character: most begin none."""
    found: dict[str, set[int]] = {}
    for word in _tables()[0]:
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths)) for first, lengths in found.items()}


def chinese_concepts(text: str, start: int, end: int) -> list[tuple[int, int, tuple[str, ...]]]:
    """Each word of a concept in a run of Han characters, with its place. Words may lie inside longer ones."""
    table, lengths = _tables()[0], _lengths()
    found = []
    for at in range(start, end):
        for length in lengths.get(text[at], ()):
            if at + length > end:
                break
            concepts = table.get(text[at : at + length])
            if concepts is not None:
                found.append((at, at + length, concepts))
    return found


def english_concepts(stems: tuple[str, ...] | list[str]) -> list[tuple[int, tuple[str, ...]]]:
    """The concepts of a row of stems: those of single words and of pairs, at the place of their first word."""
    table = _tables()[1]
    found = [(n, table[one]) for n, one in enumerate(stems) if one in table]
    found += [
        (n, table[f"{one}-{other}"]) for n, (one, other) in enumerate(pairwise(stems)) if f"{one}-{other}" in table
    ]
    return found
