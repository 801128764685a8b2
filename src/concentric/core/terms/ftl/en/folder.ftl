folder-empty = There is no file in the folder “{ $name }”.
folder-empty-remedy = Put the returned workbooks into it and import again.
folder-alone = A folder is imported by itself.
folder-alone-remedy = Name either one folder, or files.
folder-other-kind = Not a workbook ({ $suffix }): passed over.
folder-report = Returned files
folder-entered = entered
folder-unchanged = unchanged
folder-waiting = waiting
folder-refused = refused
folder-passed-over = passed over
folder-line = [{ $n }/{ $of }] { $name }: { $outcome }
folder-line-counts = [{ $n }/{ $of }] { $name }: { $outcome } ({ $new } new, { $changed } corrected, { $unchanged } unchanged, { $waiting } waiting)
folder-sum = { $files ->
    [one] { $files } file
   *[other] { $files } files
  }: { $entered } entered, { $unchanged } unchanged, { $waiting } waiting, { $refused } refused, { $passed } passed over. { $new ->
    [one] { $new } new row
   *[other] { $new } new rows
  }, { $changed } corrected, { $rows } waiting.
folder-sum-preview = A preview; nothing was entered. { $sum }
folder-report-written = A line for each file: { $file }
folder-head-file = File
folder-head-outcome = Outcome
folder-head-new = New
folder-head-changed = Corrected
folder-head-unchanged = Unchanged
folder-head-waiting = Waiting
folder-head-skipped = Passed over
folder-head-errors = Errors
folder-head-says = First error
folder-head-todo = What to do
folder-head-copy = Copy with findings
