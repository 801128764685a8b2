"""Which encoding a text is in: UTF-8, UTF-16, GB18030 or Big5. Offices still save all four."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{3,20})|encoding\s*=\s*[\"']([A-Za-z0-9_\-]{3,20})")
_KNOWN = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
          "utf-8": "utf-8", "utf8": "utf-8", "utf-16": "utf-16"}  # fmt: skip
# The commonest characters of running text in both scripts: a wrong decoding has next to none of them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里"
    "如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比"
    "或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知"
    "這個們為來時對會發動過說產種後經進著電裡實現點從業應開還當體機與關內數無軍題黨員總設長頭資邊級圖統區縣鄉鎮項萬億元，。、；：？！“”「」（）"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> str | None:
    """The characters, without a byte order mark; None where no reading makes sense."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _sound(_try(data, name))
    if (wide := _without_mark(data)) is not None:
        return wide
    if b"\x00" in data:
        return None
    text = _try(data, "utf-8")
    if text is not None:
        return _sound(text)
    declared = _DECLARED.search(data[:2048])
    if declared:
        name = _KNOWN.get((declared[1] or declared[2]).decode("ascii").lower(), "")
        if name and (text := _try(data, name)) is not None:
            return _sound(text)
    return _chinese(data)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its Latin characters and digits is zero."""
    if len(data) % 2 or b"\x00" not in data[:4096]:
        return None
    for name, zeros in (("utf-16-le", data[1:4096:2]), ("utf-16-be", data[0:4096:2])):
        if zeros.count(0) * 20 > len(zeros):
            text = _try(data, name)
            if text is not None and _sound(text) is not None and _shares(text) > 0.2:
                return text
    return None


def _chinese(data: bytes) -> str | None:
    """GB18030 or Big5: both decode nearly anything, so the reading with more common characters is meant."""
    best, name = 0.0, ""
    sample = data[:200_000]
    for candidate in ("gb18030", "big5hkscs"):
        text = sample.decode(candidate, "replace")
        share = _shares(text) - 4 * text.count("\ufffd") / max(len(text), 1)
        if share > best:
            best, name = share, candidate
    if not name or best < 0.12:
        return None
    text = data.decode(name, "replace")
    return _sound(text) if text.count("\ufffd") * 50 < len(text) else None


def _shares(text: str) -> float:
    """How much of the text that is not plain ASCII is common Chinese; 1 for plain ASCII alone."""
    sample = text[:50_000]
    wide = [one for one in sample if one > "\x7f"]
    if not wide:
        return 1.0 if sample else 0.0
    return sum(one in _COMMON for one in wide) / len(wide)


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _sound(text: str | None) -> str | None:
    """None for what decodes but is no text."""
    if text is None or len(_CONTROL.findall(text[:100_000])) * 100 > len(text[:100_000]):
        return None
    return text
