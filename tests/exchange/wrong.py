"""Wrong input by kind: for each sheet a good row, and what becomes of it when one cell is spoilt.

Cells are text unless a test says otherwise. `NOTHING` empties the cell.
"""

from __future__ import annotations

from datetime import date
from typing import Any

NOTHING = ""
LONG = "长" * 2_100
FUTURE = "2099-01-01"

# What is wrong with any office's number, any date, any amount, any reference.
NUMBER = [
    ("number", NOTHING, "cell-no-number"),
    ("number", "=A1", "cell-like-formula"),
    ("number", "@sum", "cell-like-formula"),
    ("number", 1.5, "cell-id-fraction"),
    ("number", 1.2345678901234567e17, "cell-digits-lost"),
    ("number", "1.23457E+17", "cell-digits-lost"),
    ("number", True, "cell-truth"),
    ("number", date(2021, 3, 1), "cell-id-date"),
    ("number", "九" * 65, "cell-too-long"),
]


def dates(column: str) -> list[tuple[str, Any, str]]:
    """Dates that people type and nobody can read."""
    return [
        (column, "2021-02-30", "date-impossible"),
        (column, "03/04/2021", "date-order"),
        (column, "21-3-5", "date-short-year"),
        (column, "2021年3月", "date-day-missing"),
        (column, "2021", "date-only-year"),
        (column, "去年夏天", "date-unreadable"),
        (column, "1821-03-05", "date-out-of-range"),
    ]


def amounts(column: str) -> list[tuple[str, Any, str]]:
    """Amounts that are no exact amount."""
    return [
        (column, "约5万", "number-estimate"),
        (column, "5-6万", "number-range"),
        (column, "-5", "cell-negative"),
        (column, -5.0, "cell-negative"),
        (column, "10%", "number-percent"),
        (column, "1.23456", "number-precise"),
        (column, True, "number-truth"),
        (column, date(2021, 3, 1), "number-date"),
        (column, 1e300, "number-large"),
        (column, "一万五", "number-unreadable"),
    ]


Spoilt = list[tuple[str, Any, str]]

CORPUS: dict[str, tuple[dict[str, Any], Spoilt]] = {
    "places": (
        {"number": "4502{:02}", "name": "某县", "level": "县", "parent": "450222", "latitude": 24.5, "longitude": 109},
        [
            *NUMBER,
            ("number", "45", "place-code"),
            ("number", "柳城", "place-code"),
            ("name", NOTHING, "cell-missing"),
            ("name", "=1+1", "cell-like-formula"),
            ("name", "长" * 201, "cell-too-long"),
            ("level", "县城", "cell-not-a-choice"),
            ("level", NOTHING, "cell-missing"),
            ("parent", "没有这里", "reference-place"),
            ("parent", "重名", "reference-place-ambiguous"),
            ("latitude", "109.41", "place-off-the-globe"),
            ("longitude", "181", "place-off-the-globe"),
            ("latitude", "24°30′", "number-word"),
            *dates("valid_from"),
        ],
    ),
    "villages": (
        {"number": "W{}", "name": "某村", "county": "柳城县"},
        [
            *NUMBER,
            ("name", NOTHING, "cell-missing"),
            ("name", "+村", "cell-like-formula"),
            ("code", "4502", "village-code"),
            ("code", "450222", "village-code"),
            ("county", NOTHING, "cell-missing"),
            ("county", "没有这里", "reference-place"),
            ("county", "重名", "reference-place-ambiguous"),
            ("county", "V-V1", "village-in-a-village"),
            ("uscc", "11010519491231002X", "code-uscc-person"),
            ("contact_phone", "无可奉告", "cell-phone"),
            ("contact_phone", 3.5, "cell-id-fraction"),
            ("contact_name", "长" * 101, "cell-too-long"),
        ],
    ),
    "organisations": (
        {"number": "E{}", "name": "某公司", "kind": "企业", "place": "450222"},
        [
            *NUMBER,
            ("name", NOTHING, "cell-missing"),
            ("name", "-公司", "cell-like-formula"),
            ("name", True, "cell-truth"),
            ("kind", NOTHING, "cell-missing"),
            ("kind", "国营", "cell-not-a-choice"),
            ("kind", "村", "organisation-village-elsewhere"),
            ("place", "火星", "reference-place"),
            ("place", "重名", "reference-place-ambiguous"),
            ("place", "=B2", "cell-like-formula"),
            ("uscc", "11010519491231002X", "code-uscc-person"),
            ("uscc", "9" * 40, "cell-too-long"),
            ("contact_phone", "见附件", "cell-phone"),
        ],
    ),
    "roster": (
        {"number": "L{}", "roster": "R-1", "roster_name": "名单", "as_of": "2021-01-01", "member": "V1"},
        [
            ("until", NOTHING, ""),  # the good row that the others are held against
            *NUMBER,
            ("roster", NOTHING, "cell-missing"),
            ("roster_name", NOTHING, "cell-missing"),
            ("roster_name", "别的名单", "row-contradicts"),
            ("as_of", NOTHING, "cell-missing"),
            ("as_of", "2021-01-02", "row-contradicts"),
            ("programme", "不存在", "reference-programme"),
            ("member", NOTHING, "cell-missing"),
            ("member", "无此村", "reference-organisation"),
            *dates("as_of"),
            *dates("since"),
        ],
    ),
    "pairings": (
        {"number": "PP{}", "programme": "villages", "supporter": "S1", "recipient": "V1", "proposed_on": "2021-03-01"},
        [
            *NUMBER,
            ("programme", NOTHING, "cell-missing"),
            ("programme", "企村", "reference-programme"),
            ("supporter", NOTHING, "cell-missing"),
            ("supporter", "S99", "reference-organisation"),
            ("recipient", "S1", "match-paired-with-itself"),
            ("recipient", "V99", "reference-organisation"),
            ("help_types", "产业、打气", "cell-not-a-choice"),
            ("batch", "长" * 65, "cell-too-long"),
            ("note", "=HYPERLINK(1)", "cell-like-formula"),
            ("note", LONG, "cell-too-long"),
            ("proposed_on", FUTURE, "row-in-future"),
            ("proposed_on", NOTHING, "cell-missing"),
            *dates("proposed_on"),
        ],
    ),
    "agreements": (
        {"number": "A{}", "pairing": "P1", "on": "2021-03-20", "what": "续期"},
        [
            *NUMBER,
            ("number", "D1", ""),  # another noun's step: numbers of pairings' steps are their own
            ("pairing", NOTHING, "cell-missing"),
            ("pairing", "P99", "reference-pairing"),
            ("what", NOTHING, "cell-missing"),
            ("what", "考虑中", "cell-not-a-choice"),
            ("what", "结束", "course-note-missing"),
            ("note", "@x", "cell-like-formula"),
            ("on", NOTHING, "cell-missing"),
            *dates("on"),
        ],
    ),
    "commitments": (
        {
            "number": "CC{}",
            "programme": "villages",
            "supporter": "S1",
            "recipient": "V1",
            "kind": "资金",
            "nature": "公益",
            "firmness": "承诺",
            "amount": 100,
            "committed_on": "2021-03-01",
        },
        [
            *NUMBER,
            ("programme", "别的", "reference-programme"),
            ("supporter", "S99", "reference-organisation"),
            ("recipient", "S1", "keep-supporter-is-recipient"),
            ("kind", "心意", "cell-not-a-choice"),
            ("nature", NOTHING, "cell-missing"),
            ("firmness", "口头说说", "cell-not-a-choice"),
            ("amount", NOTHING, "commitment-nothing"),
            ("amount", "5克朗", "money-currency"),
            ("currency", "金条", "cell-currency-unknown"),
            ("quantity", "5", "commitment-both"),
            ("unit", "台", "commitment-unit-alone"),
            ("due", "2021-01-01", "row-dates-backwards"),
            ("what", "长" * 401, "cell-too-long"),
            ("committed_on", FUTURE, "row-in-future"),
            *amounts("amount"),
            *dates("committed_on"),
        ],
    ),
    "deliveries": (
        {"number": "DD{}", "commitment": "C1", "on": "2021-06-01", "amount": 10},
        [
            *NUMBER,
            ("number", "R1", "row-number-of-other-step"),
            ("commitment", NOTHING, "cell-missing"),
            ("commitment", "C99", "reference-commitment"),
            ("amount", NOTHING, "cell-missing"),
            ("amount", 0, "course-amount-zero"),
            ("amount", "5万美元", "step-currency-differs"),
            ("on", FUTURE, "row-in-future"),
            ("on", NOTHING, "cell-missing"),
            ("note", "=1", "cell-like-formula"),
            *amounts("amount"),
            *dates("on"),
        ],
    ),
    "confirmations": (
        {"number": "RR{}", "subject": "D1", "outcome": "收到", "on": "2021-06-05", "amount": 20000},
        [
            *NUMBER,
            ("number", "D1", "row-number-of-other-step"),
            ("subject", NOTHING, "cell-missing"),
            ("subject", "D99", "reference-subject"),
            ("subject", "R1", "reference-no-delivery"),
            ("outcome", NOTHING, "cell-missing"),
            ("outcome", "差不多", "cell-not-a-choice"),
            ("outcome", "没有收到", "confirmation-amount-not-wanted"),
            ("amount", 0, "course-amount-zero"),
            ("amount", "1美元", "step-currency-differs"),
            ("on", FUTURE, "row-in-future"),
            *amounts("amount"),
            *dates("on"),
        ],
    ),
    "verifications": (
        {"number": "YY{}", "subject": "D1", "on": "2021-08-01", "amount": 20000},
        [
            *NUMBER,
            ("subject", NOTHING, "cell-missing"),
            ("subject", "Z99", "reference-subject"),
            ("subject", "R1", "reference-no-delivery"),
            ("subject", "P1", "verification-amount-of-whole"),
            ("subject", "D3", "course-delivery-not-confirmed"),
            ("amount", NOTHING, "course-amount-missing"),
            ("amount", 20001, "course-verified-above-confirmed"),
            ("on", FUTURE, "row-in-future"),
            *amounts("amount"),
            *dates("on"),
        ],
    ),
    "statistics": (
        {"number": "T{}", "indicator": "new-firms", "value": 102, "unit": "家", "period": "2021", "source": "市工商联"},
        [
            *NUMBER,
            ("indicator", NOTHING, "cell-missing"),
            ("value", NOTHING, "cell-missing"),
            ("value", "102家", "number-word"),
            ("value", "百余", "number-estimate"),
            ("unit", NOTHING, "cell-missing"),
            ("period", NOTHING, "cell-missing"),
            ("period", "上半年", "period-unreadable"),
            ("period", "2021-Q5", "period-unreadable"),
            ("period", date(2021, 1, 1), "cell-period-date"),
            ("place", "火星", "reference-place"),
            ("source", NOTHING, "cell-missing"),
            ("source", "=来源", "cell-like-formula"),
            ("scope", "长" * 401, "cell-too-long"),
            *dates("published_on"),
        ],
    ),
    "reversals": (
        {"number": "ZZ{}", "step": "D3", "note": "重复登记"},
        [
            *NUMBER,
            ("number", "D1", "row-number-of-other-step"),
            ("step", NOTHING, "cell-missing"),
            ("step", "D99", "reference-step"),
            ("step", "D1", "course-delivery-still-confirmed"),
            ("note", NOTHING, "cell-missing"),
            ("note", "=为什么", "cell-like-formula"),
            ("note", LONG, "cell-too-long"),
            ("on", FUTURE, "row-in-future"),
            *dates("on"),
        ],
    ),
}
