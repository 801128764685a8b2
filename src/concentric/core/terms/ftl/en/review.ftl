# Annual reviews: how numbers are printed, drafting, freezing, editions.
review-unknown = — (unknown)
review-not-applicable = not applicable
review-suppressed = not published
review-suppressed-count = fewer than { $below }
review-with-unit = { $value } { $unit }
review-over = more than { $value }

review-no-figure = The programme book has no indicator “{ $figure }” (it has { $count }).
review-no-figure-remedy = Check the code; “concentric book show” lists all indicators.
review-no-figure-near = The programme book has no indicator “{ $figure }”. Did you mean “{ $near }”?
review-no-figure-near-remedy = Change it to “{ $near }”.
review-no-rung = “{ $figure }” has no rung “{ $rung }”.
review-no-rung-remedy = Delete the option rung.
review-no-denominator = “{ $figure }” is no share and has no denominator.
review-no-denominator-remedy = Delete of="denominator", or use an indicator that is a share.
review-no-outline = The programme book has no outline of a review in { $lang }.
review-no-outline-remedy = Add [review.{ $lang }] to the book, or draft in another language.
review-not-printable = The text has { $count ->
    [one] one mistake
   *[other] { $count } mistakes
 } and was not frozen.
review-not-printable-remedy = Mend each place that is listed and freeze it again.
review-nothing-known = By the day you named the ledger held nothing yet.
review-nothing-known-remedy = Name a later day, or none, to freeze from the ledger as it is now.
review-book-not-adopted = This text of the programme book “{ $code }” was not adopted, so no review can be frozen by it.
review-book-not-adopted-remedy = Run “concentric book adopt FILE” first.
review-no-such-edition = No edition of a review bears the number “{ $number }”.
review-no-such-edition-remedy = “concentric review list” shows them all.
review-reason = Frozen after its text was edited

review-drafted = Written to { $path }; the text refers to { $count ->
    [one] { $count } number
   *[other] { $count } numbers
  }.
review-frozen = Frozen as { $number }: { $count ->
    [one] { $count } number
   *[other] { $count } numbers
  } from the ledger's first { $position ->
    [one] { $position } entry
   *[other] { $position } entries
  } (as known on { $date }).
review-frozen-again = Exactly as the last edition, so no new one was made: { $number }.
review-frozen-missing = { $count } of its numbers have no value and are printed as unknown or not applicable: { $codes }.
review-left-out = { $count ->
    [one] { $count } more is in another currency and was
   *[other] { $count } more are in another currency and were
 } not summed; the text should say so.
review-none-yet = No review has been frozen yet.
review-listed = { $number }  { $audience }  { $date }  { $position ->
    [one] { $position } entry
   *[other] { $position } entries
  }  { $count ->
    [one] { $count } number
   *[other] { $count } numbers
  }  { $corrections } corrected
review-audience-public = public
review-audience-internal = internal
review-word-written = Written to { $path }.
review-source = Source: { $source }
review-definition = { $name }: { $definition }
review-picture-title = The concentric picture
review-picture-description = Reach and strength of { $programmes ->
    [one] { $programmes } programme
   *[other] { $programmes } programmes
  } in { $circles ->
    [one] { $circles } circle
   *[other] { $circles } circles
  }
review-centre-entries = { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  }
review-example = Example data: organisations and records are invented
