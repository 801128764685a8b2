# The unit above a table, remarks and signatures below it.
sheets-unit = unit|units|amounts in|unit of account|currency unit
sheets-sender = reporting organisation|reported by|sent by
sheets-remark = note|notes|remark|remarks|n.b.|filled in by|prepared by|checked by|approved by|person in charge|contact|phone|date of report|reported on|reporting organisation|source|source of data|seal
sheet-unit-above = Amounts whose headings name no unit were read in “{ $unit }”, as said above the table.
sheet-unit-above-remedy = Check the amounts; if it is wrong, put the unit into the heading, such as Amount (CNY).
row-remark = This row is a remark or a signature; it was passed over.
row-remark-remedy = Nothing to do.
sheet-rows-hidden =
    { $count ->
        [one] Row { $rows } is hidden in the file; it was read all the same.
       *[other] { $count } rows are hidden in the file (rows { $rows }); they were read all the same.
    }
sheet-rows-hidden-remedy = Delete the rows that are not meant to count, then import again.
tray-unread = not read: { $heading }
sheet-unit-unclear = The brackets of “{ $heading }” hold “{ $unit }”: 万 or 亿 is in it, but which unit is meant isn't known. Nothing was read.
sheet-unit-unclear-remedy = Write （万元） or （亿元）, then import again.
