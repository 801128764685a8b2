# The Word document of an annual review.
word-appendix = 附：文中数字出处
word-appendix-about = 每行为文中一个数字。加粗的一级为文中所印；“—”为未知；录入迟为记录从发生到录入的天数（中位数）。
word-column-no = 序号
word-column-printed = 文中所印
word-column-definition = 指标口径
word-column-strength = 强度
word-column-denominator = 分母
word-column-records = 记录
word-column-lag = 录入迟
word-outside = 外部数据
word-days = { $days } 天
word-days-before = 提前 { $days } 天
word-ledger = 以上数字依据账本前 { $size } 条记录，所知截至{ $date }。账本证明录入之后未被改动、由谁所说；不证明录入的内容为真。
word-root = 账本根：{ $root }
word-script = 本文以简体字定稿，这里以繁体字印出。
word-no-chinese-font = 这台机器没有中文字体，封面上的汉字画不出来。
word-no-chinese-font-remedy = 请安装中文字体（Debian 上为 fonts-noto-cjk），再导出一次。正文不受影响：Word 和 WPS 用自己的字体。
