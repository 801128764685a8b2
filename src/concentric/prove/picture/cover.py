"""The review's cover: the picture on A4, with literal colours, so that any renderer draws it alike."""

from collections.abc import Sequence

from concentric.core.terms.words import say
from concentric.prove.picture.arc import HUES, Centre, Circle, safe_text
from concentric.prove.picture.frame import broken, wide_frame, width_of
from concentric.prove.picture.rings import Way, body

# The light scheme of tokens.css, each hue from pledged to verified. A test holds the two together.
PALETTE = {
    "hz": ("#eaf2f9", "#cfe1f0", "#4c86b5", "#105483"),
    "hq": ("#faf1e5", "#f0dcc0", "#ba8336", "#835400"),
    "tj": ("#fbecf2", "#f0cddb", "#ae5278", "#781947"),
    "sl": ("#eaf6ea", "#c9e3c9", "#3b723e", "#05360c"),
    "zt": ("#f6eefc", "#e5d3f1", "#6a4083", "#390c4e"),
}
INKS = {"ink": "#1d2328", "ink-2": "#454d55", "ink-3": "#5f676f", "edge": "#7f858a", "rule": "#dfdad0"}
INKS |= {"ok": "#1d6444", "track": "#ece8df"}

# Attribute values in double quotes: names with a space are in single ones.
SANS = {
    "zh-Hans": "'PingFang SC','Microsoft YaHei','Source Han Sans SC','Noto Sans CJK SC','Noto Sans SC',sans-serif",
    "zh-Hant": "'PingFang TC','Microsoft JhengHei','Source Han Sans TC','Noto Sans CJK TC','Noto Sans TC',sans-serif",
    "en": "'Segoe UI','Noto Sans','DejaVu Sans','Noto Sans CJK SC',sans-serif",
}
SERIF = {
    "zh-Hans": "'Songti SC','STSong','Source Han Serif SC','Noto Serif CJK SC','Noto Serif SC','SimSun',serif",
    "zh-Hant": "'Songti TC','Source Han Serif TC','Noto Serif CJK TC','Noto Serif TC','PMingLiU',serif",
    "en": "Georgia,'Noto Serif','DejaVu Serif','Noto Serif CJK SC',serif",
}
MONO = "Consolas,'SF Mono','Noto Sans Mono','DejaVu Sans Mono',monospace"
LEFT, RIGHT = 28.0, 184.0  # mm: the margins of the official page


def draw_cover(
    circles: Sequence[Circle],
    centre: Centre,
    lang: str,
    *,
    title: str,
    subtitle: str = "",
    description: str = "",
    note: str = "",
    issued: str = "",
    ids: str = "v-",
) -> str:
    """An A4 page, 210 x 297 mm. `note` is one line about the data ("invented"), `issued` the date of the root."""
    frame = wide_frame(len(circles))
    picture = body(frame, circles, centre, Way(ids, links=False))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297" role="img" '
        f'aria-labelledby="{ids}title {ids}desc" lang="{safe_text(lang)}">'
        f'<title id="{ids}title">{safe_text(title)}</title>'
        f'<desc id="{ids}desc">{safe_text(description or subtitle)}</desc>\n'
        f"<style>{_css(lang)}</style>\n"
        f'<rect width="210" height="297" fill="#ffffff"/>\n{_heading(title, subtitle)}\n'
        f'<g transform="translate(9 58) scale(.26667)">\n{picture}\n</g>\n'
        f"{_legend(circles, lang, ids)}\n{_colophon(lang, note, issued, centre.root)}\n</svg>"
    )


def _css(lang: str) -> str:
    serif = SERIF[lang]
    rules = [
        f"text{{font-family:{SANS[lang]};fill:{INKS['ink']}}}",
        f".t,.year,.circle-name{{font-family:{serif};font-weight:700}}",
        f".k,.sub{{fill:{INKS['ink-2']}}} .k{{font-family:{serif}}} .q,.no{{fill:{INKS['ink-3']}}}",
        f".m,.root{{font-family:{MONO};fill:{INKS['ink-3']}}}",
        f".track{{fill:{INKS['track']}}} .tick,.cells{{stroke:#ffffff}} .cells{{fill:none}} .tick{{stroke-width:1.5}}",
        f".track.unknown{{fill:none;stroke:{INKS['edge']};stroke-width:1;stroke-dasharray:2 4}}",
        f".printed{{stroke:{INKS['ink']};stroke-width:1.4}} .edge,.base{{fill:none;stroke:none}}",
        f".no{{font-size:.82em}} .vl{{font-weight:700}} .disc{{fill:#ffffff;stroke:{INKS['rule']}}}",
        f".good{{fill:{INKS['ok']};font-weight:600}} .zero{{stroke-width:3;stroke-linecap:round}}",
    ]
    for hue in HUES:
        rules += [f".f-{hue}-{n}{{fill:{colour}}}" for n, colour in enumerate(PALETTE[hue], 1)]
        _, _, confirmed, verified = PALETTE[hue]
        rules += [f".{hue} .confirmed{{fill:{confirmed}}} .{hue} .verified{{fill:{verified}}}"]
        rules += [f".{hue} .circle-name{{fill:{verified}}} .{hue} .zero{{stroke:{verified}}}"]
    return "".join(rules)


def _heading(title: str, subtitle: str) -> str:
    """The title on one line of 12.6 mm, or smaller on up to three; the subtitle below it."""
    room = RIGHT - LEFT
    size = next((s for s in (12.6, 11.0, 9.6, 8.4) if width_of(title, s) <= room), 8.4)
    lines = broken(title, size, room)
    size = size if len(lines) < 3 else 7.0
    lines = broken(title, size, room)[:3]
    first = 39.0 - (len(lines) - 1) * size * 0.9
    out = [_text("t", LEFT, first + k * size * 1.3, size, line) for k, line in enumerate(lines)]
    small = min(5.6, 5.6 * room / max(1.0, width_of(subtitle, 5.6)))
    out.append(_text("k", LEFT, first + (len(lines) - 1) * size * 1.3 + 11, small, subtitle))
    return "\n".join(out)


def _legend(circles: Sequence[Circle], lang: str, ids: str) -> str:
    """Weakest first, as the ladder is climbed; each with the one who says so."""
    hue = circles[0].hue if circles else HUES[0]
    fills = [f'fill="url(#{ids}{hue}-pledged)"', f'fill="url(#{ids}{hue}-reported)"']
    fills += [f'class="f-{hue}-3"', f'class="f-{hue}-4"']
    out = []
    for k, (rung, fill) in enumerate(zip(("pledged", "reported", "confirmed", "verified"), fills, strict=True)):
        x = LEFT + k * 40
        swatch = f'<rect width="26" height="13" stroke="{INKS["edge"]}" {fill}/>'
        out.append(f'<g transform="translate({x:g} 253.6) scale(.25)">{swatch}</g>')
        out.append(_text("", x + 8.4, 256.6, 3.1, say(f"picture-{rung}", lang)))
        says = say(f"picture-{rung}-by", lang)
        out.append(_text("q", x + 8.4, 260.6, min(2.7, 30.5 / max(1.0, width_of(says, 1))), says))
    return "".join(out)


def _colophon(lang: str, note: str, issued: str, root: str) -> str:
    out = [f'<path d="M{LEFT:g} 264.6H{RIGHT:g}" stroke="{INKS["rule"]}" stroke-width=".25"/>']
    key = say("picture-key", lang)
    out.append(_text("q", LEFT, 269.6, min(2.9, 106 / max(1.0, width_of(key, 1))), key))
    if note:
        out.append(_text("q", RIGHT, 269.6, min(2.9, 46 / max(1.0, width_of(note, 1))), note, end=True))
    if root:
        out.append(_text("m", LEFT, 275.2, 2.55, root))
        root_of = say("picture-root-of", lang, date=issued) if issued else say("picture-root", lang)
        out.append(_text("q", RIGHT, 275.2, 2.9, root_of, end=True))
    return "\n".join(out)


def _text(css: str, x: float, y: float, size: float, text: str, *, end: bool = False) -> str:
    anchor = ' text-anchor="end"' if end else ""
    return f'<text class="{css}" x="{x:g}" y="{y:.1f}" font-size="{size:.2f}"{anchor}>{safe_text(text)}</text>'
