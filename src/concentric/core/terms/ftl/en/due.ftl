# Which cases are due or soon will be, and how many working days are left.
command-due = who has to act on cases that are due, with text to paste
due-step-accepted = accept
due-step-answered = answer
due-step-word = the raiser’s word
due-left =
    { $days ->
        [one] 1 working day left
       *[other] { $days ->
    [one] { $days } working day
   *[other] { $days } working days
 } left
    }
due-past =
    { $days ->
        [one] 1 working day past
       *[other] { $days ->
    [one] { $days } working day
   *[other] { $days } working days
 } past
    }
due-today = due today
due-line = { $case }: { $step }, { $name }, { $due } ({ $left })
due-none = Nothing is due, nor will be within { $within ->
    [one] { $within } working day
   *[other] { $within } working days
 }.
due-sum =
    { $count ->
        [one] One case is due or soon will be; past its day: { $late }. Text to paste:
       *[other] { $count } cases are due or soon will be; past their day: { $late }. Text to paste:
    }
due-message =
    { $count ->
        [one] { $name }: one case with you is due or soon will be:
       *[other] { $name }: { $count } cases with you are due or soon will be:
    }
due-message-line = { $case }  { $step }  { $due } ({ $left })
due-message-end = If you need longer, please ask before the day. Thank you!
due-message-word =
    { $count ->
        [one] { $name }: one case that you raised has been answered. Are you satisfied?
       *[other] { $name }: { $count } cases that you raised have been answered. Are you satisfied?
    }
due-message-word-end = If not, please say what is still open. Thank you!
due-head-case = Case
due-head-step = To do
due-head-holder = By whom
due-head-due = Due
due-head-left = Working days left
due-page = Cases that are due
due-page-about = By the calendar of working days; a lawful extension counts.
due-page-within = Within working days
due-page-handler = By whom
due-page-all = all
due-page-sum =
    { $count ->
        [one] One case is due or soon will be; past its day: { $late }.
       *[other] { $count } cases are due or soon will be; past their day: { $late }.
    }
due-page-none = Nothing is due
case-returned-late = It came back { $days ->
    [one] { $days } working day
   *[other] { $days } working days
 } after it was routed; by the programme book what was wrongly routed goes back within { $most }.
case-returned-late-remedy = It is entered; check the day on which it was returned.
