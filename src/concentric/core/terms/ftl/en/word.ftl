# The Word document of an annual review.
word-appendix = Appendix: where the numbers come from
word-appendix-about = One row for each number in the text. The rung in bold is the one printed; “—” is unknown; “entered after” is how many days passed between event and entry (median).
word-column-no = No.
word-column-printed = As printed
word-column-definition = Definition
word-column-strength = Strength
word-column-denominator = Out of
word-column-records = Rows
word-column-lag = Entered after
word-outside = outside number
word-days = { $days } d
word-days-before = { $days } d before
word-ledger = These numbers rest on the first { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  } of the ledger, as known on { $date }. The ledger proves that nothing changed after entry and who said so; not that an entry was true.
word-root = Root of the ledger: { $root }
word-script = Frozen in Simplified Chinese, printed here in Traditional characters.
word-no-chinese-font = This machine has no Chinese typeface: Chinese characters on the cover could not be drawn.
word-no-chinese-font-remedy = Install one (on Debian: fonts-noto-cjk) and export again. The text is not affected: Word and WPS use their own typefaces.
