synth-invented = Example data: places and their codes are real; organisations, records and amounts are invented
synth-written = Wrote { $count ->
    [one] { $count } invented workbook
   *[other] { $count } invented workbooks
  } to { $path }; who enters which one when stands in { $list }.
synth-bench-written = Wrote { $path }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
  } of invented data.
synth-list-at = Time
synth-list-account = Account
synth-list-channel = Channel
synth-list-what = What
synth-list-file = File
synth-list-rows = Rows
synth-province = A province's partnership programme (example)
synth-province-part = { $part }: { $size ->
    [one] { $size } record
   *[other] { $size } records
  }
synth-province-done = A ledger of { $size ->
    [one] { $size } record
   *[other] { $size } records
  } of a province is in { $home }.
synth-pairing-written = Wrote { $count ->
    [one] { $count } invented organisation
   *[other] { $count } invented organisations
  } (two lists and rules) to { $path }
