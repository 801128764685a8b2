# A programme book proposed from old reviews
propose-known = { $text } → { $name } ({ $code }); in the text: { $phrase }
propose-new = { $text } → new indicator { $code }: { $phrase } (as an outside statistic for now)
propose-sum = { $known ->
        [one] { $known } number is
       *[other] { $known } numbers are
    } known, { $new ->
    [one] { $new } new indicator is
   *[other] { $new } new indicators are
  } proposed.
propose-written = The proposed book was written to { $file }; look through it, then “concentric book adopt”.
