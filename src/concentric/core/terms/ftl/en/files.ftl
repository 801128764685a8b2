file-not-found = There is no file “{ $name }”.
file-not-found-remedy = Check the name and the folder.
file-not-readable = “{ $name }” cannot be read.
file-not-readable-remedy = Close the program that uses it, and check that you may read it.
file-empty = “{ $name }” is empty.
file-empty-remedy = Save it or send it again.
file-too-large = “{ $name }” is larger than { $most } MB.
file-too-large-remedy = Split it into several files.
file-unfolds = “{ $name }” unfolds to an abnormal size (limit { $most } MB) and was not read.
file-unfolds-remedy = Keep only the rows and columns to import, and save them as a new file.
file-too-many-rows = “{ $name }” has more than { $most ->
        [one] { $most } row
       *[other] { $most } rows
    }.
file-too-many-rows-remedy = Split it into several files.
file-too-many-columns = “{ $name }” holds something far beyond { $most ->
        [one] { $most } column
       *[other] { $most } columns
    }.
file-too-many-columns-remedy = Delete what stands far to the right, and save it again.
file-took-too-long = Reading took more than { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } and was stopped; nothing was entered.
file-took-too-long-remedy = Split it into several files.
file-has-password = “{ $name }” is protected by a password.
file-has-password-remedy = Remove the password in Excel or WPS and save it again.
file-is-binary = “{ $name }” has the binary format (.xlsb).
file-is-binary-remedy = Save it as .xlsx.
file-is-pdf = “{ $name }” is really a PDF.
file-is-pdf-remedy = Ask for the workbook it was made from, or fill in the template.
file-is-picture = “{ $name }” is really a picture.
file-is-picture-remedy = Ask for the workbook itself, or fill in the template.
file-is-archive = “{ $name }” is an archive, not a workbook.
file-is-archive-remedy = Unpack it and import the workbook inside.
file-is-program = “{ $name }” is a program, not a workbook.
file-is-program-remedy = Do not open it, and tell your administrator.
file-is-document = “{ $name }” is a text document, not a workbook.
file-is-document-remedy = Put the table into the template.
file-is-web-page = “{ $name }” is really a web page or XML under another name.
file-is-web-page-remedy = Open it in Excel or WPS and save it as .xlsx.
file-not-a-workbook = “{ $name }” is not a workbook that can be read.
file-not-a-workbook-remedy = Use an .xlsx, .xls, .et, .ods or .csv file.
file-damaged = “{ $name }” is damaged or incomplete.
file-damaged-remedy = Save it or send it again.
file-encoding = The text encoding of “{ $name }” cannot be read.
file-encoding-remedy = Save it as .xlsx, or as .csv in UTF-8.
file-has-entities = “{ $name }” holds XML entities that no honest workbook has, and was not read.
file-has-entities-remedy = Do not open it; ask the sender to save it again from Excel or WPS.
file-has-links = “{ $name }” refers to other files; their values as last saved were read.
file-has-links-remedy = Check these values, or better paste them as values.
file-has-macros = “{ $name }” holds macros, which were not run.
file-has-macros-remedy = Nothing to do.
file-exists = “{ $name }” exists already.
file-exists-remedy = Choose another name, or add --force to replace it.
file-not-written = “{ $name }” cannot be written.
file-not-written-remedy = Check the folder, and close the program that uses the file.
sheet-hidden = The sheet “{ $name }” is hidden and was passed over.
sheet-hidden-remedy = Unhide it to import it.
sheet-unknown = What the sheet “{ $name }” holds is not known; it was passed over.
sheet-unknown-remedy = Name it as in the template, for example “Deliveries”; if the sheet is somebody else’s, say on the page “Import a workbook” or by concentric map what it is.
sheet-no-headings = No row of headings was found in the first { $searched ->
    [one] { $searched } row
   *[other] { $searched } rows
  }.
sheet-no-headings-remedy = Use the headings of the template, in one row.
sheet-column-missing = The column “{ $heading }” is missing.
sheet-column-missing-remedy = Add it as in the template; if the sheet is somebody else’s, say on the page “Import a workbook” or by concentric map which column it is.
sheet-column-unknown = The column “{ $heading }” is not used and was passed over.
sheet-column-unknown-remedy = Nothing to do; if it should be imported, name it as in the template.
sheet-column-twice = “{ $heading }” means the same as column { $first }.
sheet-column-twice-remedy = Delete one of them, or rename it.
sheet-unit-unknown = The unit “{ $unit }” in “{ $heading }” is not known; the numbers were read as they stand.
sheet-unit-unknown-remedy = Write a unit of money that is known, and check the amounts.
