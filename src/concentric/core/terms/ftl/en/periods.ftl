period-year = { $year }
period-half = { $number ->
    [1] first half of { $year }
   *[2] second half of { $year }
  }
period-quarter = { $number ->
    [1] first quarter of { $year }
    [2] second quarter of { $year }
    [3] third quarter of { $year }
   *[4] fourth quarter of { $year }
  }
period-range = { $first } to { $last }

period-unreadable = “{ $text }” is not a way to write a period.
period-unreadable-remedy = Write 2021, 2021-H1, 2021-Q3, 2021-05 or 2021-01-01..2021-06-30.
period-backwards = The period “{ $text }” ends before it starts.
period-backwards-remedy = Write the earlier day first.
