command-doubles = list what may have been entered twice, and join it

same-suspected = { $kind }: { $numbers } ({ $reporters ->
    [one] 1 reporter
   *[other] { $reporters } reporters
})
same-suspected-count = { $count ->
    [0] Nothing looks as if it had been entered twice.
    [one] 1 group may be one thing; join what is, with `concentric doubles join`.
   *[other] { $count } groups may be one thing each; join what is, with `concentric doubles join`.
}
same-joined = { $number } now counts as { $representative }.
same-parted = { $number } counts for itself again.
same-no-such-number = There is nothing of this kind with the number { $number }.
same-not-joined = { $number } isn’t joined with anything.

same-thing = A thing can’t be joined with itself.
same-thing-remedy = Enter the numbers of two records.
same-not-of-one-kind = The two can’t be joined as “{ $kind }”: they are of different kinds, or one is not in force here.
same-not-of-one-kind-remedy = Check both numbers; what was voided doesn’t count anyway.
same-thing-is-joined = What should no longer count is joined with another record already.
same-thing-is-joined-remedy = A record is joined with one other only; to change that, part them first.
same-representative-is-joined = What should count for both is joined with another record already.
same-representative-is-joined-remedy = Join with that other record instead, or part the two first.
same-thing-represents = What should no longer count counts for other records already.
same-thing-represents-remedy = Join the other way round, or part those first.
