"""A text made readable for the grammar, with the place of every character in the text as it was given.

Web copies come damaged: Simplified turned into Traditional with pinyin left behind, full-width digits, invisible
characters, stretches in a wrong encoding. What can be undone is undone here; what can't is marked and never judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿĀÁǍÀĒÉĚÈŌÓǑÒ"
_GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])[(（]\s*([a-zA-ZüÜêê{_TONED}]{{1,6}})\s*[)）]")
_HAS_TONE = re.compile(f"[{_TONED}]")
_NEUTRAL = frozenset("de le zhe ma ne ba zi men ge a ya me li tou dao dei lou bo".split())

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\r(?=\n)")
"""What cannot be seen; half of a line's end that has two."""
_GROUPED = re.compile(
    r"(?<![\d,.])[1-9]\d{0,2}(?:(?:[\u00a0\u2009\u202f]\d{3}){1,5}|(?: \d{3}){2,5}(?=\s?(?:[A-Z]{3}\b|[€£$]|[a-z]{3})))(?![\d,.]?\d)"
)
"""1 250 000 EUR: thousands that stand apart."""
_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）"}
for _plain, _forms in (
    ("\n", "\r\x0b\x0c\x85\u2028\u2029"),
    *((" ", "\u3000\u00a0\u2007\u2009\u202f"), ("“", "「"), ("”", "」"), ("‘", "『"), ("’", "』"), ("%", "﹪")),
    *(
        ("-", "﹣−–"),
        ("~", "〜∼"),
        ("¥", "￥"),
        ("£", "￡"),
        ("余", "馀"),
        ("了", "瞭"),
        ("着", "著"),
        ("元", "圆"),
        ("咨", "谘"),
    ),
):
    _FOLDED |= {ord(form): ord(_plain) for form in _forms}
_FORMAL = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟零万亿]+(?=元|人民币|整)")
"""Numerals as they are written on cheques: 壹佰贰拾万元整."""
_PLAIN_FORMS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_ENDLESS = re.compile("[\\d零〇一二三四五六七八九十百千万萬亿億两兩壹贰叁肆伍陆柒捌玖拾佰仟]{200,}")
"""No number, however long: grammars would read it again from each of its places."""
_HAN = re.compile("[\u3400-\u9fff]")
_ANSWER, _ACCOUNT = re.compile("(?<=[答回批函])覆"), re.compile("帐(?![篷幕子])")
"""覆 is 复 where something is answered, and itself where something is covered: no table of characters knows which."""

# Latin letters that only come in rows when UTF-8 was read as a Western code page.
_WESTERN = re.compile("(?:[\u00c2-\u00ef][\u0080-\u00bf\u0152-\u0178\u2013-\u2122\u02c6\u02dc]{1,2}){2,}")
_REPLACED = re.compile("\ufffd+|(?:锟斤拷)+|(?:烫烫|屯屯){2,}")


def _read_as_gbk() -> str:
    """Characters that the first two bytes of a Han character in UTF-8 become when they are read as GBK."""
    found = []
    for lead in range(0xE4, 0xEA):
        for second in range(0x80, 0xC0):
            try:
                found.append(bytes((lead, second)).decode("gbk"))
            except UnicodeDecodeError:
                continue
    return "".join(one for one in found if len(one) == 1)


_CHINESE_TWICE = re.compile(rf"(?:[{_read_as_gbk()}][\u3400-\u9fff\ue000-\uf8ff€?]{{1,2}}){{2,}}")


@dataclass(frozen=True)
class Clean:
    """`text` for the grammar; `at[i]` is where its character i stands in `original`; `unreadable` spans of `text`."""

    original: str
    text: str
    at: list[int] | range
    unreadable: list[tuple[int, int]] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original, end exclusive, that characters `start` to `end` of the clean text came from."""
        return self.at[start], self.at[end - 1] + 1


def clean(original: str) -> Clean:
    """Read through glosses, forms and scripts; mark what no longer says anything."""
    at: list[int] | range = range(len(original))
    text = original
    if "(" in text or "（" in text or _INVISIBLE.search(text) or _GROUPED.search(text):
        text, at = _without_glosses(text)
    text = _ENDLESS.sub(lambda run: "·" * len(run[0]), text.translate(_FOLDED))
    return Clean(original, _simplified(text), at, _unreadable(text))


def folded(name: str) -> str:
    """A name in the characters that texts are compared in."""
    return _simplified(name.translate(_FOLDED))


def _without_glosses(text: str) -> tuple[str, list[int]]:
    """Leave out pinyin behind its character, characters that cannot be seen, and spaces inside of a number."""
    dropped = [match.span() for match in _GLOSS.finditer(text) if _is_pinyin(match[1])]
    dropped += [match.span() for match in _INVISIBLE.finditer(text)]
    for match in _GROUPED.finditer(text):
        dropped += [(at, at + 1) for at in range(*match.span()) if not text[at].isdigit()]
    pieces: list[str] = []
    at: list[int] = []
    done = 0
    for start, end in sorted(dropped):
        pieces.append(text[done:start])
        at.extend(range(done, start))
        done = max(done, end)
    pieces.append(text[done:])
    at.extend(range(done, len(text)))
    return "".join(pieces), at


def _is_pinyin(syllable: str) -> bool:
    return bool(_HAS_TONE.search(syllable)) or syllable in _NEUTRAL


@cache
def _converter() -> Callable[[str], str]:
    import opencc  # loads dictionaries; a text in English alone needs none

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert


_SIMPLE: dict[int, str] = {}
_SEEN: set[str] = set()


def _simplified(text: str) -> str:
    """Each Traditional character in Simplified, one for one, so that spans stay where they are."""
    for one in set(text) - _SEEN:
        _SEEN.add(one)
        if _HAN.match(one):
            simple = _converter()(one)
            if simple != one and len(simple) == 1:
                _SIMPLE[ord(one)] = simple
    simple = _ANSWER.sub("复", _ACCOUNT.sub("账", text.translate(_SIMPLE)))
    return _FORMAL.sub(lambda match: match[0].translate(_PLAIN_FORMS), simple)


def _unreadable(text: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in _REPLACED.finditer(text)]
    spans += [match.span() for match in _WESTERN.finditer(text)]
    spans += [match.span() for match in _CHINESE_TWICE.finditer(text) if _was_utf8(match[0])]
    return sorted(spans)


def _was_utf8(run: str) -> bool:
    """Whether a run of Han characters is UTF-8 that was read as GBK: then the bytes mean something else."""
    data = run.encode("gb18030", "ignore")
    for cut in (len(data), len(data) - 1, len(data) - 2):
        try:
            return len(_HAN.findall(data[:cut].decode("utf-8"))) >= 2
        except UnicodeDecodeError:
            continue
    return False
