command-erase = take sealed values (names, telephones) away for good
erase-done = { $count ->
    [one] One sealed value of { $about } is erased.
   *[other] { $count } sealed values of { $about } are erased.
  } “concentric verify” counts it as lawful. Backups and archives that hold it are yours to see to.
erase-nothing = { $about } has no such value, or it was erased before.
erase-no-such-thing = There is nothing { $about }; write KIND:NUMBER, such as case:C12 or organisation:V001.
erase-needs-reason = An erasure that nobody can explain looks like tampering: say why.
ledger-not-sealed = “{ $field }” is no sealed value of { $kind }; sealed are: { $sealed }.
ledger-not-sealed-remedy = What stands in the open is corrected by a new version, and stays readable in the old one.
