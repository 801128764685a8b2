statistic-not-printed = No indicator of the programme book prints “{ $text }”: the number is kept, but shows nowhere.
statistic-not-printed-remedy = Choose from the list; if the statistic is new, add an indicator to the book first.
