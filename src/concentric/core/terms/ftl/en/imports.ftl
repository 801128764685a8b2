import-no-sheet = “{ $name }” holds no sheet that can be imported.
import-no-sheet-remedy = Make a template with concentric template and use its sheet names and headings; of a sheet that is somebody else’s, say by concentric map how it is read.
import-no-such-sheet = There is no sheet called “{ $name }”.
import-no-such-sheet-remedy = Use a name from the template, such as deliveries.
import-too-busy = Others kept writing meanwhile; nothing was entered.
import-too-busy-remedy = Try again a little later.
import-findings-all-or-nothing = There are errors, and all or nothing was asked for: nothing was entered.
import-findings-all-or-nothing-remedy = Correct them and import again; without --all-or-nothing the good rows are entered first.
import-entered = Entered as import { $number }: { $new } new, { $changed } corrected; entries { $first } to { $last } of the ledger.
import-nothing-new = Nothing new: { $unchanged ->
    [one] { $unchanged } row was
   *[other] { $unchanged } rows were
  } entered before, and the ledger is unchanged.
import-nothing-good = No row could be entered; the ledger is unchanged.
import-preview = A preview; nothing was entered:
import-sheet-line = { $name }: { $new } new, { $changed } corrected, { $unchanged } unchanged, { $waiting } waiting, { $skipped } passed over
import-idle =
    { $count ->
        [one] One sheet is empty, or holds examples only.
       *[other] { $count } sheets are empty, or hold examples only.
    }
import-absent = { $name }: { $count ->
    [one] { $count } row entered before is not in this file ({ $numbers }); it stays as it is.
   *[other] { $count } rows entered before are not in this file ({ $numbers }); they stay as they are.
  }
import-difference = { $sheet } row { $row }, { $number }, { $column }: { $old } → { $new }
import-blank = (empty)
import-more-differences = { $count ->
        [one] { $count } more correction is
       *[other] { $count } more corrections are
    } not listed.
import-waiting = { $count ->
    [one] { $count } row has errors and waits in the tray (see “concentric tray”).
   *[other] { $count } rows have errors and wait in the tray (see “concentric tray”).
  }
import-would-wait = { $count ->
    [one] { $count } row has
   *[other] { $count } rows have
  } errors and would wait in the tray.
import-group = { $count ->
    [one] { $count } time
   *[other] { $count } times
  }: { $says }
import-more-see = And { $count } more, see { $file }.
import-copy-written = All findings are marked in a copy: { $file }
tray-empty = The tray is empty.
tray-line = { $name } row { $row } { $number } ({ $file })
tray-count = { $count ->
        [one] { $count } row waits
       *[other] { $count } rows wait
    } in the tray.
tray-written = Written to { $file }; correct it there and import it.
tray-dropped = { $count ->
    [one] { $count } row was
   *[other] { $count } rows were
  } dropped.
tray-nothing-there = Nothing waits under “{ $what }”.
tray-nothing-there-remedy = See the numbers with “concentric tray”.
undo-no-such-import = There is no import { $number }.
undo-no-such-import-remedy = See them with “concentric undo --list”.
undo-done-before = Import { $number } was taken back before.
undo-done-before-remedy = Nothing to do.
undo-not-yours = Import { $number } was made through another account.
undo-not-yours-remedy = Let that account or the office take it back.
undo-needs-reason = Taking back needs a reason.
undo-needs-reason-remedy = Say why with --reason.
undo-depends = { $count ->
    [one] { $count } later record stands
   *[other] { $count } later records stand
  } on this import: { $what }
undo-depends-remedy = Take them back first, newest first, then this import.
undo-course = By its course { $what } cannot be taken back: { $why }
undo-course-remedy = Take back the step that rests on it first.
undo-objection = { $what } is somebody's word against, brought by this import; only who said so takes it back.
undo-objection-remedy = Let that account undo its import, or take the step back by itself.
undo-foreign-step = { $what } was attested by somebody else and taken back by this import; you cannot say it again for them.
undo-foreign-step-remedy = Let them enter it again through their own account; this import cannot be taken back as a whole.
undo-done = Import { $number } was taken back by { $count } counter-records.
undo-line = { $number }	{ $at }	{ $account }	{ $files }	{ $count }
undo-line-undone = { $line }	taken back
undo-none = There are no imports yet.
template-written = The template was written to { $file }.
template-title = How to fill in this workbook
template-guide-1 = Each sheet holds one kind of thing. Leave or delete those you don’t need; their order doesn’t matter.
template-guide-2 = Columns marked * are required. They may stand in any order; columns of your own are passed over.
template-guide-3 = “Number” is the office’s own, once on a sheet. Imported again, a row is known by it: unchanged rows are not entered twice, changed ones need a “Reason for correction”.
template-guide-4 = To refer to something, type its number, such as the commitment’s on the sheet “Deliveries”. It may stand in the same file.
template-guide-5 = The two grey rows are examples. They are passed over on import and may be deleted.
template-guide-6 = Write dates like 2021-03-05. Type amounts as numbers; for another unit write it into the heading, for example “Amount (USD million)”.
template-guide-7 = Type 0 for what is zero; leave empty what is unknown.
template-guide-8 = How much a confirmation counts depends on the account: only what the recipient imports through its own is “confirmed”.
template-guide-9 = Never enter a private person’s ethnicity, religion, politics, health, family or identity number; such columns are refused.
template-guide-10 = Rows with errors don’t hold up the others: they wait in the tray, and a copy of the file shows what is wrong.
template-sheet-list = What the sheets are for
template-about-places = counties, townships and other places with their codes
template-about-villages = villages that are helped
template-about-organisations = enterprises, chambers, departments, clinics and others
template-about-roster = dated lists that coverage is measured against
template-about-pairings = who is paired with whom
template-about-agreements = agreed, renewed, ended
template-about-commitments = what was committed, how much, until when
template-about-deliveries = what was delivered
template-about-confirmations = what the recipient says
template-about-verifications = what somebody independent found
template-about-statistics = outside numbers with their source
template-about-reversals = steps entered by mistake
template-example-note = An example row: passed over on import, may be deleted.
template-required-note = Required. { $note }
template-choice-error = Please choose from the list.
findings-intro = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
  }. Click a cell’s name to go there; when corrected, import this very file.
findings-head-severity = Severity
findings-head-where = Cell
findings-head-sheet = Sheet
findings-head-row = Row
findings-head-column = Column
findings-head-says = What is wrong
findings-head-todo = What to do
findings-error = error
findings-warning = warning
findings-notice = notice
findings-not-all = { $count ->
    [one] { $count } more is
   *[other] { $count } more are
 } not listed.
