# What is said of commissioners: rules that leave no room, and loads.
match-no-commissioners = Nobody holds a post with “{ $posts }” in its title, so there is nobody to send.
match-no-commissioners-remedy = Enter the posts and who holds them, or name other posts in the rules.
match-nobody-allowed = The rules let nobody be sent to { $members }: no commissioner is in its region, or all of them are kept away.
match-nobody-allowed-remedy = Widen the region, allow one of the forbidden pairs, or appoint somebody there.
match-posts-full = These rules leave no room: { $members } ({ $count } in all) can only be served by { $posts }, who take { $room } together at { $most } each; { $over ->
    [one] { $over } of them stays
   *[other] { $over } of them stay
 } without one.
match-posts-full-remedy = Appoint one more there, raise the most that one takes, or widen who may be sent.
match-below-least = { $posts } have fewer than { $least } each, as the regions and the pairs set by hand leave no others.
match-below-least-remedy = Lower the least, widen the region, or undo a pair set by hand.
match-listed-twice = { $count ->
    [one] One stands on the roster { $roster } more than once ({ $members }); it counts once.
   *[other] { $count } stand on the roster { $roster } more than once ({ $members }); each counts once.
 }
match-listed-twice-remedy = Take the entries that are too many off the roster.
