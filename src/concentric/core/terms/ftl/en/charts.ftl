# The charts of a review: what they say in words, and what is wrong with their declaration in the book.
chart-says = { $title }: { $parts }.
chart-part = { $label } { $value }
chart-joint = {"; "}
chart-rung-joint = {", "}
chart-beside = { $now }, { $change }
chart-sankey-rest = {" "}{ $rest } has not reached “{ $last }” yet.
chart-not-reported = not reported
chart-not-confirmed = not confirmed
chart-not-verified = not verified
chart-nothing = There is no number to draw.
chart-others = others
chart-unsaid = not said
chart-blank = (blank)
chart-kilometres = { $km } km
chart-table = The numbers
chart-column-of = What
chart-column-change = Against the year before
chart-ring = The ring's area is the whole, the disc's what was reached.
chart-redrawn = { $count ->
    [one] One more number, drawn in a chart only, is
   *[other] { $count } more numbers, drawn in charts only, are
 } different now. The charts stay as they were frozen.
chart-beside-edition = Last year's numbers are those of { $number }.

chart-kind = { $at }: there is no kind of chart “{ $value }”; there are: { $known }.
chart-kind-remedy = Choose one of them.
chart-kind-near = { $at }: there is no kind of chart “{ $value }”. Did you mean “{ $near }”?
chart-kind-near-remedy = Change it to “{ $near }”.
chart-indicators = { $at }: an indicator is named twice, or there are more than { $most }.
chart-indicators-remedy = Name each once; make two charts of too many.
chart-value = { $at }: “{ $value }” has a quotation mark or is blank, so rows can't be told apart by it.
chart-value-remedy = Delete it; values that aren't named are drawn among the others.
chart-values = { $at } holds more than { $most }.
chart-values-remedy = Keep the most important; the rest is drawn among the others.
chart-no-ladder = Chart “{ $chart }”: indicator “{ $indicator }” has no ladder of strength, so the way from pledged to verified can't be drawn.
chart-no-ladder-remedy = Use an indicator with a ladder, or make the chart one of outcomes or a map.
chart-no-places = Chart “{ $chart }”: indicator “{ $indicator }” is an outside statistic and has no numbers by county.
chart-no-places-remedy = Use an indicator that counts records.
chart-not-counted = Chart “{ $chart }”: indicator “{ $indicator }” counts no records and can't be drawn so.
chart-not-counted-remedy = Use an indicator that is computed by counts.
chart-no-column = Chart “{ $chart }”: view { $view } has no public text column “{ $column }”.
chart-no-column-remedy = There are: { $known }.
chart-unknown = The programme book has no chart “{ $chart }”; there are: { $known }.
chart-unknown-remedy = Change it to one of them, or add [chart.{ $chart }] to the book.
chart-unknown-near = The programme book has no chart “{ $chart }”. Did you mean “{ $near }”?
chart-unknown-near-remedy = Change it to “{ $near }”.
manuscript-chart-alone = The chart “{ $tag }” must stand on a line of its own.
manuscript-chart-alone-remedy = Move it to a line with empty lines around it.
