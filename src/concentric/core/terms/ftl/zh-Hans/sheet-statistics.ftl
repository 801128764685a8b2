statistic-not-printed = 计划手册里没有哪个指标使用“{ $text }”，这个数字已收下，但不会出现在任何地方。
statistic-not-printed-remedy = 请从下拉清单里选；确实是新的统计，请先在手册里加一个指标。
