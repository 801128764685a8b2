working-days-day = { $day }
working-days-provisional = { $day } (provisional: the holidays of { $year } are not known here yet)

working-days-no-such-calendar = There is no working-day calendar of the code “{ $code }”.
working-days-no-such-calendar-remedy = Choose one of these: { $codes }; holidays of one place are added in the programme book.
working-days-not-a-deadline = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
  } can’t be a deadline.
working-days-not-a-deadline-remedy = Enter a whole number from 0 to { $longest }.
