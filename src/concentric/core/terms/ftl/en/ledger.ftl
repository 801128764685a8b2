ledger-request-id-reused = The request { $request } came before with another content.
ledger-request-id-reused-remedy = Send the new content under a new request id; the earlier one stays as it was entered.
ledger-already-kept = { $what } { $number } is in force already.
ledger-already-kept-remedy = Correct the existing one, giving a reason, or use another number.
ledger-not-in-force = { $what } is not known, or no longer in force.
ledger-not-in-force-remedy = Look up what is in force now and try again with that.
ledger-steps-stand = Steps stand on { $what }, so it can't be taken out of force.
ledger-steps-stand-remedy = Take its steps back first, the newest first, or close the matter by its course.
ledger-correction-contradicts = After this correction a step already taken would be impossible: { $why }
ledger-correction-contradicts-remedy = Take that step back first, then correct, then enter the step again.
ledger-nothing-to-enter = There is nothing to enter.
ledger-nothing-to-enter-remedy = Nothing needs to be done.
ledger-not-an-example = A time can be told to a ledger of example data only.
ledger-not-an-example-remedy = Enter records as they come; the ledger dates them itself.
ledger-not-chartered = No ledger has been set up here yet.
ledger-not-chartered-remedy = Run “concentric init”, or “concentric demo” for the example city.
ledger-trigger-missing = The database doesn't guard its records: { $name } is missing.
ledger-trigger-missing-remedy = Run “concentric upgrade”; it makes the guards again. Then run “concentric verify”.
checkpoint-tree-does-not-hold = The ledger doesn't verify ({ $count ->
    [one] { $count } finding
   *[other] { $count } findings
  }), so it is not signed.
checkpoint-tree-does-not-hold-remedy = Run “concentric verify” and look at each finding; keep the last good checkpoint safe.
checkpoint-key-broken = The signing key { $path } can't be read.
checkpoint-key-broken-remedy = Restore it from where you keep it; without it no checkpoint of this ledger can be signed.
access-no-such-account = Nobody acts under the key { $key }.
access-no-such-account-remedy = Look at “concentric account list”, or open the account with “concentric account open”.
access-account-taken = The account { $key } speaks for another organisation.
access-account-taken-remedy = Choose another key; an account never changes whom it speaks for.
access-already-founded = This ledger has been set up already.
access-already-founded-remedy = Nothing needs to be done. For another ledger choose another CONCENTRIC_HOME.
keep-nothing-committed = Commitment { $number } needs either an amount with its currency or a quantity with its unit, not both.
keep-nothing-committed-remedy = Fill in one of the two pairs and leave the other empty.
keep-supporter-is-recipient = In commitment { $number } supporter and recipient are the same organisation.
keep-supporter-is-recipient-remedy = Enter the number of the other party.
keep-no-source = Statistic { $number } names no source.
keep-no-source-remedy = Enter who published the number, and where.
match-paired-with-itself = In pairing { $number } supporter and recipient are the same organisation.
match-paired-with-itself-remedy = Enter the number of the other party.
verify-clean = { $size ->
    [one] The ledger holds: { $size } entry, everything agrees.
   *[other] The ledger holds: { $size } entries, everything agrees.
}
verify-erased = { $count ->
    [one] { $count } sealed value was
   *[other] { $count } sealed values were
  } lawfully erased.
verify-root = Root: { $root }
verify-found = { $count ->
    [one] { $count } finding:
   *[other] { $count } findings:
}
verify-entry = Entry { $idx }
verify-entry-none = No entry
verify-against = It begins with the tree of { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  } that the checkpoint signed.
verify-advice = Keep this database as it is, restore the last good backup beside it, and compare; the log must not be mended by hand.
verify-commit-gap = A commit begins here although { $expected } was expected (its size is { $size }).
verify-time-goes-back = This commit is older than the one before it.
verify-entries-missing = Entries are missing; the commit says there are { $size }.
verify-index-gap = The index jumps; { $expected } was expected.
verify-after-last-commit = An entry ({ $kind }) lies behind the last commit.
verify-root-differs = The tree of { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  } has another root than its commit says; an entry from here on was changed.
verify-frontier-differs = The frontier of the commit of { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  } doesn't belong to its tree.
verify-commit-differs = This entry says another time, account or channel than the commit it stands in.
verify-payload-broken = The payload of this { $kind } is damaged.
verify-leaf-differs = The content of this { $kind } doesn't have the hash it was entered with.
verify-header-differs = Kind, version or id of this { $kind } differ from what was entered.
verify-unknown-kind = This program knows no kind { $kind }.
verify-unknown-version = This { $kind } has version { $version }, which this program can't read.
verify-row-missing = The row of this { $kind } is missing.
verify-row-without-entry = A row of { $kind } has no entry in the log.
verify-row-broken = The row of this { $kind } can't be read.
verify-field-differs = In this { $kind } the field “{ $field }” differs from what was entered.
verify-root-of-thing = This first version of a { $kind } names another as its first.
verify-supersedes-wrong = This version of a { $kind } replaces one that was not in force.
verify-void-of-nothing = A void names a { $kind } that was not in force.
verify-step-of-nothing = This step ({ $kind }) belongs to no matter.
verify-course-refuses = The course of a { $kind } doesn't allow what is recorded here ({ $why }).
verify-state-differs = The step says “{ $stored }”, the course says “{ $folded }”.
verify-in-force-stray = The list of what is in force names a { $kind } ({ $root }) that isn't.
verify-in-force-differs = The list of what is in force is wrong about this { $kind }.
verify-in-force-missing = The list of what is in force lacks this { $kind }.
verify-head-stray = A state is kept for a { $kind } ({ $matter }) that the log doesn't know.
verify-head-differs = The state kept for this { $kind } differs in “{ $field }”.
verify-head-missing = No state is kept for this { $kind }.
verify-sealed-stray = A sealed value ({ $field }) belongs to no record.
verify-sealed-differs = The sealed value “{ $field }” isn't the one that was entered.
verify-sealed-missing = The sealed value “{ $field }” is gone, and no erasure was recorded.
verify-shorter-than-checkpoint = The log is shorter than the { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  } that the checkpoint signed.
verify-other-ledger = The checkpoint was signed for another ledger ({ $origin }).
verify-kept-checkpoint = The last checkpoint of this home can't be relied on: { $why }
verify-kept-checkpoint-remedy = Hold the ledger against a copy that is kept elsewhere: concentric verify --against FILE --key KEY.
verify-mirror-differs = The mirror from which figures are counted holds other rows of { $kind } than the ledger.
verify-mirror-differs-remedy = Take the folder “lake” out of the home and keep it: it is made anew. Figures that were computed meanwhile are not those of the ledger.
verify-not-the-checkpoint = { $size ->
    [one] The first entry is not the one that the checkpoint signed.
   *[other] The first { $size } entries are not those that the checkpoint signed.
  }
