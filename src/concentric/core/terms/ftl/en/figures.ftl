# Figures: the table of `concentric figures`, and the rows behind a figure.
figures-no-such-indicator = The book has no indicator “{ $value }”.
figures-no-such-indicator-remedy = The indicators are: { $known }.
figures-no-such-rung = This figure has no rung “{ $value }”.
figures-no-such-rung-remedy = The rungs are: { $known }.
figures-no-such-place = The ledger has no place with the code “{ $place }”.
figures-no-such-place-remedy = Check the code, or leave --place out for the book's own place.
figures-no-such-position = The log has { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  } and hasn't reached position { $position }.
figures-no-such-position-remedy = Give a position from 0 to { $size }, or none for now.
figures-column-name = Indicator
figures-column-value = Value
figures-column-strength = Strength
figures-column-rows = Rows
figures-column-pledged = Pledged
figures-column-reported = Reported
figures-column-confirmed = Confirmed
figures-column-verified = Verified
figures-unknown = unknown
figures-not-applicable = not applicable
figures-none = —
figures-head = { $title }: { $period }, { $place }, position { $position }
figures-everywhere = all places
figures-left-out = { $name }: { $count ->
    [one] one row is in another currency and was not added.
   *[other] { $count } rows are in another currency and were not added.
}
