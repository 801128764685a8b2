money-plain = { $unit } { $value }
money-scaled-4 = { $unit } { $value } ten thousand
money-scaled-6 = { $unit } { $value } million
money-scaled-8 = { $unit } { $value } hundred million
money-scaled-9 = { $unit } { $value } billion
money-scaled-12 = { $unit } { $value } trillion

currency-cny = CNY
currency-usd = USD
currency-hkd = HKD
currency-mop = MOP
currency-twd = TWD
currency-eur = EUR
currency-gbp = GBP
currency-jpy = JPY

money-unreadable = “{ $text }” does not read as an amount of money.
money-unreadable-remedy = Type a number and a currency, for example CNY 1,200.50.
money-currency = The currency of “{ $text }” is not clear.
money-currency-remedy = Name the currency, for example CNY, USD or HKD; the sign “$” does not say which dollar.
money-unit = “{ $text }” is no unit of money.
money-unit-remedy = Put the unit into the column heading, for example Amount (CNY).
