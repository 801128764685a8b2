terms-language-zh-Hans = 简体中文
terms-language-zh-Hant = 繁体中文
terms-language-en = 英文

terms-where-file = 文件“{ $value }”
terms-where-sheet = 工作表“{ $value }”
terms-where-row = 第 { $value } 行
terms-where-column = “{ $value }”列
terms-where-cell = 单元格 { $value }
terms-where-line = 第 { $value } 行文字
terms-where-joint = ，
