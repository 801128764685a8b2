# Pages: the shell, the home page, figures and their cards, editions, records, the ledger, errors.
pages-brand = Concentric
pages-tagline = one ledger for a partnership programme
pages-title-joint = {" "}·{" "}
pages-comma = ,{" "}
pages-colon = :{" "}
pages-list-joint = ,{" "}
pages-skip = Skip to the text
pages-nav = Main pages
pages-nav-home = Overview
pages-nav-reviews = Annual reviews
pages-nav-figures = Figures
pages-nav-ledger = Ledger
pages-nav-language = Language
pages-crumbs = You are here
pages-foot-size = { $size ->
    [one] { $size } entry in the ledger
   *[other] { $size } entries in the ledger
  }
pages-foot-root = root
pages-foot-verify = How to verify it yourself
pages-foot-example = Example data: organisations and records are invented
pages-quantity = { $value } { $unit }
pages-moment = { $date }, { $time }
pages-yes = yes
pages-no = no
pages-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
  }
pages-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
pages-same-day = the same day
pages-unfold = Show the whole text
pages-bad-day = “{ $text }” is no date, so this is what is known now. Write a date like 2022-01-28.

pages-pager = Pages
pages-pager-range = { $first } to { $last } of { $count }
pages-pager-size = Per page
pages-pager-before = Back
pages-pager-after = Next

pages-error-404 = There is no such page
pages-error-404-remedy = The address may be mistyped, or what it names is not in this ledger. Records are never deleted here, only corrected.
pages-error-400 = This request makes no sense
pages-error-400-remedy = Please start again from the overview.
pages-error-403 = This page is not open to you
pages-error-403-remedy = Ask the office if you need it.
pages-error-form = This form was not taken
pages-error-form-remedy = It stood open too long, or the browser keeps no cookies. Nothing was entered. Go back, reload the page and send it again.
pages-error-405 = This address takes forms only
pages-error-405-remedy = Start from the overview and send the form on its own page.
pages-error-413 = That was too much at once
pages-error-413-remedy = Nothing was entered. Send a long text in parts, or as a file.
pages-error-500 = The program failed
pages-error-500-remedy = The ledger was not changed by it. Please try again; if it stays, tell the administrator the time and the address.
pages-error-home = To the overview

pages-home-title = Overview { $period }
pages-home-known = As known on { $date }
pages-home-on = As known on another day
pages-home-show = Show
pages-home-now = Back to now
pages-home-before = On that day the ledger had no records
pages-home-before-remedy = The ledger begins on { $date }. Choose that day or a later one.
pages-home-table = { $count ->
    [one] { $count } programme: reach and strength
   *[other] { $count } programmes: reach and strength
  }
pages-home-circle = Circle
pages-home-programme = Programme
pages-home-printed = Printed / whole
pages-home-unit = Unit
pages-home-reach = Reach
pages-home-late = Entered after
pages-home-no-base = no roster yet
pages-home-note = Bold is the rung that is printed; in the picture a short line outside the arc marks it. “Entered after” is the median of days from event to entry.
pages-home-latest = The latest annual review
pages-home-no-ledger = There is no ledger here yet
pages-home-no-ledger-remedy = One command sets up the example city; two begin a ledger of your own.
pages-home-no-book = The ledger stands, but it has no programme book
pages-home-no-book-remedy = The programme book says which circles and programmes there are and how each figure is counted. Begin with the one that comes along, then make it yours.
pages-home-try = See the example city
pages-home-own = Begin your own ledger
pages-home-cannot = Figures can't be computed now
pages-home-read = Read it
pages-home-on-what = Picture, table and numbers are computed from what the ledger held on that day.
pages-home-checkpoint = Last signed
pages-home-number = number
pages-card-later-more = … { $count } in all
pages-home-signed = ✓ verified
pages-card-left-out = { $count ->
    [one] { $count } more record is in another currency and was not added.
   *[other] { $count } more records are in another currency and were not added.
  }
pages-bar-says = verified { $verified }, confirmed { $confirmed }, reported { $reported }, pledged { $pledged }
pages-strength = strength: { $rung }

pages-reviews-title = Annual reviews
pages-reviews-what = Once a review is frozen, none of its numbers changes; later corrections stand beside them.
pages-reviews-none = No annual review has been frozen yet
pages-reviews-none-remedy = Write a draft, work on the text, then freeze it: the ledger fills in the numbers.
pages-review-kicker = Annual review
pages-review-public = public
pages-review-edition = edition { $n }
pages-review-published = published { $date }
pages-review-ledger = Ledger behind it
pages-review-entries = { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  }
pages-review-known = As known on
pages-review-root = Root
pages-review-numbers = Numbers in the text
pages-review-numbers-count = { $count }, each opens
pages-review-numbers-in = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
  }, each opens
pages-review-corrections = Corrected since
pages-review-corrections-count = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
  }
pages-review-corrections-none = none
pages-review-word = Download for Word
pages-review-approved = Approved by { $by }
pages-review-converted = Frozen in Simplified Chinese, shown in Traditional characters.
pages-review-other = Also in { $language }
pages-review-mini = The picture of { $period }
pages-review-figures-title = Numbers in the text
pages-review-corrected-title = Corrected since it was published
pages-review-corrected-what = Printed numbers stay. This is what the same definitions give on the ledger as it is now.

pages-card-close = Close
pages-card-of = Where the chosen number comes from
pages-card-ladder = The four rungs of strength
pages-card-printed = printed
pages-card-denominator = Whole
pages-card-numerator = Part
pages-card-share = { $share } of it
pages-card-target = target
pages-card-from = Counted from
pages-card-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
  }
pages-card-late = Entered after
pages-card-late-value = median { $median ->
    [one] { $median } day
   *[other] { $median } days
  }, longest { $most }
pages-card-late-none = no dates to compare
pages-card-attested = Who says so
pages-card-attested-part = { $who }: { $parts }
pages-card-attested-count = { $channel } { $count }
pages-card-period = Period
pages-card-place = Place
pages-card-position = Ledger
pages-card-position-value = { $position ->
    [one] first entry
   *[other] first { $position } entries
  }
pages-card-digest = Digest of the records
pages-card-later = Corrected since
pages-card-later-value = computed now
pages-card-later-records = The number is the same; records behind it have changed.
pages-card-later-kept = What this edition prints stays.
pages-card-later-because = Because of
pages-card-first = Records (first { $shown } of { $count })
pages-card-all = { $count ->
    [one] See the one record
   *[other] See all { $count } records
  }
pages-card-none = No records
pages-card-full = Open on a page of its own
pages-card-source = A statistic from outside; its record names the source.
pages-card-proves = The ledger proves that nothing changed after entry and who said what; not that what was entered is true.
pages-card-suppressed = Held back: the count is so small that it could point at somebody.
pages-state-value = has a value
pages-state-zero = a true zero
pages-state-unknown = unknown: there are no records to compute it from
pages-state-not_applicable = not applicable: the whole is zero, or it is not counted here
pages-state-suppressed = not published
pages-who-recipient = recipients
pages-who-supporter = supporters
pages-who-office = the office
pages-who-independent = third parties

pages-rows-title = Records: { $name }
pages-rows-what = The number is counted from these records, no more and no fewer.
pages-rows-search = Search
pages-rows-search-hint = number, organisation, village, text
pages-rows-rung = Strength at least
pages-rows-rung-printed = as printed
pages-rows-place = County
pages-rows-place-all = all
pages-rows-find = Find
pages-rows-clear = Clear all
pages-rows-csv = Download CSV
pages-rows-count = { $count ->
    [one] { $count } record
   *[other] { $count } records
  }
pages-rows-found = { $found } found of { $count }
pages-rows-none = No record fits
pages-rows-none-remedy = Ask for less, or clear the form.
pages-rows-record = Record
pages-rows-numerator = Records of the part
pages-rows-denominator = Records of the whole
pages-attested-by = { $who }, { $channel }
pages-rows-sort = Sort by { $column }

pages-figures-title = Figures
pages-figures-what = Each has a definition, a unit and the records behind it. Zero, unknown and not applicable are three things.
pages-figures-as-of = As known on
pages-figures-period = Period
pages-figures-place = Place
pages-figures-value = Value
pages-figures-strength = Strength
pages-figures-records = Records
pages-figures-name = Figure
pages-figures-other = Outside the programmes

pages-record-no = Entry { $idx }
pages-gives-to = to
pages-matter-title = { $kind } { $number }
pages-step-title = Step { $n }: { $step }
pages-step-title-amount = Step { $n }: { $step } { $amount }
pages-void-title = Voided: { $what }
pages-statistic-title = { $name }: { $value }
pages-course = How far it came
pages-rung-done = reached
pages-rung-part = reached in part
pages-rung-none = not yet
pages-state-void = voided
pages-state-old = old version, corrected
pages-void-since = Taken out of force by
pages-old-version = This is an old version, corrected by
pages-fields = Content
pages-step-fields = This step
pages-steps = What happened
pages-opened = opened
pages-no-day = no day given
pages-entered = entered
pages-late = { $days ->
    [one] { $days } day later
   *[other] { $days } days later
  }
pages-role = {" "}({ $role ->
    [supporter] supporter
    [recipient] recipient
    [office] office
    [handler] handler
   *[independent] third party
  })
pages-step-back = This step was taken back later and no longer counts.
pages-versions = Versions
pages-in-force = in force
pages-because = because: { $reason }
pages-changed-closed = changed; the content is not public
pages-empty-before = nothing before
pages-empty-now = nothing now
pages-held-office = for the office only
pages-held-sealed = sealed: the ledger holds only its commitment
pages-held-erased = erased by law; only the mark of it remains
pages-entry = In the ledger
pages-entry-idx = Index
pages-entry-said-by = Who says so
pages-entry-at = Entered
pages-entry-commit = Same commit
pages-entry-commit-range = { $first } to { $last }
pages-entry-leaf = Hash of this record
pages-entry-root = Root at { $size ->
    [one] { $size } entry
   *[other] { $size } entries
  }
pages-entry-holds = The content still gives the hash it was entered with
pages-entry-broken = The content no longer gives the hash it was entered with; run concentric verify
pages-entry-about = The hash proves that nothing changed after entry; not that what was entered is true.
pages-attested-by-nobody = entered by the office; no organisation speaks for it

pages-ledger-state = The ledger now
pages-ledger-entries = Entries
pages-ledger-commits = Commits
pages-ledger-last = Latest
pages-ledger-root = Root
pages-ledger-what = Every record has a hash, and all hashes form a tree whose root changes with each commit. While somebody remembers an old root, nobody can quietly change the records before it.
pages-ledger-commits-title = Commits
pages-ledger-size-after = In all
pages-ledger-at = Time
pages-ledger-first = Entered
pages-ledger-root-after = Root after it
pages-ledger-one = entry { $idx }
pages-ledger-many = { $count } from entry { $first }
pages-verify-title = How to verify it yourself
pages-verify-what = Verifying rebuilds the whole tree and every list from the records and names each one that differs. It needs no network.
pages-verify-here = On this machine
pages-verify-outside = Against a checkpoint kept elsewhere
pages-verify-outside-how = Sign a checkpoint and give it to somebody else. Later it shows whether the ledger's beginning was changed.
pages-checkpoint = Latest checkpoint ({ $size ->
    [one] { $size } entry
   *[other] { $size } entries
  })
pages-checkpoint-none = No checkpoint has been signed yet.
pages-checkpoint-key = Public key
pages-verify-limits = It proves that nothing changed after entry, who said what and through which channel. It can't prove that what was entered is true. That is why there are four rungs of strength.

pages-kind-place = place
pages-kind-organisation = organisation
pages-kind-book = programme book
pages-kind-circle = circle
pages-kind-programme = programme
pages-kind-roster = roster
pages-kind-roster-entry = entry of a roster
pages-kind-pairing = pairing
pages-kind-pairing-step = step of a pairing
pages-kind-commitment = commitment
pages-kind-commitment-step = step of a commitment
pages-kind-statistic = statistic from outside
pages-kind-charter = charter of the ledger
pages-kind-void = void
pages-kind-review = text of a review
pages-kind-edition = edition of a review
pages-kind-import = import of a workbook
pages-kind-import-undo = import taken back

pages-field-number = Number
pages-field-code = Code
pages-field-name = Name
pages-field-names = Name
pages-field-title = Title
pages-field-kind = Kind
pages-field-level = Level
pages-field-parent = Belongs to
pages-field-latitude = Latitude
pages-field-longitude = Longitude
pages-field-valid-from = Valid from
pages-field-valid-until = Valid until
pages-field-uscc = Social credit code
pages-field-place = Place
pages-field-toml = Text of the book
pages-field-circle = Circle
pages-field-rank = Rank
pages-field-programme = Programme
pages-field-as-of = Date of the list
pages-field-roster = Roster
pages-field-member = Member
pages-field-since = Since
pages-field-until = Until
pages-field-supporter = Supporter
pages-field-recipient = Recipient
pages-field-proposed-on = Proposed on
pages-field-batch = Batch
pages-field-help-types = Kinds of help
pages-field-note = Note
pages-field-matter = Matter
pages-field-n = Number of the step
pages-field-step = Step
pages-field-amount = Amount
pages-field-of = Speaks of step
pages-field-state = State after it
pages-field-nature = Nature
pages-field-firmness = Firmness
pages-field-currency = Currency
pages-field-value-on = Valued on
pages-field-quantity = Quantity
pages-field-unit = Unit
pages-field-committed-on = Committed on
pages-field-due = Due
pages-field-what = What
pages-field-indicator = Indicator
pages-field-value = Value
pages-field-period = Period
pages-field-scope = Scope
pages-field-source = Source
pages-field-published-on = Published on
pages-field-origin = Name of the ledger
pages-field-time-zone = Time zone
pages-field-example = Example data
pages-field-target = Target
pages-field-target-kind = Kind of target
pages-field-occurred-on = Happened on
pages-field-reason = Reason
pages-field-channel = Channel
pages-field-contact-name = Contact
pages-field-contact-phone = Telephone
pages-field-lang = Language
pages-field-text = Text
pages-field-book = Programme book
pages-field-review = Text
pages-field-audience = Audience
pages-field-position = Ledger position
pages-field-ledger-root = Root
pages-field-known-on = As known on
pages-field-figures = Numbers
pages-field-approved-by = Approved by
pages-field-files = Files
pages-field-sheets = Sheets
pages-field-mode = Mode
pages-field-sha256 = Digest of the file
pages-field-undone = Import taken back

pages-value-channel-workbook = workbook
pages-value-channel-page = page
pages-value-channel-link = one-time link
pages-value-channel-phone = phone
pages-value-channel-api = API
pages-value-channel-command = command
pages-value-organisation-kind-enterprise = enterprise
pages-value-organisation-kind-chamber = chamber
pages-value-organisation-kind-party = party
pages-value-organisation-kind-department = department
pages-value-organisation-kind-village = village
pages-value-organisation-kind-clinic = clinic
pages-value-organisation-kind-school = school
pages-value-organisation-kind-foundation = foundation
pages-value-organisation-kind-office = office
pages-value-organisation-kind-other = other
pages-value-commitment-kind-money = money
pages-value-commitment-kind-goods = goods
pages-value-commitment-kind-work = work
pages-value-commitment-kind-jobs = jobs
pages-value-commitment-kind-training = training
pages-value-commitment-kind-facility = facility
pages-value-commitment-kind-investment = investment
pages-value-nature-welfare = public welfare
pages-value-nature-business = business
pages-value-firmness-pledged = pledged
pages-value-firmness-signed = signed
pages-value-level-province = province
pages-value-level-prefecture = prefecture
pages-value-level-county = county
pages-value-level-township = township
pages-value-level-village = village
pages-value-audience-public = public
pages-value-audience-internal = internal
