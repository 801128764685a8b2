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
    [supporters] There should be { $count ->
        [one] { $count } capacity
       *[other] { $count } capacities
    }, one for each supporter.
   *[recipients] There should be { $count ->
        [one] { $count } demand
       *[other] { $count } demands
    }, one for each recipient.
 }
pairing-amounts-size-remedy = Give one for each, in the same order.
pairing-amounts-not-whole = { $side ->
    [supporters] The capacities are not all whole numbers.
   *[recipients] The demands are not all whole numbers.
 }
pairing-amounts-not-whole-remedy = Give how many partners each takes, as a whole number of at least 0.
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

pairing-cannot-pair = { $count ->
    [one] One error stands in the way of pairing.
   *[other] { $count } errors stand in the way of pairing.
 }
pairing-cannot-pair-remedy = Mend each of them and pair again.
pairing-duplicate-id = { $side ->
    [supporters] The supporter's number { $id } occurs twice.
   *[recipients] The recipient's number { $id } occurs twice.
 }
pairing-duplicate-id-remedy = List each organisation once, with a number of its own.
pairing-bad-code = The place code { $code } of { $id } is not a county's code of six digits.
pairing-bad-code-remedy = Give the six digits of the national standard (GB/T 2260), such as 450225.
pairing-negative-category = { $id } has a negative number among its categories of help.
pairing-negative-category-remedy = Give 0 for a category that is not there.
pairing-no-categories = { $side ->
    [supporters] { $count ->
        [one] { $count } supporter doesn't say what help it offers; it is
       *[other] { $count } supporters don't say what help they offer; they are
    } paired by distance and size only.
   *[recipients] { $count ->
        [one] { $count } recipient doesn't say what help it needs; it is
       *[other] { $count } recipients don't say what help they need; they are
    } paired by distance and size only.
 }
pairing-no-categories-remedy = Fill in the categories and pair again, and the pairs will fit better.
pairing-points-not-whole = "{ $name }" in the rules is not a whole number.
pairing-points-not-whole-remedy = Give a whole number: nothing is rounded here.
pairing-negative-points = “{ $name }” is negative in the rules.
pairing-negative-points-remedy = Give 0 or a positive whole number.
pairing-too-far = Points for being near fall too slowly: some are left beyond { $km } km.
pairing-too-far-remedy = Take off more for each kilometre, or give fewer points for being near.
pairing-unknown-region = Unknown kind of region: { $value }.
pairing-unknown-region-remedy = Choose county, prefecture or province, or none.
pairing-points-overflow = The points could add up to more than can be computed with (they have to stay under { $most }).
pairing-points-overflow-remedy = Make all weights smaller by the same factor.
pairing-column-size = { $side ->
    [supporters] The supporters' “{ $column }” should have the size { $wanted }.
   *[recipients] The recipients' “{ $column }” should have the size { $wanted }.
 }
pairing-column-size-remedy = Give a row for each organisation and a column for each category, as many as there are weights.
pairing-column-not-numbers = “{ $column }” of the { $side ->
    [supporters] supporters
   *[recipients] recipients
 } is not made of numbers.
pairing-column-not-numbers-remedy = Give whole numbers only.
pairing-column-not-finite = “{ $column }” of { $id } is missing or infinite.
pairing-column-not-finite-remedy = Fill it in.
pairing-column-not-whole = “{ $column }” of the { $side ->
    [supporters] supporters
   *[recipients] recipients
 } has fractions.
pairing-column-not-whole-remedy = Give whole numbers: nothing is rounded here.
pairing-bad-coordinate = The coordinates of { $id } are out of range.
pairing-bad-coordinate-remedy = Latitude lies between -90 and 90, longitude between -180 and 180; perhaps they are the wrong way round.
pairing-no-coordinates = Organisations in { $code } have no coordinates, and the county's centre is not known either.
pairing-no-coordinates-remedy = Give their coordinates or the county's centre; or give no points for being near.
pairing-centre-used = { $side ->
    [supporters] { $count ->
        [one] { $count } supporter has no coordinates; the centre of its
       *[other] { $count } supporters have no coordinates; the centre of their
    } county stands in.
   *[recipients] { $count ->
        [one] { $count } recipient has no coordinates; the centre of its
       *[other] { $count } recipients have no coordinates; the centre of their
    } county stands in.
 }
pairing-centre-used-remedy = Fill in the coordinates and pair again, and distances will be truer.
pairing-unknown-pair = { $which ->
    [pinned] The pinned pair
   *[forbidden] The forbidden pair
 } { $supporter } and { $recipient }: one of them is not listed.
pairing-unknown-pair-remedy = Check both numbers, or take the pair out.
pairing-last-year-gone = { $count ->
    [one] One pair of last year has a side that is not listed this year.
   *[other] { $count } pairs of last year have a side that is not listed this year.
 }
pairing-last-year-gone-remedy = They bring no points any more; if somebody was forgotten, add them first.

pairing-check-size = The certificate does not fit the number of organisations.
pairing-check-size-remedy = Check it against the lists it was made for.
pairing-check-twice = The certificate has the same pair twice.
pairing-check-twice-remedy = It proves nothing; ask for the original.
pairing-check-supporter-full = The certificate gives a supporter more partners than it takes.
pairing-check-supporter-full-remedy = It proves nothing; ask for the original.
pairing-check-recipient-full = The certificate gives a recipient more supporters than it wants.
pairing-check-recipient-full-remedy = It proves nothing; ask for the original.
pairing-check-price = The certificate has a price that is negative or not a whole number.
pairing-check-price-remedy = It proves nothing; ask for the original.
pairing-check-large = The certificate's prices are too large to be added up exactly.
pairing-check-large-remedy = It proves nothing; ask for the original.
pairing-check-forbidden = The certificate has a pair that the rules don't allow.
pairing-check-forbidden-remedy = Check whether the rules are the ones it was made for.
pairing-check-bound = The certificate contradicts itself: its pairs are worth more than its prices say is possible.
pairing-check-bound-remedy = It proves nothing; ask for the original.
pairing-check-pin-missing = A pinned pair is missing from the certificate.
pairing-check-pin-missing-remedy = Check whether the rules are the ones it was made for.

pairing-too-wide = The numbers or the places in “{ $column }” are too large or too many (they have to stay under { $most }).
pairing-too-wide-remedy = Use a coarser unit, such as a class of size instead of a number of people.

pairing-not-a-certificate = This file is not a certificate of a pairing, or it is damaged.
pairing-not-a-certificate-remedy = Ask for the original file.
pairing-other-rules = This certificate was made under other rules.
pairing-other-rules-remedy = Check it with the rules of that time.
pairing-other-lists = This certificate was made for other lists.
pairing-other-lists-remedy = Check it with the lists of that time.
pairing-pinned-and-forbidden = These rules contradict each other: { $supporter } and { $recipient } are pinned and forbidden.
pairing-pinned-and-forbidden-remedy = Take one of the two rules out.
pairing-pinned-over-capacity = These rules contradict each other: { $id } takes { $takes }, but is pinned to { $pairs }.
pairing-pinned-over-capacity-remedy = Take one of these pairs out, or raise the capacity.
pairing-pinned-over-demand = These rules contradict each other: { $id } wants { $takes }, but is pinned to { $pairs }.
pairing-pinned-over-demand-remedy = Take one of these pairs out, or raise how many supporters are wanted.

pairing-check-quota = The pairs of the certificate break a quota.
pairing-check-quota-remedy = Check whether the rules are the ones it was made for.
pairing-quotas-overlap = The quotas “{ $name }” and “{ $other }” overlap in part, which cannot be solved exactly.
pairing-quotas-overlap-remedy = Let one lie within the other or keep them apart, for instance by places.
pairing-quota-bounds = The quota “{ $name }” has no bound, or a negative one.
pairing-quota-bounds-remedy = Give it "at most" or "at least" with 0 or a positive whole number.
pairing-quota-crossed = This rule contradicts itself: the quota “{ $name }” is at least { $least }, but at most { $most }.
pairing-quota-crossed-remedy = Change one of the two.
pairing-quota-stranger = { $id } in the quota “{ $name }” is not listed.
pairing-quota-stranger-remedy = Check the number.
pairing-quota-empty = Nobody belongs to the quota “{ $name }”.
pairing-quota-empty-remedy = Check the place's code or the members.
pairing-quota-side = The quota “{ $name }” names neither supporters nor recipients; one over both cannot be solved exactly.
pairing-quota-side-remedy = Choose one side; for both, make two quotas.
pairing-quota-twice = Two quotas are called “{ $name }”.
pairing-quota-twice-remedy = Give each a name of its own.
pairing-pinned-over-quota = These rules contradict each other: the quota “{ $name }” is at most { $most }, but { $count ->
        [one] { $count } pair in it is
       *[other] { $count } pairs in it are
    } pinned.
pairing-pinned-over-quota-remedy = Take some pinned pairs out, or raise the quota.
pairing-conflict = { $count ->
    [one] One rule cannot be kept.
   *[other] { $count } rules cannot be kept together; without any one of them the others can.
 }
pairing-conflict-remedy = Loosen one of the following rules.
pairing-conflict-at-least = The quota “{ $name }”: at least { $count }.
pairing-conflict-at-least-remedy = Lower this number.
pairing-conflict-at-most = The quota “{ $name }”: at most { $count }.
pairing-conflict-at-most-remedy = Raise this number.
pairing-conflict-pinned = The pinned pair { $supporter } and { $recipient }.
pairing-conflict-pinned-remedy = Pin it no longer.
pairing-conflict-forbidden = The forbidden pairs.
pairing-conflict-forbidden-remedy = Allow some of them.
pairing-conflict-within = Pairs stay within their region.
pairing-conflict-within-remedy = Widen it to the region above.
pairing-conflict-minimum = The least score of a pair.
pairing-conflict-minimum-remedy = Lower it.
