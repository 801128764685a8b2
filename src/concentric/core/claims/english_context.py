"""What stands around an English number decides what it is: a rise, a fall, a threshold, a target."""

from __future__ import annotations

import re

from concentric.core.claims.reading import Change, Listed
from concentric.core.claims.units import UnitClass

RISES = re.compile(
    r"(?i)\b(?:up|r[oi]se[ns]?|rose|rising|grew|grow(?:th|n|ing|s)?|increas\w+|gain\w*|climb\w*|jump\w*|expand\w*|surg\w+|higher|improv\w+|added|more|advanc\w+|soar\w*)\b"
)
FALLS = re.compile(
    r"(?i)\b(?:down|fell|fall\w*|declin\w+|decreas\w+|drop\w*|reduc\w+|lower\w*|cut\w*|shr[aiu]nk\w*|slip\w*|contract(?:ed|ing|ion)|shorten\w*|los[st]\w*|slump\w*|less|fewer)\b"
)
_SINCE = re.compile(
    r"(?i)year[- ]on[- ]year|year over year|on the (?:previous |last )?year|(?:than|from|over|against|compared with|on|since) (?:the )?(?:previous|prior|last|preceding) (?:year|period|quarter|month)|(?:than|from|over|compared with|on) (?:the )?(?:year before|year earlier|20\d\d)|a year (?:earlier|ago|before)|\byoy\b|y/y"
)
_TARGET = re.compile(
    r"(?i)\b(?:will|aims?|aiming|aimed|plans? to|planned to|planning|targets?|targeted|goal|hopes?|expects?|expected|intends?|seeks?|by (?:the end of )?20[2-9]\d|next year|in the coming|strives?|is to|are to|due to (?:open|start)|set to|ambition|forecast|projected|propos(?:es|ed) to|is expected|vow\w* to)\b"
)
_DONE = re.compile(r"(?i)\b(?:has|have|had|already|was|were|met|exceeded|surpassed|so far)\b")
_THRESHOLD = re.compile(
    r"(?i)\b(?:with|earning|whose|threshold|minimum|maximum|limit(?:ed)?|cap(?:ped)?|eligib\w+|require\w*|must|if|any\w*|each|every|ceiling|floor|starting at|costing|worth|valued|employing|having|must|qualif\w+)\b"
)

_WHO_MAY = re.compile(
    r"(?i)\b(?:earning|with (?:an? |annual |household |net )*(?:incomes?|savings|budgets?|turnovers?|assets)(?: of)?|(?:incomes?|savings|budgets?|turnovers?) (?:of|is|are|was|must be))\s+"
    r"(?:under|below|over|above|less than|more than|up to|at most|fewer than)\s*$"
)
_A_YEAR_OR_MORE = re.compile(r"\s(?:an?|per|each) \w+,? (?:or|and) (?:more|above|over|less|fewer)\b")


def change_of(text: str, start: int, end: int, unit_class: UnitClass) -> tuple[Change, bool]:
    clause = re.split(r"[.;]\s|,\s", text[max(0, start - 60) : start])[-1]
    since = bool(_SINCE.search(text[max(0, start - 60) : end + 60]))
    if unit_class not in ("percent", "points", "multiple", "time"):
        return "", since
    after = text[end : end + 25]
    if re.match(r"\s*(?:more|higher|increase|rise|growth|up|above (?=19|20|last|the (?:previous|year)))\b", after):
        return "up", since
    if re.match(r"\s*(?:less|lower|fewer|decrease|decline|drop|fall|down|cut|reduction)\b", after):
        return "down", since
    if re.search(r"(?i)\b(?:to|at|of|was|were|is|stood at|reached|from|accounted for)\s*$", clause) and not re.search(
        r"(?i)\b(?:increase|rise|growth|gain|decline|drop|fall|decrease|cut|reduction)\s+of\s*$", clause
    ):
        return "", since
    near = " ".join(clause.split()[-6:])
    ups = [found.end() for found in RISES.finditer(near)]
    downs = [found.end() for found in FALLS.finditer(near)]
    if downs and (not ups or downs[-1] > ups[-1]):
        return "down", since
    return ("up" if ups else ""), since


def listed_of(text: str, start: int, end: int, post: str, pre: str, unit_class: UnitClass) -> Listed:
    sentence = re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", text[max(0, start - 160) : start])[-1]
    clause = re.split(r"[,;:]\s|\s(?:and|but|while)\s", sentence)[-1]
    after = text[end : end + 40]
    bound = _A_YEAR_OR_MORE.match(after) or re.search(r"or (?:more|above|over|less|fewer)|and (?:above|over|more)", post) or pre.strip().lower() in (
        "at least", "no more than", "up to", "at most", "no less than", "no fewer than")  # fmt: skip
    if (
        bound
        and unit_class in ("money", "measure", "percent", "time", "people", "count")
        and _THRESHOLD.search(" ".join(clause.split()[-7:]))
    ):
        return "threshold"
    if re.search(
        r"(?i)\b(?:within|standard asks for|asks? for|require[sd]?|calls? for|no further than)\s+(?:at least\s+|about\s+)?$",
        text[max(0, start - 30) : start],
    ) and unit_class in ("measure", "time", "money", "percent"):
        return "threshold"
    if (
        unit_class == "people"
        and re.search(r"(?i)\b(?:with|employing)\s*$", clause)
        and pre
        and re.match(r"\s+(?:staff|employees|workers|people|members)?\s*(?:can|may|must|are eligible|qualif)", after)
    ):
        return "threshold"
    if _WHO_MAY.search(clause + " " + pre) or re.search(r"(?i)\b(?:limited|capped|restricted) (?:to|at)\s*$", clause):
        return "threshold"
    if re.match(r"\s?(?:majority|bar|threshold|supermajority|quorum)\b", after):
        return "threshold"
    if re.search(r"(?i)\b(?:threshold|minimum|maximum|ceiling|limit|cap) (?:of|is|was|at|to)\s*$", clause):
        return "threshold"
    if _TARGET.search(clause) and not _DONE.search(clause) and not re.match(r"\s+(?:have|has|had) been\b", after):
        return "target"
    if _TARGET.search(sentence) and not re.search(
        r"(?i)\b(?:has|have|had|was|were|did|rose|fell|grew|reached|helped|signed|met|exceeded|missed|hit)\b",
        sentence + after[:20],
    ):
        return "target"
    if re.match(r"(?:\s+\w+){0,6}\s+(?:by (?:the end of )?20[2-9]\d|next year)\b", after) and not _DONE.search(clause):
        return "target"
    return ""
