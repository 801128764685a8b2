# Annual reviews: how numbers are printed, drafting, freezing, editions.
review-unknown = —（未知）
review-not-applicable = 不适用
review-suppressed = 不公布
review-suppressed-count = 不足 { $below }
review-with-unit = { $value } { $unit }
review-over = 超 { $value }

review-no-figure = 计划手册里没有指标“{ $figure }”（共有 { $count } 个指标）。
review-no-figure-remedy = 请核对指标代码；用“concentric book show”可以看到全部指标。
review-no-figure-near = 计划手册里没有指标“{ $figure }”，是不是“{ $near }”？
review-no-figure-near-remedy = 请改成“{ $near }”。
review-no-rung = “{ $figure }”没有“{ $rung }”这一级。
review-no-rung-remedy = 请删去 rung 一项。
review-no-denominator = “{ $figure }”不是比率，没有分母。
review-no-denominator-remedy = 请删去 of="denominator"，或改用一个比率指标。
review-no-outline = 计划手册里没有 { $lang } 的述评提纲。
review-no-outline-remedy = 请在手册里补上 [review.{ $lang }]，或换一种语言起草。
review-not-printable = 正文有 { $count } 处不对，没有定稿。
review-not-printable-remedy = 请按所列逐处改好，再定稿一次。
review-nothing-known = 到所说的日期为止，账本里还什么都没有。
review-nothing-known-remedy = 请换一个晚些的日期，或不写日期，按现在的账本定稿。
review-book-not-adopted = 计划手册“{ $code }”的这一稿还没有启用，不能据它定稿。
review-book-not-adopted-remedy = 请先运行“concentric book adopt 文件”。
review-no-such-edition = 没有编号为“{ $number }”的述评版本。
review-no-such-edition-remedy = 请用“concentric review list”查看全部版本。
review-reason = 述评正文改动后定稿

review-drafted = 已写入 { $path }，共引用 { $count } 个数字。
review-frozen = 已定稿：{ $number }，{ $count } 个数字，依据账本前 { $position } 条（所知截至{ $date }）。
review-frozen-again = 与上一版完全相同，没有另立新版：{ $number }。
review-frozen-missing = 其中 { $count } 个数字没有值，印作“未知”或“不适用”：{ $codes }。
review-left-out = 另有 { $count } 笔以其他币种计，没有折算，不在合计之内；正文应当说明。
review-none-yet = 还没有定稿的述评。
review-listed = { $number }  { $audience }  { $date }  前 { $position } 条  { $count } 个数字  更正 { $corrections } 处
review-audience-public = 公开版
review-audience-internal = 内部版
review-word-written = 已写入 { $path }。
review-source = 来源：{ $source }
review-definition = { $name }：{ $definition }
review-picture-title = 同心图
review-picture-description = { $circles } 个圈、{ $programmes } 个计划的覆盖与印证强度
review-centre-entries = 账本 { $size } 条
review-example = 示例数据，单位和记录均为虚构
