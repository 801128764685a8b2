# The lists and clocks of a programme book: classes, settings, categories, calendar, deadlines, plans of looking back.
book-name-taken = “{ $value }” ({ $at }) is already the name of another entry of this list.
book-name-taken-remedy = People write the name into their workbook, so it must mean one entry; change one of the two.
book-not-truth = { $at } should be true or false.
book-not-truth-remedy = Write true or false, without quotes.
book-calendar = { $at }: there is no calendar “{ $value }”; there are { $known }.
book-calendar-remedy = Choose one of these, and put the place's own days under off and work.
book-calendar-near = { $at }: there is no calendar “{ $value }”. Did you mean “{ $near }”?
book-calendar-near-remedy = Change it to “{ $near }”.
book-not-days = { $at } should be a list of days.
book-not-days-remedy = Write [2021-04-12, 2021-04-13]: year-month-day, without quotes and without a time.
book-day-twice = { $value } ({ $at }) is both a day off and a day worked.
book-day-twice-remedy = Delete it from one of the two.
book-deadline-taken = { $at }: the same kind, urgency and step already have a deadline, “{ $other }”.
book-deadline-taken-remedy = Keep one of the two.
book-not-among = { $at }: there is no “{ $value }”; there are { $known }.
book-not-among-remedy = Choose one of these.
book-not-among-near = { $at }: there is no “{ $value }”. Did you mean “{ $near }”?
book-not-among-near-remedy = Change it to “{ $near }”.
book-outcomes-unwanted = { $at }: only answers have outcomes, and this plan doesn't start from an answer.
book-outcomes-unwanted-remedy = Delete outcomes, or write step = "answered".
book-after = { $at } should be numbers of days from 1 to { $most }, each larger than the one before.
book-after-remedy = Write after = [30, 180].
