step-assignment-confirmed = confirmed as serving

state-in-force = in force

course-nothing-to-renew = This assignment is open-ended and needs no renewal.
course-nothing-to-renew-remedy = To give it an end, correct the assignment; if it is over, end it.
