"""The picture on a page: the wide drawing, the phone's own, and the small one. Each is one svg element."""

from collections.abc import Sequence

from concentric.prove.picture.arc import Centre, Circle, safe_text
from concentric.prove.picture.frame import Frame, phone_frame, wide_frame
from concentric.prove.picture.rings import Way, body


def draw(circles: Sequence[Circle], centre: Centre, lang: str, *, title: str, description: str, ids: str = "c-") -> str:
    """The picture of the home page, 720 units wide, for 1 to 5 circles. `title` and `description` are its text."""
    frame = wide_frame(len(circles))
    inner = body(frame, circles, centre, Way(ids))
    return _svg(inner, frame, "pic wide", "group", lang, title, description, ids)


def draw_phone(
    circles: Sequence[Circle], centre: Centre, lang: str, *, title: str, description: str, ids: str = "p-"
) -> str:
    """The picture on a phone, 360 units wide: thicker bands, numbers and values, names only where all of them fit."""
    frame = phone_frame(len(circles))
    inner = body(frame, circles, centre, Way(ids, names=False, hits=True))
    return _svg(inner, frame, "pic phone-pic", "group", lang, title, description, ids)


def draw_mini(
    circles: Sequence[Circle], centre: Centre, lang: str, *, title: str, description: str, ids: str = "m-"
) -> str:
    """The small picture beside a review's title: one image, no labels, no links."""
    frame = wide_frame(len(circles))
    inner = body(frame, circles, centre, Way(ids, labels=False, links=False))
    return _svg(inner, frame, "pic mini", "img", lang, title, description, ids)


def _svg(inner: str, frame: Frame, css: str, role: str, lang: str, title: str, description: str, ids: str) -> str:
    side = f"{frame.side:.0f}"
    return (
        f'<svg class="{css}" viewBox="0 0 {side} {side}" role="{role}" lang="{safe_text(lang)}" '
        f'aria-labelledby="{ids}title {ids}desc"><title id="{ids}title">{safe_text(title)}</title>'
        f'<desc id="{ids}desc">{safe_text(description)}</desc>\n{inner}\n</svg>'
    )
