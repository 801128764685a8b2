terms-language-name = English

terms-where-file = file “{ $value }”
terms-where-sheet = sheet “{ $value }”
terms-where-row = row { $value }
terms-where-column = column “{ $value }”
terms-where-cell = cell { $value }
terms-where-line = line { $value }
terms-where-joint = {", "}
