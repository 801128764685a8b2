entry-not-one-of = “{ $value }” is not a value of the field “{ $field }” of { $number }.
entry-not-one-of-remedy = Choose one of these: { $known }.
entry-dates-out-of-order = { $number } begins on { $begins } and ends, or is due, on { $ends }.
entry-dates-out-of-order-remedy = Check both dates; one of them is wrong.
entry-blank = The field “{ $field }” of { $number } is empty.
entry-blank-remedy = Fill it in.
entry-half-a-quantity = Of “{ $amount }” and “{ $unit }” of { $number }, one is missing.
entry-half-a-quantity-remedy = Fill in both, or leave both empty.
entry-too-small = The field “{ $field }” of { $number } is { $value }; the least is { $least }.
entry-too-small-remedy = Check the number.

match-urgency-unknown = The urgency of need { $number } is { $urgency }.
match-urgency-unknown-remedy = Enter a whole number from 0 (not urgent) to { $most } (most urgent).
match-assigned-to-itself = In assignment { $number } who is sent and who is served are the same organisation.
match-assigned-to-itself-remedy = Enter the number of the organisation that is served.
keep-nobody-raised = Case { $number } was found on a visit or by looking back, but it is not said with whom.
keep-nobody-raised-remedy = Enter the number of the organisation whose matter it is.
keep-owner-is-host = In project { $number } owner and host are the same organisation.
keep-owner-is-host-remedy = Enter as host who receives the project, such as the county’s investment office, or leave it empty.
keep-keeper-is-supporter = In site { $number } supporter and keeper are the same organisation.
keep-keeper-is-supporter-remedy = Leave the supporter empty where the keeper pays for the site itself.
keep-more-people-than-times = Activity { $number } counts { $people ->
    [one] { $people } person
   *[other] { $people } people
  } but only { $times ->
    [one] { $times } person-time
   *[other] { $times } person-times
  }.
keep-more-people-than-times-remedy = Who came twice is one person and two person-times: check whether the two numbers were swapped.
keep-no-such-level = The programme book knows no level of adoption “{ $level }”.
keep-no-such-level-remedy = Choose one of these: { $known }; a new level is added in the book first.
