terms-language-zh-Hans = Simplified Chinese
terms-language-zh-Hant = Traditional Chinese
terms-language-en = English

terms-where-file = file “{ $value }”
terms-where-sheet = sheet “{ $value }”
terms-where-row = row { $value }
terms-where-column = column “{ $value }”
terms-where-cell = cell { $value }
terms-where-line = line { $value }
terms-where-joint = {", "}
