command-pair = pair the sides of a programme, provably the best way
pages-kind-run = run of the pairing engine
pages-field-for-day = For the day
pages-field-rules = Rules
pages-field-covered = Covered
pages-field-wanting = Wanting
pages-field-benefit = Points in all
pages-field-gap = Proven gap
pages-field-result = Result
pages-field-certificate = Certificate

book-pairing-too-far = { $at }: points for being near fall too slowly; some are left beyond { $km } km.
book-pairing-too-far-remedy = Raise per_km, or lower near.
book-pairing-least = { $at }: the least ({ $least }) is more than the most ({ $most }).
book-pairing-least-remedy = Lower the least or raise the most.
book-pairing-not-pairs = { $at } should list pairs of numbers.
book-pairing-not-pairs-remedy = Write [["S001", "V012"], ["S002", "V040"]]: the supporter first, then the recipient.
book-pairing-quota-empty = { $at } sets neither at_least nor at_most.
book-pairing-quota-empty-remedy = Give at least one of them, or delete the quota.

match-no-rules = The book has no rules for pairing “{ $programme }”; it has them for: { $known }.
match-no-rules-remedy = Choose one of these, or add [pairing.{ $programme }] to the book and adopt it.
match-no-such-run = There is no run { $number }.
match-no-such-run-remedy = concentric pair list names all runs.
match-no-place = { $number } { $name } has no place, so neither its county nor its distance is known.
match-no-place-remedy = Fill in its place in the sheet of organisations; a county’s code will do.
match-no-categories = The book has no categories of help.
match-no-categories-remedy = Add [category.…] with a weight for each, and adopt the book again.
match-unknown-category = { $number } names the category “{ $category }”, which the book doesn’t have. There are: { $known }.
match-unknown-category-remedy = Correct the category in that row, or add it to the book.
match-organisation-gone = { $number } belongs to an organisation that is no longer registered.
match-organisation-gone-remedy = Close the need or offer (until), or register the organisation again.
match-no-roster = There is no roster “{ $roster }”.
match-no-roster-remedy = Enter the roster, or name another one in the rules.
match-off-roster = { $count ->
    [one] One organisation has needs but is not on the roster { $roster }; it is left out.
   *[other] { $count } organisations have needs but are not on the roster { $roster }; they are left out.
 }
match-off-roster-remedy = Add whoever belongs there to the roster.
match-township-used = { $count } { $side ->
    [supporters] supporters
   *[recipients] recipients
 } have no coordinates of their own; the place they lie in stands in.
match-township-used-remedy = Fill in the coordinates and pair again, and distances will be truer.
match-too-few-commissioners = { $sent ->
    [one] { $sent } commissioner with { $most } at most is
   *[other] { $sent } commissioners with { $most } each at most are
 } too few: { $left } on the roster { $left ->
    [one] stays
   *[other] stay
 } without one.
match-too-few-commissioners-remedy = Appoint more, or raise the most that one takes.
match-too-many-commissioners = With { $sent ->
        [one] { $sent } commissioner some have
       *[other] { $sent } commissioners some have
    } fewer than { $least }.
match-too-many-commissioners-remedy = Nothing has to be done; fewer would do.
match-nothing-to-approve = Everything in { $number } is proposed or in force already.
match-nothing-to-approve-remedy = Pair again when needs, offers or rules have changed.
match-check-other-pairs = The run’s pairs are not those of its certificate.
match-check-other-pairs-remedy = Don’t rely on this run; pair again.
match-not-a-pair = “{ $text }” is not a pair.
match-not-a-pair-remedy = Write the supporter’s number, a colon, and the recipient’s: S001:V012.

match-run-kept = Run { $number } (ledger at { $position }, { $day })
match-run-summary = Covered { $covered } of { $wanting }; { $benefit ->
        [one] { $benefit } point
       *[other] { $benefit } points
    } in all.
match-run-optimal = Proved: no pairing under these rules is better.
match-run-gap = Proved so far: no pairing is better by more than { $gap ->
        [one] { $gap } point
       *[other] { $gap } points
    }.
match-run-greedy = By hand, the best pair first: covered { $covered } with { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $benefit ->
        [one] { $benefit } point
       *[other] { $benefit } points
    }; this run { $ours }.
match-run-present = As it stands now, without points for staying together: covered { $covered } with { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $benefit ->
        [one] { $benefit } point
       *[other] { $benefit } points
    }; this run { $ours }.
match-run-lone = Without a partner: { $names }
match-run-took = Found in { $seconds } s.
match-run-line = { $number }  { $day }  covered { $covered }/{ $wanting }  { $benefit ->
        [one] { $benefit } point
       *[other] { $benefit } points
    }
match-run-none = Nothing has been paired yet.
match-run-look = Only looked at: nothing was entered.
match-run-stopped = Stopped early at your wish; this is the best so far.
match-progress = round { $round }: covered { $covered }, { $benefit ->
        [one] { $benefit } point
       *[other] { $benefit } points
    }, gap at most { $gap }
match-approved = { $entered } entered ({ $kept } stood already, { $ended } ended).
match-check-optimal = Optimal: the certificate proves, over all pairs, that nothing is better ({ $covered } covered, { $benefit ->
        [one] { $benefit } point
       *[other] { $benefit } points
    }).
match-check-gap = Right, but not proved the best: another pairing might be better by up to { $gap ->
        [one] { $gap } point
       *[other] { $gap } points
    }.
match-check-wrong = Wrong: { $why }
demo-paired = Paired anew by the engine ({ $number }): { $covered } of { $wanting ->
        [one] { $wanting } village
       *[other] { $wanting } villages
    }, { $benefit ->
        [one] { $benefit } point
       *[other] { $benefit } points
    }, proved the best; { $kept } of { $of ->
        [one] { $of } standing pair goes
       *[other] { $of } standing pairs go
    } on.
demo-sent = Commissioners for the new year ({ $number }): { $covered } of { $wanting } on the list, { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    } with { $most } at most.
