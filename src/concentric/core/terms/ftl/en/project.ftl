step-signed = signed
step-increased = increased
step-started = started
step-arrived = money arrived
step-project-confirmed = confirmed by the host
step-producing = producing
step-at-capacity = at capacity
step-project-ended = ended

state-lead = lead
state-signed = signed
state-started = started
state-producing = producing
state-at-capacity = at capacity
state-project-ended = ended

course-not-signed = This project has not been signed yet: it cannot start, grow or receive money.
course-not-signed-remedy = Enter the signing first, with the contract amount.
course-already-signed = This project has been signed already; a project counts once.
course-already-signed-remedy = If it was shown at another ceremony, enter a signing event; if the contract has grown, enter the increase only.
course-stage-not-later = The project has reached this stage already, or a later one.
course-stage-not-later-remedy = There is nothing to enter; if a stage was entered by mistake, reverse that step first.
course-step-is-no-stage = Step { $of } is neither a stage of the project nor an arrival of money.
course-step-is-no-stage-remedy = Enter the number of the signing, the start, the production, the capacity or the arrival that is meant.
course-confirmed-above-arrived = Step { $of } reported { $arrived } as arrived; { $confirmed } cannot be confirmed.
course-confirmed-above-arrived-remedy = Check the number; if more did arrive, reverse the arrival and enter it as it was.
course-arrival-not-confirmed = Nobody has confirmed the arrival of step { $of } yet, so it cannot be verified.
course-arrival-not-confirmed-remedy = Let the project’s host confirm how much arrived, then ask for the verification.
