# 计划手册里的清单与时钟：分类、场所、帮扶分类、日历、期限、回访计划。
book-name-taken = “{ $value }”（{ $at }）已经是这份清单里另一项的名称。
book-name-taken-remedy = 填表的人写的是名称，一个名称只能指一项；请改掉其中一个。
book-not-truth = { $at } 应为 true 或 false。
book-not-truth-remedy = 写 true 或 false，不加引号。
book-calendar = { $at }：没有“{ $value }”这份日历；有 { $known }。
book-calendar-remedy = 从中选一份，本地另有的放假和上班日写在 off 和 work 里。
book-calendar-near = { $at }：没有“{ $value }”这份日历。是不是“{ $near }”？
book-calendar-near-remedy = 改为“{ $near }”。
book-not-days = { $at } 应为一组日期。
book-not-days-remedy = 写 [2021-04-12, 2021-04-13]：年-月-日，不加引号，不带时刻。
book-day-twice = { $value }（{ $at }）既写作放假又写作上班。
book-day-twice-remedy = 从其中一处删去。
book-deadline-taken = { $at }：同样的类别、缓急和步骤已经有期限“{ $other }”。
book-deadline-taken-remedy = 两条留一条。
book-not-among = { $at }：没有“{ $value }”；有 { $known }。
book-not-among-remedy = 从中选一个。
book-not-among-near = { $at }：没有“{ $value }”。是不是“{ $near }”？
book-not-among-near-remedy = 改为“{ $near }”。
book-outcomes-unwanted = { $at }：只有答复才分类别，而这个计划不是从答复算起。
book-outcomes-unwanted-remedy = 删去 outcomes，或写 step = "answered"。
book-after = { $at } 应为 1 到 { $most } 的天数，后一个大于前一个。
book-after-remedy = 写 after = [30, 180]。
