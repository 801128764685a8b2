# The page that checks a text
pages-nav-check = Check
check-page = Check a text
check-page-about = Paste a draft, a newspaper article or last year's report: every number is held against the ledger.
check-title = Check a text
check-paste = Paste the text
check-paste-hint = Chinese in either script or English; copied from a web page, with pinyin left in it, too.
check-file = Or choose a file
check-file-kinds = .docx, .txt, .md, a web page (.html); at most 20 MB
check-by = Against
check-by-now = the ledger as it stands now
check-by-edition = edition { $number }
check-by-about = What quotes a published review is held against the figures it was frozen from.
check-go = Check
check-sealed = The text is sealed: only the office sees it, and it can be erased by law. The ledger holds its fingerprint.
check-latest = Checked last
check-none-yet = Nothing has been checked yet.
check-no-book = There is no programme book yet
check-no-book-remedy = Once one is adopted there are figures to check against.
check-nothing = There is no text.
check-nothing-remedy = Paste a text or choose a file.
check-too-large = The file is larger than { $most } MB.
check-too-large-remedy = Check the text in parts.
check-too-long = The text holds more than { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }.
check-too-long-remedy = Check it in parts.
check-against = against { $size ->
        [one] { $size } entry
       *[other] { $size } entries
    }
check-characters = { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
check-text = Download the text
check-progress = { $decided } of { $total } decided
check-waiting = Waiting for you: { $count }
check-settled = Settled: { $count }
check-no-claims = No number was found
check-reads = Reads as
check-figure = Figure
check-why = Why
check-which = Which one is meant
check-matched = Matched: { $words }
check-confirm = This one
check-not-a-claim = Not a claim
check-new-figure = Should be a figure
check-keep = Leave as it is
check-another = Another figure
check-take = This is meant
check-note = Note
check-learns = Once decided, “{ $phrase }” is remembered as its name.
check-use-wording = Use this wording
check-back = Back to it
check-decided-confirm = Confirmed
check-decided-another = Another figure
check-decided-not-a-claim = Not a claim
check-decided-new-figure = Should be a figure
check-decided-keep = Left as it is
check-no-such-claim = The text has no claim there.
check-no-such-claim-remedy = Click a number in the text.
check-decision-unclear = Which figure is meant was not said.
check-decision-unclear-remedy = Choose one of the candidates first.
check-no-such-figure = The book has no indicator “{ $figure }”.
check-no-such-figure-remedy = Choose one from the list.
