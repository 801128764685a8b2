pairing-loads = { $posts ->
    [one] { $posts } commissioner serves
   *[other] { $posts } commissioners serve
 } { $least ->
    [one] 1
   *[other] { $least }
 } to { $most } each.
pairing-loads-each = How many each serves
pairing-loads-uneven = The loads would be less even: { $least } to { $most } each.
pairing-loads-even = The loads stay as even: { $least } to { $most } each.
pairing-load = serves { $count }
pairing-gains = This brings { $gain ->
        [one] { $gain } point
       *[other] { $gain } points
    } more, as other rules go before points.
pairing-gains-too = And { $gain ->
        [one] { $gain } point
       *[other] { $gain } points
    } more.
pairing-covers-fewer = { $count ->
    [one] One more would have nobody.
   *[other] { $count } more would have nobody.
 }
pairing-covers-more = { $count ->
    [one] One more would have somebody.
   *[other] { $count } more would have somebody.
 }
pairing-given-up = These two would give up:{" "}
pairing-free = Leave it open again
pairing-freed = Left open again:
pairing-turn = What changes
pairing-turn-stood = pairs that stand
pairing-turn-kept = go on
pairing-turn-parted = part
pairing-turn-arrived = get their first partner
pairing-turn-more = new pairs of those that had one
pairing-more-parted = { $count } in all; every one stands in the record.
pairing-set = Set a pair by hand
pairing-set-about = Type a number or a name. What it costs and whom it moves is shown before anything is kept. To move somebody, choose “Keep these two together” and give the new partner.
pairing-set-how = What
pairing-set-try = Try it
pairing-set-more = One more pair
pairing-hand-took = computed anew in { $ms ->
        [one] { $ms } thousandth
       *[other] { $ms } thousandths
    } of a second
pairing-hand-unknown = { $count ->
    [0] “{ $text }” is nobody in this run.
   *[other] “{ $text }” is the name of { $count } in this run.
 }
pairing-hand-unknown-remedy = Give its number; the table of pairs names all numbers.
pairing-next-post = Whom else { $name } could serve
match-change-post-vacant = nobody holds the post any more
match-why-no-pair = { $number } has no pair { $pair }.
match-why-no-pair-remedy = concentric pair show names all pairs.
match-kept-pairs = With { $bonus ->
        [one] { $bonus } point
       *[other] { $bonus } points
    } for staying together, { $kept } of the { $of } that stand go on; with fewer points, not { $wished }.
match-kept-fewer = Not all of the { $wished } can go on: of the { $of } that stand at most { $kept } can, with { $bonus ->
        [one] { $bonus } point
       *[other] { $bonus } points
    } for staying together.
