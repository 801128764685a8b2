date-shown = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }
date-shown-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }

date-missing = There is no date here.
date-missing-remedy = Type a date, for example 2021-03-05; leave it empty if it is unknown.
date-unreadable = “{ $text }” does not read as a date.
date-unreadable-remedy = Write it like 2021-03-05.
date-impossible = There is no such day as “{ $text }”.
date-impossible-remedy = Check the month and the day.
date-short-year = The year in “{ $text }” has only two digits.
date-short-year-remedy = Write the year in full, for example 2021-03-05.
date-order = “{ $text }” does not show which is the month and which is the day.
date-order-remedy = Write the year first, for example 2021-03-05.
date-day-missing = “{ $text }” stops at the month; the day is missing.
date-day-missing-remedy = Add the day, for example 2021-03-05.
date-only-year = “{ $text }” gives only a year.
date-only-year-remedy = Add the month and the day, for example 2021-03-05.
date-out-of-range = “{ $text }” is not between 1949 and 2100.
date-out-of-range-remedy = Check the year.
