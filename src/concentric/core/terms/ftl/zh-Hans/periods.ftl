period-year = { $year }年
period-half = { $year }年{ $number ->
    [1] 上半年
   *[2] 下半年
  }
period-quarter = { $year }年第{ $number ->
    [1] 一
    [2] 二
    [3] 三
   *[4] 四
  }季度
period-range = { $first }至{ $last }

period-unreadable = “{ $text }”不是期间的写法。
period-unreadable-remedy = 请写成 2021、2021-H1、2021-Q3、2021-05 或 2021-01-01..2021-06-30。
period-backwards = 期间“{ $text }”的结束早于开始。
period-backwards-remedy = 请把较早的一天写在前面。
