letters-nothing-proposed = Nothing was proposed from { $number } yet, so there is nobody to write to.
letters-nothing-proposed-remedy = Approve the run first.
letters-title = A proposal to work together
letters-to = To { $name }
letters-offer-supporter = Under this year’s programme “{ $programme }” we propose that you work together with { $other }, and that you help.
letters-offer-recipient = Under this year’s programme “{ $programme }” we propose that you work together with { $other }, who would help you.
letters-why = Why we propose this: { $why }. All pairs were computed together, and under the present rules no pairing is better; the computation and its proof can be looked at.
letters-why-so-far = Why we propose this: { $why }. All pairs were computed together; this is the best that was found in the time there was.
letters-why-met = what one needs is what the other offers ({ $what })
letters-why-county = you are in the same county
letters-why-km = you are about { $km } km apart
letters-why-before = you have worked together before
letters-why-whole = it is the best for all together
letters-why-joint = ;{" "}
letters-joint = ,{" "}
letters-answer = Please answer in writing whether you agree, and name the number { $number }. The pairing holds only once both sides have agreed.
letters-free = This is a proposal and no more. If you don’t agree, please say why; if somebody else would suit you better, tell us, and we will compute again and say openly what it changes.
letters-example = This letter is example data; all organisations in it are invented.
letters-written = { $count ->
    [one] { $count } letter was
   *[other] { $count } letters were
  } written to { $path }.
pairing-letters = Download all letters
letters-why-next-door = you are less than one kilometre apart
letters-why-set = Why we propose this: { $why }. The office chose this pair itself; all others were computed together around it, and the computation can be looked at.
