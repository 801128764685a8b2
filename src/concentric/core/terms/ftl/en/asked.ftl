# Workbooks that go to organisations: what is known is filled in, only what is asked is left open.
command-waiting = See who has not answered, with a text to paste into a message
asked-title = { $organisation }: please fill in
asked-intro = { $office } asks you to check and complete these sheets. Grey is what the ledger knows: leave it. Please fill in the yellow cells.
asked-due = Please return it by { $due }.
asked-guide-1 = Leave a row empty where nothing has happened: it will not be imported.
asked-guide-2 = Write dates like 2021-03-05 and amounts as numbers. If nothing came, choose “nothing came”: it is as easy as “received”. Of an activity, a site or an assignment choose “received” if it is so, “disputed” if not.
asked-guide-3 = Return this very file: keep the names of sheets, the headings and the grey numbers.
asked-count = { $count ->
    [one] 1 row to fill in
   *[other] { $count } rows to fill in
}
asked-context = About: { $what }
asked-context-from = supporter
asked-context-to = other side
asked-context-what = what
asked-context-whole = committed
asked-context-so-far = reported so far
asked-context-said = reported
asked-context-said-on = date
asked-context-due = due
asked-context-state = state
asked-untouched = { $count ->
    [one] { $count } row was not filled in and is passed over.
   *[other] { $count } rows were not filled in and are passed over.
  }
asked-untouched-remedy = Nothing to do; return it again when there is news.
asked-no-such = There is no organisation with the number or name “{ $text }”.
asked-no-such-remedy = Check its number or full name.
asked-ambiguous = Several organisations are called “{ $text }”.
asked-ambiguous-remedy = Write its number.
asked-nothing = Nothing waits for “{ $name }”.
asked-nothing-remedy = It need not be asked.
asked-folder-or-file = Say for whom: --for ORGANISATION, or --for-all.
asked-folder-or-file-remedy = For one name a file, for all a folder.
asked-written = { $name }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
  }, { $file }
asked-sum = Written (round { $round }): { $files ->
    [one] { $files } workbook
   *[other] { $files } workbooks
  } with { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  } to fill in.
asked-sum-none = Nothing waits for anybody.
asked-none-waiting = Everybody has answered.
asked-waiting-line = { $number } { $name }: { $round }, waiting for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
asked-waiting-late = { $number } { $name }: { $round }, waiting for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }, due by { $due }: late
asked-waiting-due = { $number } { $name }: { $round }, waiting for { $days ->
    [one] { $days } day
   *[other] { $days } days
  }, due by { $due }
asked-waiting-count = { $count ->
    [one] { $count } has
   *[other] { $count } have
 } not answered. A text to paste:
asked-message = Dear all, { $count ->
    [one] one of you has not returned its
   *[other] these { $count } have not returned their
 } workbook yet: { $names }.
asked-message-due = {" "}Please return it by { $due }.
asked-message-end = {" "}If nothing has happened, please say so; rows left empty are not imported. Thank you!
asked-head-number = Number
asked-head-name = Organisation
asked-head-round = Round
asked-head-asked-on = Asked on
asked-head-due = Due
asked-head-days = Days waiting
asked-page = Who has not answered
asked-page-about = Workbooks that went out and have not come back.
asked-page-message = A text to paste
asked-page-round = Round
asked-page-all-rounds = All rounds
asked-page-none = Everybody has answered
asked-page-none-yet = No workbook has gone out yet
asked-page-none-yet-remedy = Write one for each organisation into a folder:
