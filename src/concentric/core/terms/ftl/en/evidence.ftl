command-evidence = keep files that back a record, and check that they are all there

evidence-kept = Evidence { $number } is kept: { $digest }
evidence-all-there = Every file is there, and is what it was.
evidence-no-such-record = There is no record { $about }; write KIND:NUMBER, such as commitment-step:D12.

evidence-gone = The file { $digest } is not in the store.
evidence-gone-remedy = Put it back from a backup of the folder “evidence”.
evidence-changed = The file { $digest } is no longer what was kept.
evidence-changed-remedy = Put it back from a backup of the folder “evidence”; the ledger knows which it must be.
evidence-file-gone = The file of evidence { $number } is gone: { $digest }
evidence-file-gone-remedy = Put it back from a backup of the folder “evidence”, or take the evidence out of force and say why.
evidence-file-changed = The file of evidence { $number } has been changed: { $digest }
evidence-file-changed-remedy = Put it back from a backup of the folder “evidence”; the ledger knows which it must be.
evidence-nothing-backed = Evidence { $number } is about a record that this office doesn’t keep, or no longer.
evidence-nothing-backed-remedy = Check the kind and the number of what it should back.

media-empty = The file is empty.
media-empty-remedy = Save or scan it again.
media-too-large = The file has { $size ->
        [one] { $size } byte
       *[other] { $size } bytes
    }; at most { $largest } are kept.
media-too-large-remedy = Scan it with less detail, or keep only the pages that matter.
media-unknown = The file is none of the kinds that are kept, whatever its name says.
media-unknown-remedy = Keep one of these: { $known }. Print a web page or a drawing to PDF first.
media-has-macros = The document holds programs, or is locked with a password.
media-has-macros-remedy = Save it without macros and without a password, or as PDF.
