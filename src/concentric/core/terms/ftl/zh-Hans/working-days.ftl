working-days-day = { $day }
working-days-provisional = { $day }（暂定：{ $year } 年的放假安排尚未收录）

working-days-no-such-calendar = 没有代码为“{ $code }”的工作日历。
working-days-no-such-calendar-remedy = 请从这些里选一个：{ $codes }；当地另有假日的，在工作手册里补充。
working-days-not-a-deadline = { $days } 个工作日不能作为期限。
working-days-not-a-deadline-remedy = 请填写 0 到 { $longest } 之间的整数。
