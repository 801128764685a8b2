# The concentric picture: the ladder's four rungs, each with the one who says so, and how to read the drawing.
picture-pledged = pledged
picture-pledged-by = the supporter promises
picture-reported = reported
picture-reported-by = supporter or office says
picture-confirmed = confirmed
picture-confirmed-by = the recipient says so
picture-verified = verified
picture-verified-by = a third party has looked
picture-key = Length is reach; one cell is one village, case or site; a short line, the printed value.
picture-root = Root of the ledger
picture-root-of = Root of the ledger, { $date }
