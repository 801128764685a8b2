# Numbers typed into a review by hand
typed-unsettled = { $count ->
        [one] { $count } number typed into the text disagrees
       *[other] { $count } numbers typed into the text disagree
    } with the ledger, or may mean several figures.
typed-unsettled-remedy = Use the ledger's figures (see “concentric check” or the page), or say with --typed-reason why they stay.
typed-number = Typed “{ $text }”: { $verdict }. { $why }
typed-number-remedy = Correct it, use a figure instead, or say why it stays.
typed-title = { $count ->
    [one] A typed number that the ledger does not bear out
   *[other] { $count } typed numbers that the ledger does not bear out
}
typed-what = These were not taken from the ledger. They were checked when the review was frozen; the editor said why they stay.
typed-because = Reason: { $reason }
