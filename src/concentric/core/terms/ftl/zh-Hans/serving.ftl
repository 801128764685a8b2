serving-all = 名册上的 { $of } 家当日都有特派员。
serving-some = 名册上的 { $of } 家中，当日有 { $count } 家没有特派员。
serving-since = 自{ $date }起没有
serving-never = 据现有记录从未有过
serving-more = 另有 { $count } 家。
