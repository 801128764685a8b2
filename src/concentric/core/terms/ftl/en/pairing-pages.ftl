pages-nav-pairing = Pairing
pairing-about = Who helps whom, the provably best way under the book’s rules. Nothing is proposed before you approve it.
pairing-proved = proved the best
pairing-gap = at most { $gap ->
        [one] { $gap } point
       *[other] { $gap } points
    } from the best
pairing-no-rules = The programme book has no rules of pairing yet. Add [pairing.…] and adopt it.
pairing-desk = New runs are asked for at the office’s own desk.
pairing-rules = Rules
pairing-rules-note = These stand in the programme book. What you change here holds for this run only, and is kept with it.
pairing-rule-points = Points of a category, by its weight
pairing-rule-near = Points for being at the same spot
pairing-rule-per-km = less for each kilometre
pairing-begin = Pair
pairing-again = Back to the form
pairing-back = Back to the run
pairing-working = Pairing …
pairing-working-about = This page asks again by itself. You can leave it: the run goes on and will be in the list.
pairing-refused = This cannot be paired yet
pairing-failed = The run failed through a fault of the program. Nothing was entered.
pairing-position = ledger at { $position }
pairing-record = record
pairing-check = check it now
pairing-compared = Compared with
pairing-ours = This run
pairing-by-best = This run
pairing-by-greedy = By hand, best pair first
pairing-by-present = As it stands now (without points for staying together)
pairing-approve = Approve: propose to both sides
pairing-approve-what = Each pair that doesn’t stand yet becomes a proposal to both sides. It counts as paired only once they agree.
pairing-send = Approve: send the commissioners
pairing-send-what = Assignments that stay are left alone; new ones begin today, and those that are replaced end today.
pairing-proposed = { $count ->
    [one] One pair was proposed from this run.
   *[other] { $count } pairs were proposed from this run.
 }
pairing-lone = { $count ->
    [one] One has nobody
   *[other] { $count } have nobody
 }
pairing-map = On the map
pairing-map-note = Schematic: each field is what lies nearest to a county’s centre, not its border. Squares help, circles are helped; those without coordinates stand around their county’s centre. Where others stood before, new pairs are drawn in another colour.
pairing-spread = How the points are spread
pairing-spread-note = Each bar counts pairs; further right they fit better.
pairing-changes = { $count ->
    [one] One pair parts
   *[other] { $count } pairs part
 }
pairing-before = Until now
pairing-now = Now
pairing-why = Why
match-change-recipient-left = the one that was helped is not listed any more
match-change-supporter-left = the helper offers nothing any more
match-change-forbidden = the rules don’t allow the pair
match-change-better = another choice is better for all together, even with the points for staying together
pairing-pairs = { $count ->
    [one] One pair
   *[other] { $count } pairs
 }
pairing-points = Points
pairing-more = { $count ->
    [one] { $count } more stands
   *[other] { $count } more stand
 } in the record.
pairing-assumed = What was assumed
pairing-hand = Changed by hand
pairing-pinned = Together:
pairing-forbidden = Not together:
pairing-costs = This costs the whole { $cost ->
        [one] { $cost } point
       *[other] { $cost } points
    }.
pairing-costs-nothing = This costs the whole nothing.
pairing-at-least = This would cost the whole at least { $cost ->
        [one] { $cost } point
       *[other] { $cost } points
    }.
pairing-at-least-told = (the estimate before trying it: at least { $cost })
pairing-scores = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } as a pair.
pairing-losers = Would have nobody:{" "}
pairing-moved = Would get another partner:{" "}
pairing-keep = Keep as a new run
pairing-gone = { $count ->
    [one] One pair fewer
   *[other] { $count } pairs fewer
 }
pairing-new = { $count ->
    [one] One new pair
   *[other] { $count } new pairs
 }
pairing-parts = Why these two
pairing-part-category = What is needed and offered: { $name }
pairing-part-near = Nearness ({ $km } km apart)
pairing-part-same-county = Same county
pairing-part-same-prefecture = Same prefecture
pairing-part-continuity = Together before
pairing-next-recipient = Who else for { $name }
pairing-next-supporter = Whom else { $name } could help
pairing-instead = Pair these two instead
pairing-nobody-else = Nobody else is allowed by the rules.
pairing-pin = Keep these two together
pairing-forbid = Don’t pair these two
pairing-head-pairs = Pairs
pairing-reason = { $why }: { $count }
pairing-each = Each of them
match-change-full = it goes on with another that stands, and the rules give it no more
