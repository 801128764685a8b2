"""Simplified and Traditional script, and names that come in several languages."""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files

FALLBACKS: Mapping[str, tuple[str, ...]] = {
    "zh-Hans": ("zh-Hans", "zh-Hant", "en"),
    "zh-Hant": ("zh-Hant", "zh-Hans", "en"),
    "en": ("en", "zh-Hans", "zh-Hant"),
}


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    import opencc  # loads dictionaries for a tenth of a second; most processes never show Traditional

    convert = opencc.OpenCC("s2tw").convert
    exceptions = _exceptions()
    # Longest first, so that a long phrase is settled before a short one inside it.
    listed = re.compile("(" + "|".join(re.escape(one) for one in sorted(exceptions, key=len, reverse=True)) + ")")

    def to_traditional(text: str) -> str:
        parts = listed.split(text)
        return "".join(exceptions[part] if part in exceptions else str(convert(part)) for part in parts if part)

    return to_traditional


@lru_cache(maxsize=1)
def _exceptions() -> dict[str, str]:
    source = files("concentric.core.terms").joinpath("ftl", "zh-Hant", "exceptions.toml")
    phrases: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))["phrases"]
    return phrases


@lru_cache(maxsize=8192)
def to_traditional(text: str) -> str:
    """Write Simplified Chinese in Traditional characters; other text passes through.

    Characters follow the Taiwan standard (裡, 為, 群) and the vocabulary stays: the configurations that also swap words
    turn 项目 into 專案 and 支持 into 支援, which would rename things this house has defined. Phrases that the
    dictionaries get wrong for an office are listed in `ftl/zh-Hant/exceptions.toml`.
    """
    return _converter()(text)


@lru_cache(maxsize=1)
def _simplifier() -> Callable[[str], str]:
    import opencc  # see _converter

    convert = opencc.OpenCC("t2s").convert
    return lambda text: str(convert(text))


@lru_cache(maxsize=8192)
def to_simplified(text: str) -> str:
    """Write Traditional Chinese in Simplified characters, to compare; other text passes through."""
    return text if text.isascii() else _simplifier()(text)


def localized(names: Mapping[str, str], lang: str) -> str:
    """The name in `lang`; Traditional is made from Simplified where nobody wrote it; else any name there is.

    Empty names count as missing. Raises `KeyError` when there is no name at all.
    """
    for candidate in FALLBACKS[lang]:
        if name := names.get(candidate):
            return to_traditional(name) if (lang, candidate) == ("zh-Hant", "zh-Hans") else name
    raise KeyError(f"no name in any language among {sorted(names)}")
