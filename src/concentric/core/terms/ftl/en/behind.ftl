# Entries that are still being computed
behind-entries = { $count ->
    [one] { $count } newer entry is being computed; what is shown here is how things stood before it.
   *[other] { $count } newer entries are being computed; what is shown here is how things stood before them.
  }
behind-show = Show it now, which takes a moment
