"""Honours with their sources, and namings that hold for a time: the ninth batch among them."""

from __future__ import annotations

from datetime import date

from concentric.exchange.synth.cast import Cast
from concentric.exchange.synth.institutions import Institutions
from concentric.exchange.synth.rows import Row, row, workbook
from concentric.exchange.synth.scene import Chapter

APPLIED, NAMED, UNTIL = date(2021, 3, 30), date(2021, 12, 21), date(2026, 12, 20)
OLD_APPLIED, OLD_NAMED, OLD_UNTIL = date(2016, 3, 25), date(2016, 10, 18), date(2021, 10, 17)
ITEMS = (("组织领导", 19), ("宣传教育", 18), ("共同发展", 20), ("公共服务", 19), ("依法治理", 18))
"""What was assessed, and its points: 94 in all, where 90 are asked for."""
THRESHOLD = 90
SOURCE = "公开发布的表彰决定（示例引用，用时请换成原始出处）"


def honours(everybody: Cast, offices: Institutions) -> Chapter:
    """Five honours; a naming that was won, and one of five years ago that ran out."""
    found = Chapter()
    day = date(2021, 4, 8)
    # 0, not empty: an empty cell would take the points that the book asks for today.
    old = _candidate("AN-2016", OLD_APPLIED, offices, 0)
    new = _candidate("AN-2021", APPLIED, offices, THRESHOLD)
    named = row(number="NM-2016", accreditation="AN-2016", what="named", on=OLD_NAMED, until=OLD_UNTIL, batch="第四批")
    held = workbook("示范申报", accreditations=[old, new], namings=[named])
    found.enter(day, "accreditations", "accreditations", held)
    assessed = [
        row(number=f"AS-2021-{n}", accreditation="AN-2021", what=item, on=date(2021, 9, 15), amount=points)
        for n, (item, points) in enumerate(ITEMS, start=1)
    ]
    found.enter(date(2021, 9, 16), "assessments", "assessments", workbook("示范测评", assessments=assessed))
    lapsed = row(number="NM-2016-2", accreditation="AN-2016", what="lapsed", on=date(2021, 10, 18))
    found.enter(date(2021, 10, 19), "lapsed", "lapsed", workbook("示范到期", namings=[lapsed]))
    ninth = row(number="NM-2021", accreditation="AN-2021", what="named", on=NAMED, until=UNTIL, batch="第九批")
    found.enter(date(2021, 12, 24), "named", "named", workbook("示范命名", namings=[ninth]))
    found.enter(date(2021, 12, 27), "honours", "honours", workbook("表彰", honours=_honours(everybody, offices)))
    return found


def _candidate(number: str, on: date, offices: Institutions, threshold: int | None = None) -> Row:
    return row(
        number=number,
        programme="naming",
        scheme="unity-city",
        level="national",
        candidate=offices.candidate.number,
        applied_on=on,
        threshold=threshold,
    )


def _honours(everybody: Cast, offices: Institutions) -> list[Row]:
    branches = [party.number for party in everybody.others if party.kind == "party"]
    told = [
        *((branch, "脱贫攻坚先进集体", "poverty-campaign", "province", date(2021, 4, 23)) for branch in branches[:3]),
        (branches[0], "社情民意信息工作先进集体", "opinion-reports", "province", date(2021, 12, 10)),
        (offices.own_office.number, "先进机关", "office", "prefecture", date(2021, 12, 17)),
    ]
    return [
        row(
            number=f"HN-{n:02}",
            organisation=organisation,
            title=title,
            kind="collective",
            level=level,
            batch=batch,
            awarded_by="上级机关（示例）",
            awarded_on=on,
            source=SOURCE,
        )
        for n, (organisation, title, batch, level, on) in enumerate(told, start=1)
    ]
