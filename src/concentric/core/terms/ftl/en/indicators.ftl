# What is wrong with an indicator of a book, or its condition, and what to do.
indicators-one-way = Indicator “{ $code }” must count a view, or be a ratio, a coverage or a statistic: one of them.
indicators-one-way-remedy = Write just one of { $known }.
indicators-unknown-view = There is no view called “{ $value }”.
indicators-unknown-view-remedy = The views are: { $known }.
indicators-unknown-view-near = There is no view called “{ $value }”.
indicators-unknown-view-near-remedy = Did you mean { $near }?
indicators-unknown-rung = “{ $value }” is no strength that this view has.
indicators-unknown-rung-remedy = The strengths are: { $known }.
indicators-unknown-rung-near = “{ $value }” is no strength that this view has.
indicators-unknown-rung-near-remedy = Did you mean { $near }?
indicators-no-ladder = Rows of the view “{ $view }” have no strength, so there can be no headline.
indicators-no-ladder-remedy = Remove headline.
indicators-unknown-measure = “{ $value }” can't be summed.
indicators-unknown-measure-remedy = What this view can sum: { $known }.
indicators-unknown-measure-near = “{ $value }” can't be summed.
indicators-unknown-measure-near-remedy = Did you mean { $near }?
indicators-no-measure = The view “{ $view }” has nothing to sum.
indicators-no-measure-remedy = Remove sum, and count instead.
indicators-currency-missing = “{ $measure }” is money and needs a currency: amounts in two currencies are never added.
indicators-currency-missing-remedy = Add currency = "CNY", or another currency's code.
indicators-currency-unwanted = “{ $measure }” is no money and has no currency.
indicators-currency-unwanted-remedy = Remove currency; to keep to one unit, write where = "unit = '...'".
indicators-unknown-text = The view “{ $view }” has no column “{ $value }” that can be used here.
indicators-unknown-text-remedy = The columns are: { $known }.
indicators-unknown-text-near = The view “{ $view }” has no column “{ $value }” that can be used here.
indicators-unknown-text-near-remedy = Did you mean { $near }?
indicators-unknown-date = The view “{ $view }” has no date called “{ $value }”.
indicators-unknown-date-remedy = The dates are: { $known }.
indicators-unknown-date-near = The view “{ $view }” has no date called “{ $value }”.
indicators-unknown-date-near-remedy = Did you mean { $near }?
where-too-long = The condition has more than { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }.
where-too-long-remedy = Shorten it, or make several indicators of it.
where-unreadable = The condition “{ $text }” can't be read.
where-unreadable-remedy = Write one condition, such as programme = 'villages' AND strength >= 3; texts go in single quotes.
where-not-allowed = A condition can't use “{ $piece }”.
where-not-allowed-remedy = Use the view's columns, texts, numbers, dates, and = <> < <= > >= IN BETWEEN AND OR NOT IS NULL with brackets.
where-equals-null = “{ $piece }” never holds.
where-equals-null-remedy = Write IS NULL or IS NOT NULL.
where-no-column = “{ $piece }” uses no column.
where-no-column-remedy = Compare a column of the view with something.
where-other-types = The two sides of “{ $piece }” are of different types.
where-other-types-remedy = Compare columns and values of one type.
where-unknown-column = The view “{ $view }” has no column “{ $column }” for conditions.
where-unknown-column-remedy = The columns are: { $known }. Texts go in single quotes.
where-unknown-column-near = The view “{ $view }” has no column “{ $column }” for conditions.
where-unknown-column-near-remedy = Did you mean { $near }? Texts go in single quotes.
where-wants-text = “{ $column }” is a text, { $piece } is not.
where-wants-text-remedy = Put it in single quotes, as in '2021'.
where-wants-date = “{ $column }” is a date, { $piece } is not.
where-wants-date-remedy = Write a date such as '2021-03-05', with single quotes.
where-wants-number = “{ $column }” is a number, { $piece } is a text.
where-wants-number-remedy = Remove the quotes.
where-wants-exact = “{ $column }” can't hold { $piece }.
where-wants-exact-remedy = Write a whole number for a whole column, else at most four decimals.
