# Reading texts that are to be checked: what a file must not be.
text-not-found = There is no file “{ $name }”.
text-not-found-remedy = Check the name and the folder.
text-not-readable = “{ $name }” can't be read.
text-not-readable-remedy = Close the program that uses it, and check that you may read it.
text-empty = “{ $name }” holds no text.
text-empty-remedy = Save it again, or choose another file.
text-too-large = “{ $name }” is larger than { $most } MB.
text-too-large-remedy = Check the text in parts.
text-too-long = “{ $name }” holds more than { $most ->
        [one] { $most } character
       *[other] { $most } characters
    }.
text-too-long-remedy = Check the text in parts.
text-unfolds = “{ $name }” is suspiciously large once unpacked (limit { $most } MB) and was not read.
text-unfolds-remedy = Copy its text into a new document, and check that.
text-is-binary = “{ $name }” is not a text.
text-is-binary-remedy = Save the text as .docx, .txt, .md or .html.
text-is-old-word = “{ $name }” is in an old Word or WPS format (.doc, .wps).
text-is-old-word-remedy = Open it in Word or WPS and save it as .docx.
text-has-password = “{ $name }” is protected by a password.
text-has-password-remedy = Take the password off in Word or WPS, and save it again.
text-is-pdf = “{ $name }” is a PDF.
text-is-pdf-remedy = Ask for the document it was made from, or copy its text into a .txt file.
text-is-archive = “{ $name }” is no Word document.
text-is-archive-remedy = Save the text as .docx, .txt, .md or .html.
text-damaged = “{ $name }” is damaged or incomplete.
text-damaged-remedy = Open it in Word or WPS, save it again, and check that.
text-has-entities = “{ $name }” holds XML that no honest document has, and was not read.
text-has-entities-remedy = Don't open it; ask for the text again.
text-encoding = The characters of “{ $name }” can't be made out.
text-encoding-remedy = Save it as UTF-8.
text-has-macros = “{ $name }” has macros; they were not run.
text-has-macros-remedy = Nothing needs to be done.
text-has-links = “{ $name }” refers to something outside; it was not fetched.
text-has-links-remedy = Nothing needs to be done.
text-has-scripts = “{ $name }” has scripts; they were left out and not run.
text-has-scripts-remedy = Nothing needs to be done.
text-article-only = “{ $name }” marks its article; only that was read, without what stands around it.
text-article-only-remedy = If the rest matters, save the page as text.
text-no-word-for-comments = Comments can only be written into a .docx file, and “{ $name }” is none.
text-no-word-for-comments-remedy = Give one .docx file with --comments.
text-not-written = “{ $name }” can't be written.
text-not-written-remedy = Choose another name or folder; an existing file is never overwritten.
