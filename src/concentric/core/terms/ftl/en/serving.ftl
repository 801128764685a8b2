serving-all = Everybody on the roster ({ $of }) has a commissioner on this day.
serving-some = { $count ->
    [one] One of { $of } on the roster has no commissioner on this day.
   *[other] { $count } of { $of } on the roster have no commissioner on this day.
 }
serving-since = without one since { $date }
serving-never = never had one, as far as is known
serving-more = … and { $count } more.
