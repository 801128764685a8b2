demo-scene-places = enter places
demo-scene-villages = enter villages
demo-scene-organisations = enter organisations of every kind
demo-scene-rosters = enter the rosters of villages and clinics
demo-scene-pairings = enter a batch of pairings
demo-scene-agreements = enter signed agreements (the office's word)
demo-scene-commitments = enter the month's commitments
demo-scene-deliveries = enter the quarter's deliveries (the office's word)
demo-scene-own-report = a chamber reports deliveries through its own account
demo-scene-mended = enter the waiting rows, mended
demo-scene-county = a county reports a gift that a chamber had reported before
demo-scene-noted = a confirmation typed by the office: still only reported
demo-scene-twice = the double entry is noticed and taken back
demo-scene-draft = a draft is entered by mistake
demo-scene-draft-undone = the draft is taken back as a whole
demo-scene-ends = overdue commitments lapse or are written off
demo-scene-recipient = recipients answer through their own accounts
demo-scene-verified = an independent verifier was there
demo-scene-statistics = enter statistics from outside
demo-scene-late = answers that came after publication
demo-scene-slip = correction: a nought too many
demo-scene-merger = correction: two villages became one
demo-not-an-example = This home holds a real ledger; the example must not be written into it.
demo-not-an-example-remedy = Name another, empty folder with CONCENTRIC_HOME and run concentric demo again.
demo-half-done = The example in this home was left half done.
demo-half-done-remedy = Run concentric demo --fresh to make it from the start.
demo-fresh-elsewhere = The example's database is not in the home folder, so it is not cleared for you.
demo-fresh-elsewhere-remedy = Give an empty database yourself, or unset DATABASE_URL.
demo-scene-failed = In “{ $scene }” rows were not entered ({ $count }); the example stops here.
demo-scene-failed-remedy = Please report this message and the version to the developers.
demo-founded = Founded a ledger of example data: { $home }
demo-adopted = Adopted the programme book: { $title }
demo-played = { $date }  { $what } ({ $account }, { $entered ->
        [one] 1 row
       *[other] { $entered } rows
    })
demo-played-waiting = { $date }  { $what } ({ $account }, { $entered ->
    [one] { $entered } row
   *[other] { $entered } rows
  }; { $waiting ->
    [one] { $waiting } waits
   *[other] { $waiting } wait
 } to be mended)
demo-played-acts = { $date }  { $what } ({ $account })
demo-played-many = { $date }  { $what } ({ $accounts ->
    [one] { $accounts } account
   *[other] { $accounts } accounts
  }, { $entered ->
    [one] { $entered } row
   *[other] { $entered } rows
  })
demo-days = { $first } to { $last }
demo-frozen = { $date }  frozen and published: { $number }
demo-later = After publication the ledger goes on:
demo-verified = Rebuilt from the log and compared row by row: { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  }, all agree.
demo-not-verified = Rows that don't agree: { $count }.
demo-not-verified-remedy = Run concentric verify to see each, and report it to the developers.
demo-figures = The published numbers beside those that the ledger computes:
demo-compared = { $name }: published { $published }; the ledger { $then } when frozen, { $now } now
demo-compared-rung = { $name } ({ $rung })
demo-published-supporters-paired = 120 (first batch)
demo-published-villages-paired = 126 (first batch)
demo-published-money-pledged = more than 10 million yuan
demo-published-culture-sites = 110 (“moved forward”)
demo-published-new-industrial-enterprises = 102 (from outside)
demo-published-new-market-entities = 52,000 (from outside, rounded)
demo-accounts = Accounts to try: { $office } (the office), { $supporter } (a chamber), { $village } (a village), { $clinic } (a clinic), { $department } (a department that answers), { $verifier } (the verifier). For the others: concentric account list
demo-workbooks = The workbooks that were entered are in { $path }
demo-took = Took { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
  }.
demo-done-before = The example is there already; serving it. To make it afresh: concentric demo --fresh
demo-serve-later = To see the pages run concentric serve and open { $address }
demo-title = Liuzhou partnership programme (example)
demo-office = Coordinating office of the Liuzhou partnership programme (example)
