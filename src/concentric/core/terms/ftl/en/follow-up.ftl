step-asked = asked to look back
step-result = looked back

state-asked = look-back asked for
state-holds = holds
state-partly = holds in part
state-relapsed = relapsed
state-unclear = unclear
state-no-answer = no answer

course-asked-not-independent = Whoever is asked to look back has a part in the matter itself, or keeps it.
course-asked-not-independent-remedy = Ask an organisation that is neither supporter, recipient, handler nor the office.
course-party-cannot-choose = A party of the matter neither chooses who looks back on it, nor withdraws the look-back.
course-party-cannot-choose-remedy = Let the office that keeps the look-back do it.
course-result-missing = It is not said what the look-back found.
course-result-missing-remedy = Choose one: holds, holds in part, relapsed, unclear, no answer.
course-result-stays = This look-back has a result and cannot be withdrawn: no answer counts as well.
course-result-stays-remedy = Look back once more; if the result was entered by mistake, reverse that step.
