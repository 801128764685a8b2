# 手册里的指标和条件哪里不对，怎么改。
indicators-one-way = 指标“{ $code }”要么数一个视图，要么是比率、覆盖率或外部统计，只能是其中一种。
indicators-one-way-remedy = 请在 { $known } 中只写一项。
indicators-unknown-view = 没有叫“{ $value }”的视图。
indicators-unknown-view-remedy = 可用的视图有：{ $known }。
indicators-unknown-view-near = 没有叫“{ $value }”的视图。
indicators-unknown-view-near-remedy = 您是不是要写 { $near }？
indicators-unknown-rung = “{ $value }”不是这个视图有的强度。
indicators-unknown-rung-remedy = 可用的强度有：{ $known }。
indicators-unknown-rung-near = “{ $value }”不是这个视图有的强度。
indicators-unknown-rung-near-remedy = 您是不是要写 { $near }？
indicators-no-ladder = 视图“{ $view }”的行没有强度，不能写 headline。
indicators-no-ladder-remedy = 请删去 headline。
indicators-unknown-measure = “{ $value }”不能求和。
indicators-unknown-measure-remedy = 这个视图可以求和的有：{ $known }。
indicators-unknown-measure-near = “{ $value }”不能求和。
indicators-unknown-measure-near-remedy = 您是不是要写 { $near }？
indicators-no-measure = 视图“{ $view }”没有可以求和的列。
indicators-no-measure-remedy = 请删去 sum，改为计数。
indicators-currency-missing = “{ $measure }”是钱，求和要写明币种：不同币种不相加。
indicators-currency-missing-remedy = 请加上 currency = "CNY" 或别的币种代码。
indicators-currency-unwanted = “{ $measure }”不是钱，没有币种。
indicators-currency-unwanted-remedy = 请删去 currency；要限定计量单位，写 where = "unit = '…'"。
indicators-unknown-text = 视图“{ $view }”没有可用的列“{ $value }”。
indicators-unknown-text-remedy = 可用的列有：{ $known }。
indicators-unknown-text-near = 视图“{ $view }”没有可用的列“{ $value }”。
indicators-unknown-text-near-remedy = 您是不是要写 { $near }？
indicators-unknown-date = 视图“{ $view }”没有叫“{ $value }”的日期列。
indicators-unknown-date-remedy = 可用的日期列有：{ $known }。
indicators-unknown-date-near = 视图“{ $view }”没有叫“{ $value }”的日期列。
indicators-unknown-date-near-remedy = 您是不是要写 { $near }？
where-too-long = 条件超过 { $most } 个字符。
where-too-long-remedy = 请缩短，或拆成几个指标。
where-unreadable = 读不懂条件“{ $text }”。
where-unreadable-remedy = 请写成一个条件，例如 programme = 'villages' AND strength >= 3；文字用单引号括起来。
where-not-allowed = 条件里不能用“{ $piece }”。
where-not-allowed-remedy = 只能用视图的列、文字、数、日期，以及 = <> < <= > >= IN BETWEEN AND OR NOT IS NULL 和括号。
where-equals-null = “{ $piece }”永远不成立。
where-equals-null-remedy = 请改用 IS NULL 或 IS NOT NULL。
where-no-column = “{ $piece }”没有用到任何一列。
where-no-column-remedy = 请拿视图的一列来比。
where-other-types = “{ $piece }”两边的类型不同，不能比。
where-other-types-remedy = 请拿同一类型的列或值来比。
where-unknown-column = 视图“{ $view }”没有可用于条件的列“{ $column }”。
where-unknown-column-remedy = 可用的列有：{ $known }。文字要用单引号括起来。
where-unknown-column-near = 视图“{ $view }”没有可用于条件的列“{ $column }”。
where-unknown-column-near-remedy = 您是不是要写 { $near }？文字要用单引号括起来。
where-wants-text = “{ $column }”是文字，“{ $piece }”不是。
where-wants-text-remedy = 请用单引号括起来，例如 '2021'。
where-wants-date = “{ $column }”是日期，“{ $piece }”不是。
where-wants-date-remedy = 请写成 '2021-03-05' 这样的日期，带单引号。
where-wants-number = “{ $column }”是数，“{ $piece }”是文字。
where-wants-number-remedy = 请去掉引号。
where-wants-exact = “{ $column }”放不下“{ $piece }”。
where-wants-exact-remedy = 整数列请写整数，其余最多四位小数。
