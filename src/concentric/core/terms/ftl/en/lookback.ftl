command-lookback = plan look-backs, draw them by a public number, and say what they found

lookback-no-such-plan = The programme book has no plan of looking back “{ $code }”; it has these: { $known }
lookback-not-a-take = “{ $text }” is neither a number nor NAME=NUMBER.
lookback-no-such-frame = There is no frame { $number }.
lookback-no-such-draw = There is no draw { $number }.
lookback-planned = { $number } from { $on }
lookback-planned-count = { $count ->
    [one] 1 look-back was planned.
   *[other] { $count } look-backs were planned.
}
lookback-frame = Frame { $number }, { $count ->
    [one] { $count } item
   *[other] { $count } items
  }. Digest: { $digest }
lookback-frame-publish = Publish this digest now, outside this house, before { $day }: { $source }. Then draw.
lookback-drawn = Draw { $number }: { $count } look-backs planned. Seed: { $seed }
lookback-stratum = { $stratum }: { $holds } of { $drawn } drawn hold ({ $share } %), so between { $low } % and { $high } % of all { $size }
lookback-stratum-undrawn = { $stratum }: nothing drawn of { $size }
lookback-overall = Estimate of the whole, each stratum by its size: { $share } %
lookback-no-overall = No estimate of the whole: from some stratum nothing was drawn.
lookback-waiting = { $count ->
    [one] 1 look-back has no result yet; until it has, it counts as not holding.
   *[other] { $count } look-backs have no result yet; until they have, they count as not holding.
}
lookback-repeats = The frame ({ $digest }) and the public number give exactly this draw.
lookback-repeats-not = The frame ({ $digest }) and the public number don’t give this draw: something was changed.

draw-frame-empty = Nothing would be drawn: the list is empty, or nothing is to be taken from it.
draw-frame-empty-remedy = Check which matters you chose, and how many of each stratum are to be drawn.
draw-takes-too-many = { $take ->
    [one] { $take } is
   *[other] { $take } are
 } to be drawn from the stratum “{ $stratum }”, which holds { $held }.
draw-takes-too-many-remedy = Enter a number from 0 to { $held }, and the stratum’s name as the list has it.
draw-item-twice = The item { $item } stands in the list twice.
draw-item-twice-remedy = Leave one of them out: each can be drawn once only.
draw-number-missing = The public number is missing.
draw-number-missing-remedy = Enter it exactly as it was published.
draw-number-already-out = The public number is published on { $day }, and today is { $today }: it would be known when the list is fixed.
draw-number-already-out-remedy = Name a number that is published later than today, such as a lottery’s of next week.
draw-number-not-out = The public number is published on { $day }; the day given is { $given }, and today is { $today }.
draw-number-not-out-remedy = Wait until it is published, then enter the day on which it was.
draw-drawn-already = Frame { $number } has been drawn from already.
draw-drawn-already-remedy = Fix a new frame for a new draw: a second number would be a second choice.
draw-no-such-stratum = The field “{ $field }” can’t tell strata apart.
draw-no-such-stratum-remedy = Choose one of these: { $known }.
