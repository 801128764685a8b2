step-assessed = assessed
step-named = named
step-accreditation-lapsed = lapsed

state-applied = applied for
state-assessed = assessed
state-named = named
state-accreditation-lapsed = lapsed

course-candidate-cannot-judge = A candidate can neither assess, name nor renew itself.
course-candidate-cannot-judge-remedy = Let the office in charge or the assessing body enter it.
course-item-missing = It is not said which item is assessed.
course-item-missing-remedy = Enter the code of the item.
course-already-assessed = The item “{ $item }” has its points already.
course-already-assessed-remedy = To change them, reverse that assessment and enter it again.
course-already-named = The candidate has been named: it is neither assessed nor named again.
course-already-named-remedy = If the naming should hold longer, enter a renewal.
course-not-named = Nothing has been named yet that could be renewed or lapse.
course-not-named-remedy = Enter the assessment and the naming first.
course-below-threshold = { $points ->
    [one] There is { $points } point
   *[other] There are { $points } points
  }; the naming asks for { $threshold }.
course-below-threshold-remedy = Check the assessment; with too few points nobody is named.
