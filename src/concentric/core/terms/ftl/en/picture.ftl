# The concentric picture: the ladder's four rungs, each with the one who says so, and how to read the drawing.
picture-pledged = pledged
picture-pledged-by = the supporter promises
picture-reported = reported
picture-reported-by = supporter or office says so
picture-confirmed = confirmed
picture-confirmed-by = the recipient says so
picture-verified = verified
picture-verified-by = an independent person looked
picture-key = Rings are circles, arcs programmes, length is reach; one cell is one village, case or site. A short line marks the printed value.
picture-root = Root of the ledger
picture-root-of = Root of the ledger, { $date }
