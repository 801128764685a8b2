# Reading and adopting a programme book.
book-toml = From character { $character } on, this line is not TOML.
book-toml-remedy = Compare its brackets, quotes and equals sign with the example book: one item a line, written key = value.
book-toml-twice = This item (or this table) was written once before.
book-toml-twice-remedy = Delete one of the two, or give it another code.
book-toml-string = The quotes around a text do not close, from character { $character } on.
book-toml-string-remedy = End the text with the quote it began with; a text of several lines stands between three quotes on each side.
book-toml-bracket = A bracket is not closed by character { $character }.
book-toml-bracket-remedy = Add the missing square or curly bracket.
book-toml-equals = An equals sign is missing at character { $character }.
book-toml-equals-remedy = Write key = value; put a key with spaces or other letters between double quotes.
book-toml-value = What follows the equals sign does not read as a value, from character { $character } on.
book-toml-value-remedy = Put texts between double quotes; write numbers as they are; yes and no are true and false.
book-toml-rest = There is something too much from character { $character } on.
book-toml-rest-remedy = Write one item a line; put # before a remark.
book-toml-escape = The backslash near character { $character } does not make sense.
book-toml-escape-remedy = Write two backslashes, or put the text between single quotes.
book-too-long = This file is longer than { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }; it does not look like a programme book.
book-too-long-remedy = Make sure that you chose the programme book.
book-too-deep = The brackets are nested too deeply to be read.
book-too-deep-remedy = Rewrite it after the example book.

book-unknown-key = “{ $at }” is not known here; there are { $known }.
book-unknown-key-remedy = Use one of these, or delete the item.
book-unknown-key-near = “{ $at }” is not known here. Did you mean “{ $near }”?
book-unknown-key-near-remedy = Change it to “{ $near }”, or delete the item.
book-no-table = The part [{ $table }] is missing from the book.
book-no-table-remedy = Add [{ $table }] after the example book.
book-not-a-table = { $at } should be a table.
book-not-a-table-remedy = Write [{ $at }] and below it one item a line, key = value.
book-code = “{ $value }” ({ $at }) cannot be a code.
book-code-remedy = Begin with a small Latin letter and use small letters, digits and hyphens only, as in villages-paired; at most 64 characters.
book-missing = { $at } lacks “{ $key }”.
book-missing-remedy = Add { $key } = …
book-missing-names = { $at } lacks “{ $key }”.
book-missing-names-remedy = Add { $key } = {"{"} zh-Hans = "…", en = "…" {"}"}
book-not-names = { $at } should be given in Chinese and in English.
book-not-names-remedy = Write {"{"} zh-Hans = "…", en = "…" {"}"}
book-missing-language = { $at } lacks its { $lang } wording.
book-missing-language-remedy = Add { $lang } = "…"; Traditional Chinese is converted from Simplified and need not be written.
book-not-text = { $at } should be a text.
book-not-text-remedy = Put it between double quotes.
book-empty = { $at } is empty.
book-empty-remedy = Fill it in, or delete the item.
book-not-whole = { $at } should be a whole number from { $least } to { $most }.
book-not-whole-remedy = Write it in digits, without quotes.
book-not-a-list = { $at } should be a list of words.
book-not-a-list-remedy = Write ["…", "…"]; no word may be empty.
book-place = “{ $value }” is not the code of a place.
book-place-remedy = Give the six digits of the division code, for example 450200, twelve digits for a village, or a code of your own that starts with a letter.
book-time-zone = “{ $value }” is not the name of a time zone.
book-time-zone-remedy = Give its IANA name, for example Asia/Shanghai.
book-currency = { $at }: the currency “{ $value }” is not known; there are { $known }.
book-currency-remedy = Give its code of three capitals, for example CNY.
book-currency-near = { $at }: the currency “{ $value }” is not known. Did you mean { $near }?
book-currency-near-remedy = Change it to { $near }.

book-rank-taken = { $at }: rank { $rank } already belongs to “{ $other }”.
book-rank-taken-remedy = Two of one level cannot share a rank; give it another number.
book-hue = { $at }: there is no hue “{ $value }”; there are { $known }.
book-hue-remedy = Choose one of these hues.
book-hue-near = { $at }: there is no hue “{ $value }”. Did you mean “{ $near }”?
book-hue-near-remedy = Change it to “{ $near }”.
book-hue-taken = { $at }: the hue “{ $value }” already belongs to the circle “{ $other }”.
book-hue-taken-remedy = Give each circle a hue of its own, so that the picture can tell them apart.
book-no-circle = { $at } refers to the circle “{ $value }”, which does not exist; there are { $known }.
book-no-circle-remedy = Refer to a circle of this book, or add [circle.…].
book-no-circle-near = { $at } refers to the circle “{ $value }”, which does not exist. Did you mean “{ $near }”?
book-no-circle-near-remedy = Change it to “{ $near }”, or add [circle.{ $value }].
book-circle-empty = { $at } holds no programme.
book-circle-empty-remedy = Put a programme into this circle, or delete the circle.
book-no-indicator = { $at } refers to the indicator “{ $value }”, which does not exist; there are { $known }.
book-no-indicator-remedy = Refer to an indicator of this book, or add [indicator.…].
book-no-indicator-near = { $at } refers to the indicator “{ $value }”, which does not exist. Did you mean “{ $near }”?
book-no-indicator-near-remedy = Change it to “{ $near }”, or add [indicator.{ $value }].
book-base-and-target = { $at }: both a base (a roster is the whole) and a target (the target is the whole) are given.
book-base-and-target-remedy = An arc has one whole; delete one of the two.
book-no-reach = { $at } has a whole, but no reach that says which indicator fills it.
book-no-reach-remedy = Add reach = "code of an indicator", or delete base and target as well.
book-target = { $at } should be a number above zero, written as a text.
book-target-remedy = Write target = "10000000", between double quotes, with at most four decimals.
book-missing-review = The outline of the review lacks { $lang } ({ $at }).
book-missing-review-remedy = Add [review.{ $lang }]; without it no review can be drafted in this language.

book-one-way = { $at } needs exactly one way to get its number: { $known }.
book-one-way-remedy = Write counts for records, ratio for a share, coverage for a roster, statistic for a number from outside.
book-key-of-another = { $at }: an indicator made by { $way } has no “{ $key }”.
book-key-of-another-remedy = Delete “{ $key }”, or use another way.
book-distinct-and-sum = { $at }: distinct (count each once) and sum exclude each other.
book-distinct-and-sum-remedy = Delete one of the two.
book-during-and-at-end = { $at }: during (what happened in the period) and at_end (what stood at its end) exclude each other.
book-during-and-at-end-remedy = Delete one of the two.
book-no-time = { $at } does not say by which date its records belong to a period.
book-no-time-remedy = Write during = "a date column" for what happened, or at_end = ["from", "until"] for what stood at the end.
book-at-end = { $at } should be the names of two columns: from and until.
book-at-end-remedy = Write at_end = ["since", "until"].
book-currency-without-sum = { $at }: there is a currency, but nothing is summed.
book-currency-without-sum-remedy = Add sum = "amount", or delete currency.
book-headline = { $at }: there is no strength “{ $value }”; there are { $known }.
book-headline-remedy = Choose one of the four: pledged, reported, confirmed, verified.
book-headline-near = { $at }: there is no strength “{ $value }”. Did you mean “{ $near }”?
book-headline-near-remedy = Change it to “{ $near }”.
book-ratio-of-ratio = { $at } refers to “{ $value }”, which is a share itself.
book-ratio-of-ratio-remedy = Divide two totals; a share of shares hides its denominator.
book-alias-taken = “{ $value }” ({ $at }) is already a name of the indicator “{ $other }”.
book-alias-taken-remedy = A name means one indicator; delete one of the two or make it more specific.
book-not-shipped = No book “{ $code }” comes with the program; there are { $known }.
book-not-shipped-remedy = Use one of these, or give the path of a file.

book-refused = This programme book has { $count ->
    [one] one mistake
   *[other] { $count } mistakes
 } and was not adopted.
book-refused-remedy = Mend each place that is listed and adopt it again; nothing was written to the ledger.
book-none = The ledger has no programme book yet.
book-none-remedy = Run “concentric book adopt FILE”; “concentric book show city” prints the example to start from.
book-unreadable = The ledger's programme book (version { $version }) has { $count ->
    [one] { $count } place
   *[other] { $count } places
  } that this version of the program cannot read.
book-unreadable-remedy = Print it with “concentric book show”, mend it, and adopt it again.
book-reason = Follows the programme book ({ $code })
book-good = Nothing is wrong: { $circles ->
    [one] { $circles } circle
   *[other] { $circles } circles
  }, { $programmes ->
    [one] { $programmes } programme
   *[other] { $programmes } programmes
  }, { $indicators ->
    [one] { $indicators } indicator
   *[other] { $indicators } indicators
  }.
book-adopted = “{ $title }” holds now: { $added ->
    [one] { $added } record
   *[other] { $added } records
  } added, { $changed } changed; the ledger has { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  }.
book-unchanged = “{ $title }” is what the ledger holds already; nothing was changed.
book-left = Not named by the book, but still in force: { $codes }.
book-file-unreadable = The file { $path } is not UTF-8 text.
book-file-unreadable-remedy = Save it in UTF-8 with your editor and try again.
