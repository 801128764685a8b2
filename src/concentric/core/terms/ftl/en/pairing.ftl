pairing-side-supporters = supporters
pairing-side-recipients = recipients

pairing-not-a-matrix = The benefits should be a table of two dimensions; they have { $dimensions }.
pairing-not-a-matrix-remedy = Give a row for each supporter and a column for each recipient.
pairing-not-numbers = The benefits are not numbers.
pairing-not-numbers-remedy = Give whole numbers only.
pairing-not-finite = { $count ->
    [one] One benefit is not a finite number (missing or infinite).
   *[other] { $count } benefits are not finite numbers (missing or infinite).
 }
pairing-not-finite-remedy = Fill them in; leave a forbidden pair out of the list instead of making it infinitely bad.
pairing-not-whole = Some benefits are not whole numbers.
pairing-not-whole-remedy = Multiply all of them by 10 or 100 and round them yourself: nothing is rounded here.
pairing-overflow = Some benefits are out of range (at most { $most }, either sign).
pairing-overflow-remedy = Make all weights smaller by the same factor.
pairing-total-overflow = The range of the benefits times the number of pairs is too large to be computed exactly.
pairing-total-overflow-remedy = Make all weights smaller by the same factor.
pairing-empty-side = { $side ->
    [supporters] There are no supporters.
   *[recipients] There are no recipients.
 }
pairing-empty-side-remedy = Register both sides first.
pairing-amounts-size = { $side ->
    [supporters] There should be { $count } capacities, one for each supporter.
   *[recipients] There should be { $count } demands, one for each recipient.
 }
pairing-amounts-size-remedy = Give one for each, in the same order.
pairing-negative-amount = { $side ->
    [supporters] A capacity cannot be negative (supporter { $at }).
   *[recipients] A demand cannot be negative (recipient { $at }).
 }
pairing-negative-amount-remedy = Give 0 for whoever takes no part.
pairing-bad-listing = The arrays of the list of pairs don't fit together.
pairing-bad-listing-remedy = Give CSR: indptr has one more than there are rows, starts at 0, never falls, and ends with the length of indices and data.
pairing-index-outside = The list has columns that don't exist (0 to { $most } do).
pairing-index-outside-remedy = Check indices and shape.
pairing-listed-twice = Supporter { $supporter } and recipient { $recipient } are listed twice.
pairing-listed-twice-remedy = List each pair once.
