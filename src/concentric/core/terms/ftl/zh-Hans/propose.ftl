# 从往年述评提议计划手册
propose-known = { $text } → { $name }（{ $code }）；原文说法：{ $phrase }
propose-new = { $text } → 新指标 { $code }：{ $phrase }（先当外部统计）
propose-sum = 认出 { $known } 处，提议 { $new } 项新指标。
propose-written = 提议的手册已写入 { $file }；请看过、改好，再 concentric book adopt。
