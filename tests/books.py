"""What the small books of the tests have in common: villages that pair, and money that is pledged and comes."""

INDICATORS = """\
[indicator.villages-paired]
name = { zh-Hans = "结对村数", en = "villages paired" }
definition = { zh-Hans = "签下结对协议的村，每个只数一次。", en = "Villages that agreed a pairing, each once." }
unit = { zh-Hans = "个村", en = "villages" }
counts = "pairings"
distinct = "recipient"
during = "agreed_on"
where = "programme = 'villages'"
headline = "confirmed"

[indicator.villages-listed]
name = { zh-Hans = "名册内村数", en = "villages on the roster" }
unit = { zh-Hans = "个村", en = "villages" }
counts = "roster"
distinct = "member"
at_end = ["since", "until"]
where = "roster = 'villages-2021'"

[indicator.villages-share]
name = { zh-Hans = "结对覆盖率", en = "share of villages paired" }
unit = "%"
decimals = 1
coverage = { roster = "villages-2021", counts = "pairings", member = "recipient", during = "agreed_on" }
headline = "confirmed"

[indicator.money-pledged]
name = { zh-Hans = "认捐金额", en = "money pledged" }
unit = "CNY"
counts = "commitments"
sum = "amount"
currency = "CNY"
during = "committed_on"
where = "programme = 'gifts'"
headline = "pledged"

[indicator.money-received]
name = { zh-Hans = "到账金额", en = "money received" }
unit = "CNY"
counts = "commitments"
sum = "amount"
currency = "CNY"
during = "committed_on"
where = "programme = 'gifts'"
headline = "confirmed"
"""
"""The first five indicators of each: what is counted, where, and at which rung it is printed."""


def head(code: str, zh: str, en: str, place: str) -> str:
    """The table that every book begins with."""
    return f"""\
[book]
code = "{code}"
title = {{ zh-Hans = "{zh} 2021", en = "{en} 2021" }}
place = "{place}"
period = "2021"
time_zone = "Asia/Shanghai"
currency = "CNY"
suppress_below = 0
"""


def circle(code: str, zh: str, en: str, rank: int, hue: str) -> str:
    """One ring of the picture."""
    names = f'names = {{ zh-Hans = "{zh}", en = "{en}" }}'
    return f'\n[circle.{code}]\n{names}\nrank = {rank}\nhue = "{hue}"\n'
