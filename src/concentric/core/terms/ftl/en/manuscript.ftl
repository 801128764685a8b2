# The text of an annual review: what is wrong in its source, and what to do.
manuscript-no-title = The text has no title.
manuscript-no-title-remedy = Write "# " and the title on the first line, for example: # Three circles, one year.
manuscript-tag = “{ $tag }” can't be read.
manuscript-tag-remedy = The text can only refer to figures: figure "code-of-the-indicator" in two pairs of braces. The codes are on the page of indicators.
manuscript-option = A reference to a figure has no option “{ $option }”.
manuscript-option-remedy = There are: { $options }.
manuscript-option-value = “{ $option }” can't be “{ $value }”.
manuscript-option-value-remedy = style is published or plain; rung is pledged, reported, confirmed or verified; of is value or denominator; place is a place code of 6, 9 or 12 digits.
manuscript-braces = The braces “{ $braces }” have no partner.
manuscript-braces-remedy = A reference opens with two left braces and closes with two right ones in the same paragraph.
manuscript-markup = The text holds web markup “{ $markup }”, which will be printed as it stands.
manuscript-markup-remedy = Remove the markup and keep the words. Headings take "## ", notes "> ".
manuscript-unbound = “{ $reference }” has no number to print.
manuscript-unbound-remedy = Check that the indicator is in the programme book, or reword the sentence without this number.
