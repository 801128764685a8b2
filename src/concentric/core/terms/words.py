"""Everything a person reads comes from here: `say("key", lang, name=value)`.

The words stand in `ftl/zh-Hans/*.ftl` and `ftl/en/*.ftl` (Fluent), with the same keys and variables on both sides.
zh-Hant is zh-Hans in Traditional characters. What is put *into* a sentence is never converted: a heading or a name
quoted from a file has to look as it looks in the file.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentDecimal, FluentInt

from concentric.core.terms.scripts import to_traditional

LANGS = ("zh-Hans", "zh-Hant", "en")
DEFAULT_LANG = "zh-Hans"

Word = str | int | Decimal

_LONG = 200
"""Characters from which a value is put in after the library is done: it refuses parts of more than 2,500."""
_ASIDE, _MARK = "\ufdd0{}\ufdd1", re.compile("\ufdd0([0-9])\ufdd1")  # signs that no text may hold

_ENTRY = re.compile(r"^(?P<key>[A-Za-z][\w-]*) *=.*(?:\n(?:[ \t]+.*|\}.*|(?=\n)))*", re.MULTILINE)


def say(key: str, lang: str, /, **args: Word) -> str:
    """The sentence `key` in `lang`, with `args` filled in.

    An `int` or a `Decimal` is written exactly, with grouped digits (12,000), and selects plurals; a `str` is written
    as it stands, so pass years, numbers of matters and ids as `str`. Costs a few microseconds once warm.
    Raises `KeyError` for an unknown key or language, `ValueError` when a variable of the sentence is missing, and
    `TypeError` for a value of another type (a date goes through `dates.show_date` first).
    """
    pattern, bundle = _pattern(key, lang)
    errors: list[Exception] = []
    filled: dict[str, Any] = {}
    aside: list[str] = []
    for name, value in args.items():
        if not isinstance(value, str):
            filled[name] = _number(name, value)
        elif len(value) > _LONG:
            filled[name] = _ASIDE.format(len(aside))
            aside.append(value)
        else:
            filled[name] = value
    text = str(pattern(ResolverEnvironment(context=bundle, current=CurrentEnvironment(args=filled), errors=errors)))
    if errors:
        raise ValueError(f"cannot say {key!r} in {lang!r}: {'; '.join(map(str, errors))}")
    return _MARK.sub(lambda mark: aside[int(mark[1])], text) if aside else text


def languages() -> dict[str, str]:
    """Languages a person can choose, each by its own name, in the order to offer them."""
    return {lang: say(f"terms-language-{lang}", lang) for lang in LANGS}


def negotiate(accept_language: str) -> str:
    """The best of `LANGS` for an Accept-Language header; Simplified Chinese where nothing fits."""
    wishes: list[tuple[float, int, str]] = []
    for position, part in enumerate(accept_language.split(",")):
        tag, _, parameters = part.partition(";")
        weight = parameters.strip().removeprefix("q=") or "1"
        try:
            wishes.append((-float(weight), position, tag.strip().lower()))
        except ValueError:  # a damaged header is no reason to fail a page
            continue
    for weight_, _, tag in sorted(wishes):
        if weight_ < 0 and (lang := _spoken(tag)):
            return lang
    return DEFAULT_LANG


def _spoken(tag: str) -> str | None:
    parts = tag.split("-")
    if parts[0] == "zh":
        if "hans" in parts:
            return "zh-Hans"
        return "zh-Hant" if {"hant", "tw", "hk", "mo"} & set(parts) else "zh-Hans"
    return "en" if parts[0] == "en" else None


class _Whole(FluentInt):
    def format(self, locale: object) -> str:
        return f"{int(self):,}"


class _Exact(FluentDecimal):
    # The library would round to three decimals; an amount is shown exactly or not at all.
    def format(self, locale: object) -> str:
        return f"{Decimal(self):,f}"


def _number(name: str, value: object) -> _Whole | _Exact:
    if isinstance(value, int) and not isinstance(value, bool):
        return _Whole(value)
    if isinstance(value, Decimal):
        # Plural rules see whole numbers only as int.
        return _Whole(int(value)) if value == value.to_integral_value() else _Exact(value)
    raise TypeError(f"{name} is a {type(value).__name__}; a sentence takes str, int or Decimal")


@cache
def _pattern(key: str, lang: str) -> tuple[Callable[[Any], object], FluentBundle]:
    bundle = _bundle(lang)
    entry = _entries(lang).get(key)
    if entry is None:
        raise KeyError(f"no words for {key!r} in {lang!r}")
    # Only the sentence that is said gets parsed: parsing every file would cost each command half a second.
    bundle.add_resource(FluentResource(entry))
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise KeyError(f"the words for {key!r} in {lang!r} can't be read")
    return pattern, bundle


def has_words(key: str, lang: str) -> bool:
    """Whether there are words for a key: for words that only some things have."""
    return key in _entries(lang)


@cache
def _bundle(lang: str) -> FluentBundle:
    return FluentBundle([lang], use_isolating=False)


@cache
def _entries(lang: str) -> dict[str, str]:
    """The source of every sentence of a language by its key. A sentence never refers to another."""
    if lang not in LANGS:
        raise KeyError(f"no language {lang!r}; there are {', '.join(LANGS)}")
    return {match["key"]: match[0] for text in sources(lang).values() for match in _ENTRY.finditer(text)}


def sources(lang: str) -> Mapping[str, str]:
    """The text of every word file of a language by stem, in the order of their names."""
    folder = files("concentric.core.terms").joinpath("ftl", "zh-Hans" if lang == "zh-Hant" else lang)
    texts = {
        entry.name.removesuffix(".ftl"): entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".ftl")
    }
    # Keys and variables are ASCII, so a whole file can be converted at once.
    return {stem: to_traditional(text) for stem, text in texts.items()} if lang == "zh-Hant" else texts
