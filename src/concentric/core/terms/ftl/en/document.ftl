# Reading an edited Word document back: what was changed, and what is wrong with it.
document-other = “{ $name }” is no Word document (.docx).
document-other-remedy = Save it as .docx in Word or WPS and read it again.
document-old = “{ $name }” has the old .doc format, or a password.
document-old-remedy = Remove the password, save it as .docx and read it again.
document-unfolds = “{ $name }” unfolds to an abnormal size (limit { $most } MB) and was not read.
document-unfolds-remedy = Do not open it; ask the sender to save it again.
document-entities = “{ $name }” holds XML entities that no honest document has, and was not read.
document-entities-remedy = Do not open it; ask the sender to save it again from Word or WPS.
document-no-source = It is not known which text this document was written from, so changes can't be shown.
document-no-source-remedy = Name the edition with --against, or use the text that was read as it is.
document-number-typed = Paragraph { $paragraph }: the printed “{ $was }” was typed over and now says “{ $now }”.
document-number-typed-remedy = The number still refers to { $reference }, and what was typed is not used. If the ledger is wrong, correct it there; for another number, use another reference.
document-number-emptied = Paragraph { $paragraph }: the printed “{ $was }” was emptied.
document-number-emptied-remedy = The reference { $reference } is still there and will be printed. If it isn't wanted, delete it from the text that was read.
document-number-loose = “{ $was }” still stands in the text, but is no longer bound to the ledger.
document-number-loose-remedy = Write the reference { $reference } in two pairs of braces in its place; that may be done in Word itself.
document-number-gone = The text no longer holds the number “{ $was }” ({ $reference }).
document-number-gone-remedy = If that was meant, do nothing; else write this reference there, in two pairs of braces.
document-tables = { $count ->
    [one] One table was added. A review's text holds none, so it was not read.
   *[other] { $count } tables were added. A review's text holds none, so they were not read.
 }
document-tables-remedy = Say it in words, or declare a chart in the programme book.
document-footnotes = { $count ->
    [one] One footnote or endnote was not read.
   *[other] { $count } footnotes or endnotes were not read.
 }
document-footnotes-remedy = Bring it into the text, or make it a note that starts with "> ".
document-comments = { $count ->
    [one] One comment was not read.
   *[other] { $count } comments were not read.
 }
document-comments-remedy = Settle the comments before freezing.
document-boxes = { $count ->
    [one] The text in one text box was not read.
   *[other] The texts in { $count } text boxes were not read.
 }
document-boxes-remedy = Move the text out of the box.
document-objects = { $count ->
    [one] One embedded object was not read.
   *[other] { $count } embedded objects were not read.
 }
document-objects-remedy = Nothing to do; the review won't have them.
document-read = Read { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
  } that are bound to the ledger; { $changes ->
    [one] one change
   *[other] { $changes } changes
 }.
document-written = Written to { $path }. To go on: concentric review freeze { $path }
document-same = Exactly the text that was written out.
document-change-changed = Paragraph { $n } changed: { $text }
document-change-added = Paragraph { $n } added: { $text }
document-change-removed = Paragraph { $n } of the old text removed: { $text }
document-change-moved = Paragraph { $n } was moved: { $text }
document-change-restyled = Paragraph { $n } has another style (now { $kind }): { $text }
document-kind-title = title
document-kind-subtitle = subtitle
document-kind-heading = heading
document-kind-subheading = subheading
document-kind-paragraph = text
document-kind-byline = byline
document-kind-note = note
document-kind-chart = chart
document-drafted = Written to { $path }; it refers to { $count ->
    [one] { $count } number
   *[other] { $count } numbers
  }, printed as the ledger gives them now. When it is edited, read it back: concentric review read { $path }
