# 台账：各种记录的清单
pages-nav-lists = 台账
lists-about = 按种类看全部现行记录；每一行都可以打开，看它的经过和出处。
lists-group-match = 结对与匹配
lists-group-keep = 事项与成果
lists-group-register = 名录
lists-option = { $words }（{ $count }）
lists-any = 不限
lists-take-off = 去掉
pages-value-outcome-solved = 已解决
pages-value-outcome-under-way = 正在解决
pages-value-outcome-planned = 列入计划
pages-value-outcome-explained = 说明解释
lists-none-yet = 还没有这一类记录
