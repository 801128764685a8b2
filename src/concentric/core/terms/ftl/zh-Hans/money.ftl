money-plain = { $value } { $unit }
money-scaled-4 = { $value } 万{ $unit }
money-scaled-6 = { $value } 百万{ $unit }
money-scaled-8 = { $value } 亿{ $unit }
money-scaled-9 = { $value } 十亿{ $unit }
money-scaled-12 = { $value } 万亿{ $unit }

currency-cny = 元
currency-usd = 美元
currency-hkd = 港元
currency-mop = 澳门元
currency-twd = 新台币元
currency-eur = 欧元
currency-gbp = 英镑
currency-jpy = 日元

money-unreadable = “{ $text }”读不成一笔金额。
money-unreadable-remedy = 请填数字和币种，例如 5万元 或 1,200.50 元。
money-currency = “{ $text }”的币种不明确。
money-currency-remedy = 请写明币种，例如 元、美元、港元；符号“$”不能区分是哪一种元。
money-unit = “{ $text }”不是金额单位。
money-unit-remedy = 请在列标题中写明单位，例如 金额（元）或 金额（万元）。
