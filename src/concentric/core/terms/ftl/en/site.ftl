step-opened = opened
step-site-started = building began
step-site-confirmed = confirmed as in use
step-site-closed = closed down

state-building = being built
state-opened = open
state-site-planned = planned
state-site-closed = closed down

course-already-started = The building of this site has been entered already.
course-already-started-remedy = There is nothing to enter; the next step is its opening.
course-already-opened = This site has been entered as open already.
course-already-opened-remedy = There is nothing to enter; what opens again after a rebuilding is a new site.
course-not-opened = This site has not opened yet, so it cannot be confirmed, disputed or verified.
course-not-opened-remedy = Enter the opening first, then let its keeper confirm it.
