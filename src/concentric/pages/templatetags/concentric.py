"""What templates say and draw: words, dates, numbers, icons, swatches, bars."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from concentric.core.terms.dates import show_date
from concentric.core.terms.numbers import show_number
from concentric.core.terms.words import Word
from concentric.core.terms.words import say as say_word
from concentric.pages import drawing, showing

register = template.Library()


def _lang(context: Context) -> str:
    return str(context["lang"])


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **args: Word) -> str:
    """{% say "key" name=value %}: a sentence in the reader's language."""
    return say_word(key, _lang(context), **args)


@register.simple_tag(takes_context=True)
def number(context: Context, value: Decimal | int | None) -> str:
    """A number with grouped digits; a dash for an unknown one."""
    return showing.NONE if value is None else show_number(Decimal(value), _lang(context))


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | None) -> str:
    """A date in words; a dash for an unknown one."""
    return showing.NONE if value is None else show_date(value, _lang(context))


@register.simple_tag(takes_context=True)
def moment(context: Context, value: datetime | None) -> str:
    """A time on the office's clock; a dash for an unknown one."""
    return showing.NONE if value is None else showing.moment(value, context["masthead"].zone, _lang(context))


@register.simple_tag(takes_context=True)
def tongue(context: Context, text: str) -> SafeString:
    """` lang="zh"` for what was entered in Chinese and stands on an English page: it is read, and set, as such."""
    chinese = _lang(context) == "en" and any("\u3400" <= sign <= "\u9fff" for sign in str(text))
    return SafeString(' lang="zh"' if chinese else "")


@register.filter
def short(value: bytes | str) -> str:
    """The first eight hex digits of a hash."""
    return showing.short(value)


@register.filter
def grouped(value: bytes | str) -> str:
    """All hex digits of a hash in groups."""
    return showing.grouped(value)


@register.simple_tag
def ico(name: str) -> SafeString:
    """A line icon; for the eye only, the word stands beside it."""
    path = drawing.ICONS[name]
    return mark_safe(f'<svg class="ico" viewBox="0 0 24 24" aria-hidden="true">{path}</svg>')  # noqa: S308 - constants


@register.simple_tag
def swatch(hue: str, rung: str) -> SafeString:
    """A sample of one rung's shade."""
    return mark_safe(drawing.swatch(hue, rung))  # noqa: S308 - built from known names


@register.simple_tag
def bar(drawn: drawing.Bar) -> SafeString:
    """A programme's strengths, or one rung, as a bar."""
    return mark_safe(drawn.svg())  # noqa: S308 - numbers and known names, words escaped


@register.simple_tag
def ring(place: int, of: int) -> SafeString:
    """Which ring a circle is: its own among all, from the outermost in."""
    return mark_safe(drawing.ring(place, of))  # noqa: S308 - numbers only


@register.simple_tag
def textures() -> SafeString:
    """The patterns that swatches and bars refer to. Once a page."""
    return mark_safe(drawing.sprite())  # noqa: S308 - constants


@register.filter
def item(held: Any, key: Any) -> Any:
    """held[key], or nothing."""
    try:
        return held[key]
    except (KeyError, IndexError, TypeError):
        return None
