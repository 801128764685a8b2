"""The features by which a text and a figure's name are compared: character pairs, word stems, concepts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from concentric.core.claims.cleaning import folded
from concentric.core.claims.concepts import chinese_concepts, english_concepts, stem

_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_WORD = re.compile(r"R&D\b|[A-Za-z][A-Za-z'’]*[A-Za-z]|[A-Za-z]")
STOPWORDS = frozenset(
    "the a an of in on at to for by with from and or that which who whom whose this these those is are was were be been has have had "
    "its their his her our as than into per all it they we he she i you not no than over about more most some any each number "
    "total city council county town".split()
) - {"county", "town"}
GENERIC = frozenset(
    "全市 全省 全县 全区 全年 累计 数量 人数 个数 总数 总量 总额 金额 次数 场次 户数 家数 件数 篇数 开展 举办 组织 实施 推进 推动 数额 情况 本市 我市 "
    "已经 进行 建设 工作 活动 服务 实现 完成 各类 全部 有关 相关 期内 期末 年度 提供 参与 确认 已确 已经".split()
)
GENERIC_ENGLISH = frozenset(
    "value amount volume count level overall worldwide global globally annual annually yearly year estimate estimated "
    "available current currently recorded various relevant related data figure headline name named".split()
)
"""What a statistician adds to a name, and no text says."""
CHINESE_STOPS = frozenset("的了和与及在是为对等以将向从到把被让由于其中共有达已经约超近逾余多")


def name_features(name: str) -> dict[str, float]:
    """What a figure's name is made of: feature -> weight before rarity."""
    text = folded(name)
    if _HAN_RUN.fullmatch(text) and len(kept := _COUNTERS.sub("", text)) > 1:
        text = kept
    found: dict[str, float] = {}
    for start, end, feature, weight in features_in(text):
        del start, end
        found[feature] = max(found.get(feature, 0.0), weight)
    return found


_COUNTERS = re.compile(r"(?:总)?(?:人数|户数|家数|数量|总数|次数|个数|件数|篇数|金额|总额|场次|数)$")
_TAIL = re.compile(r"(?:总)?(?:人数|户数|家数|数量|总数|次数|个数|件数|金额|总额|人次|场次|面积|规模|情况|数|量|额)$")
_HEAD_ENDS = re.compile(
    r"\b(?:of|in|with|for|to|by|from|at|on|that|who|which|per|under|through|during|among|without)\b|[(,;:]",
    re.IGNORECASE,
)


def name_head(name: str) -> frozenset[str]:
    """The noun that a name counts: "firms" of "firms that got a loan", 企业 of 获得贷款的民营企业."""
    text = folded(name)
    if _HAN_RUN.search(text):
        text = _TAIL.sub("", re.sub(r"[（(].*", "", text)) or text
        return frozenset(
            feature for start, end, feature, _ in features_in(text) if end >= len(text) and end - start <= 4
        )
    phrase = _HEAD_ENDS.split(text, maxsplit=1)[0] or text
    words = [match[0] for match in _WORD.finditer(phrase)]
    kept = words[:1] + [word for word in words[1:] if not word.lower().endswith(("ed", "ing"))]
    heads = " ".join(kept[-1:] if " and " not in phrase else kept)
    return frozenset(feature for _, _, feature, _ in features_in(heads))


@lru_cache(maxsize=65536)
def bare_name(name: str) -> str:
    """A name as a text would hold it word for word; something no text holds where it is too short to tell."""
    text = folded(name).lower()
    if _HAN_RUN.search(text):
        kept = _COUNTERS.sub("", text)
        return kept if len(kept) > 2 else "\n"
    return text if " " in text else "\n"


IMPLIED = {
    "money": frozenset(
        "金额 资金 款项 金 额 款 款额 金数 总额 @fund @total amount money value amount- sum cost total @goods-value".split()
    ),
    "percent": frozenset(
        "率 比例 比率 比重 占比 例 比 @rate rate share percentag proportion proportion- percentag- perce-".split()
    ),
    "people": frozenset("人数 人 人员 number person people".split()),
    "person_times": frozenset("人次 次 人 @attendance attendanc attendanc- atten- time".split()),
    "count": frozenset("数量 个数 家数 户数 件数 次数 总数 数 number count".split()),
    "measure": frozenset("面积 里程 长度 数 量 总量 area length".split()),
    "time": frozenset("时间 时长 天数 用时 @time-taken time".split()),
}


def unit_head(unit: str) -> frozenset[str]:
    """What the word of a unit counts: 村 of 个村, "organisations"; nothing for a measure word, a currency or a sign."""
    if len(unit) < 2 or not unit[0].isalpha() or unit.isupper():
        return frozenset()
    return frozenset(feature for _, _, feature, _ in features_in(folded(unit)) if feature not in ("个", "件", "项"))


def features_in(text: str) -> list[tuple[int, int, str, float]]:
    """Each feature of a clean text with its place and weight."""
    found: list[tuple[int, int, str, float]] = []
    for run in _HAN_RUN.finditer(text):
        start, end = run.span()
        concepts = chinese_concepts(text, start, end)
        edges = _edges(concepts)
        for at in range(start, end - 1):
            pair = text[at : at + 2]
            if pair[0] not in CHINESE_STOPS and pair[1] not in CHINESE_STOPS:
                found.append((at, at + 2, pair, _weight(pair, edges.get(at), edges.get(at + 1))))
        found += [(at, at + 1, text[at], 0.25) for at in range(start, end) if text[at] not in CHINESE_STOPS]
        found += [(at, last, concept, 1.0) for at, last, named in concepts for concept in named]
    found += _english(text)
    return found


def _edges(concepts: list[tuple[int, int, tuple[str, ...]]]) -> dict[int, int]:
    """For each character in a known word, where that word begins: the longest words first."""
    found: dict[int, int] = {}
    for start, end, _ in sorted(concepts, key=lambda one: one[0] - one[1]):
        if end - start > 1 and not any(at in found for at in range(start, end)):
            found |= dict.fromkeys(range(start, end), start)
    return found


def _weight(pair: str, word: int | None, following: int | None) -> float:
    """A pair inside a known word is told by its concept already; one across two words is an accident of their order."""
    if pair in GENERIC:
        return 0.35
    if word is not None and word == following:
        return 0.6
    return 0.4 if word is not None or following is not None else 1.0


def _english(text: str) -> Iterable[tuple[int, int, str, float]]:
    words = [(match.start(), match.end(), stem(match[0]), match[0]) for match in _WORD.finditer(text)]
    words = [one for one in words if one[3].lower() not in STOPWORDS]
    stems = [one[2] for one in words]
    soft = [0.35 if word.lower() in GENERIC_ENGLISH else 1.0 for _, _, _, word in words]
    found = [(start, end, one, weight) for (start, end, one, _), weight in zip(words, soft, strict=True)]
    # vaccinated, vaccinations: what has the same beginning often means the same.
    found += [
        (start, end, f"{one[:5]}-", 0.5 * weight)
        for (start, end, one, _), weight in zip(words, soft, strict=True)
        if len(one) > 5
    ]
    for n, concepts in english_concepts(stems):
        found += [(words[n][0], words[n][1], concept, 0.8) for concept in concepts]
    for n in range(len(words) - 1):
        if words[n + 1][0] - words[n][1] <= 5 and not re.search(r"[.;:,]", text[words[n][1] : words[n + 1][0]]):
            found.append((words[n][0], words[n + 1][1], f"{stems[n]} {stems[n + 1]}", 0.5))
    return found
