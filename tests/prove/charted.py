"""The town's book with charts, and a text that prints them."""

from tests.prove.town import BOOK

CHARTS = """
[chart.money]
kind = "sankey"
name = { zh-Hans = "从认捐到核实", en = "From pledged to verified" }
note = { zh-Hans = "按承诺日期计。", en = "By the day of the pledge." }
indicator = "money-received"

[chart.steps]
kind = "ladder"
name = { zh-Hans = "两件事", en = "Two things" }
indicators = ["villages-paired", "money-received"]

[chart.kinds]
kind = "outcomes"
name = { zh-Hans = "捐给谁", en = "Who it went to" }
indicator = "gifts"
by = "recipient_kind"
values = { village = { zh-Hans = "村", en = "villages" } }

[chart.places]
kind = "map"
name = { zh-Hans = "各县", en = "Counties" }
indicator = "villages-paired"

[chart.beside]
kind = "years"
name = { zh-Hans = "两年", en = "Two years" }
indicators = ["money-received", "money-share"]

[indicator.gifts]
name = { zh-Hans = "笔数", en = "gifts" }
counts = "commitments"
during = "committed_on"
headline = "pledged"

"""
CHARTED = BOOK.replace("[review.zh-Hans]", CHARTS + "[review.zh-Hans]")
TEXT = """# 小城的一年

到账 {{ figure "money-received" }}，{{ change "money-received" }}，兑现率{{ change "money-share" }}。
给村的 {{ figure "gifts" where="recipient_kind = 'village'" }} 笔。

{{ chart "money" }}

{{ chart "steps" }}

{{ chart "kinds" }}

{{ chart "places" }}

{{ chart "beside" }}
"""
