"""The book of the year before: those circles, programmes and indicators of the city's book that its account speaks of.

Word for word the city's own, so that the two years count alike; only the period and the rosters are the year's.
"""

from __future__ import annotations

import re

CODE = "city-2020"
PROGRAMMES = ("villages", "gifts", "enter", "problems", "culture")
INDICATORS = (
    "supporters-paired",
    "villages-paired",
    "pairings-agreed",
    "villages-listed",
    "villages-share",
    "money-pledged",
    "money-received",
    "money-fulfilment",
    "gifts-pledged",
    "projects-signed",
    "projects-started",
    "projects-start-rate",
    "projects-contract",
    "signing-events",
    "problems-moved",
    "problems-solved",
    "problems-under-way",
    "problems-received",
    "problems-accepted",
    "problems-solved-received",
    "problems-solved-rate",
    "culture-sites-planned",
    "culture-sites",
    "culture-sites-opened",
    "new-industrial-enterprises",
    "new-market-entities",
)
KEPT = (
    "circle.",
    "calendar",
    "class.",
    "setting.",
    "category.",
    "site.",
    "adoption.",
    "scheme.",
    "deadline.",
    "follow-up.",
)
HEAD = """# 示例：上一年的计划手册。地名是真实的，单位、记录、数额都是虚构的。
# An example: the book of the year before. Places are real; organisations, records and amounts are invented.

[book]
code = "city-2020"
title = { zh-Hans = "柳州市伙伴计划 2020（示例）", en = "Liuzhou partnership programme 2020 (example)" }
place = "450200"
period = "2020"
time_zone = "Asia/Shanghai"
currency = "CNY"
suppress_below = 0

"""
OUTLINE = """
[review.zh-Hans]
text = '''
# 第一年的账
——柳州市伙伴计划 2020 年度述评

> 示例文稿：地名是真实的，单位、记录和数额均为虚构。

2020 年是伙伴计划的第一年。{{ figure "supporters-paired" }} 家商会和企业同 {{ figure "villages-paired" }} 个村结成对子；认捐 {{ figure "gifts-pledged" }} 笔，合计 {{ figure "money-pledged" }}，受方已确认收到 {{ figure "money-received" }}，兑现 {{ figure "money-fulfilment" }}。

“民企入桂”签约项目 {{ figure "projects-signed" }} 个，已开工 {{ figure "projects-started" }} 个。推动解决民营企业问题 {{ figure "problems-moved" }} 件，其中已解决 {{ figure "problems-solved" }} 件。推进文化点位 {{ figure "culture-sites" }} 处，建成开放 {{ figure "culture-sites-opened" }} 处。

据公开发布的统计，全市新增规模以上民营工业企业 {{ figure "new-industrial-enterprises" }} 家，新登记市场主体 {{ figure "new-market-entities" }} 户。

——柳州市伙伴计划协调办公室
'''

[review.en]
text = '''
# The first year’s account
——The Liuzhou partnership programme in 2020

> An example: the places are real; organisations, records and amounts are invented.

2020 was the programme’s first year, in which {{ figure "supporters-paired" }} chambers and enterprises paired with {{ figure "villages-paired" }} villages. Supporters pledged {{ figure "money-pledged" }} in {{ figure "gifts-pledged" }} gifts; recipients have confirmed that {{ figure "money-received" }} arrived, or {{ figure "money-fulfilment" }}.

Under “Private Enterprises Enter Guangxi” {{ figure "projects-signed" }} projects were signed, and {{ figure "projects-started" }} have started. Problems of private enterprises moved to a solution: {{ figure "problems-moved" }}, of which {{ figure "problems-solved" }} were solved. Work moved forward on {{ figure "culture-sites" }} culture sites; {{ figure "culture-sites-opened" }} opened.

According to published statistics the city gained {{ figure "new-industrial-enterprises" }} private industrial enterprises above the threshold and {{ figure "new-market-entities" }} market entities.

——Coordinating office of the Liuzhou partnership programme
'''
"""  # noqa: E501 - a paragraph of an outline is one line
_TABLE = re.compile(r"^\[([^\[\]\n]+)\]$", re.MULTILINE)


def book_of_last_year(city: str) -> str:
    """The book of 2020 as TOML, made of the tables of the city's book. KeyError when that misses one."""
    tables = _tables(city)
    wanted = [f"programme.{code}" for code in PROGRAMMES] + [f"indicator.{code}" for code in INDICATORS]
    kept = [name for name in tables if name.startswith(KEPT)]
    return (
        HEAD
        + "\n".join(tables[name] for name in (*kept, *wanted)).replace("-2021'", "-2020'").replace('-2021"', '-2020"')
        + OUTLINE
    )


def _tables(text: str) -> dict[str, str]:
    """The tables of a book as they are written, by their names; without its outlines."""
    text = text.partition("\n[review.")[0]
    found = list(_TABLE.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    return {one[1]: text[one.start() : end] for one, end in zip(found, ends, strict=True)}
