# Reading and adopting a programme book.
book-toml = 从第 { $character } 个字起写法不符合 TOML 格式。
book-toml-remedy = 请对照示例手册检查这一行的括号、引号和等号；一行一项，写作“键 = 值”。
book-toml-twice = 这一项（或这张表）前面已经写过一次。
book-toml-twice-remedy = 请删去重复的一处，或改用另一个代码。
book-toml-string = 从第 { $character } 个字起，文字的引号没有配对。
book-toml-string-remedy = 请在文字末尾补上与开头相同的引号；多行文字前后各用三个引号。
book-toml-bracket = 到第 { $character } 个字为止，括号没有配对。
book-toml-bracket-remedy = 请补上缺少的方括号或花括号。
book-toml-equals = 第 { $character } 个字处应当是等号。
book-toml-equals-remedy = 请写作“键 = 值”；键中含有空格或汉字的，请加双引号。
book-toml-value = 等号后面的第 { $character } 个字起读不成一个值。
book-toml-value-remedy = 文字请加双引号；数字直接写；是或否写作 true 或 false。
book-toml-rest = 第 { $character } 个字起多出了内容。
book-toml-rest-remedy = 请一行只写一项；说明文字前面加 #。
book-toml-escape = 第 { $character } 个字附近的反斜杠读不通。
book-toml-escape-remedy = 请把反斜杠写成两个，或改用单引号括住这段文字。
book-too-long = 这份文件超过 { $most } 字，不像一份计划手册。
book-too-long-remedy = 请确认选的是计划手册文件。
book-too-deep = 括号套得太深，无法读取。
book-too-deep-remedy = 请对照示例手册改写。

book-unknown-key = 这里不认识“{ $at }”；可以写的有：{ $known }。
book-unknown-key-remedy = 请改成其中之一，或删去这一项。
book-unknown-key-near = 这里不认识“{ $at }”，是不是“{ $near }”？
book-unknown-key-near-remedy = 请改成“{ $near }”，或删去这一项。
book-no-table = 手册里缺少 [{ $table }] 这一部分。
book-no-table-remedy = 请对照示例手册补上 [{ $table }]。
book-not-a-table = { $at } 应当是一张表。
book-not-a-table-remedy = 请写作 [{ $at }]，下面每行一项“键 = 值”。
book-code = “{ $value }”（{ $at }）不能用作代码。
book-code-remedy = 代码请用小写拉丁字母开头，只含小写字母、数字和连字符，例如 villages-paired，至多 64 个字符。
book-missing = { $at } 缺少“{ $key }”。
book-missing-remedy = 请补上“{ $key } = …”。
book-missing-names = { $at } 缺少“{ $key }”。
book-missing-names-remedy = 请补上：{ $key } = {"{"} zh-Hans = "…", en = "…" {"}"}。
book-not-names = { $at } 应当同时写出中文和英文。
book-not-names-remedy = 请写作：{"{"} zh-Hans = "…", en = "…" {"}"}。
book-missing-language = { $at } 缺少 { $lang } 的写法。
book-missing-language-remedy = 请补上 { $lang } = "…"；繁体由简体转换，不必另写。
book-not-text = { $at } 应当是文字。
book-not-text-remedy = 请加上双引号。
book-empty = { $at } 是空的。
book-empty-remedy = 请填写，或删去整项。
book-not-whole = { $at } 应当是 { $least } 到 { $most } 之间的整数。
book-not-whole-remedy = 请直接写阿拉伯数字，不加引号。
book-not-a-list = { $at } 应当是若干个词的列表。
book-not-a-list-remedy = 请写作 ["…", "…"]，每个词都不能空。
book-place = “{ $value }”不是地区代码。
book-place-remedy = 请填六位行政区划代码，例如 450200；到村的填十二位；本办自编的代码以字母开头。
book-time-zone = “{ $value }”不是时区名称。
book-time-zone-remedy = 请填 IANA 时区名称，例如 Asia/Shanghai。
book-currency = { $at } 的币种“{ $value }”不认识；可以写的有：{ $known }。
book-currency-remedy = 请填三个大写字母的币种代码，例如 CNY。
book-currency-near = { $at } 的币种“{ $value }”不认识，是不是 { $near }？
book-currency-near-remedy = 请改成 { $near }。

book-rank-taken = { $at } 的次序 { $rank } 已经给了“{ $other }”。
book-rank-taken-remedy = 同一层里的次序不能相同，请改成另一个数。
book-hue = { $at } 的色系“{ $value }”不存在；可用的有：{ $known }。
book-hue-remedy = 请从可用的色系里选一个。
book-hue-near = { $at } 的色系“{ $value }”不存在，是不是“{ $near }”？
book-hue-near-remedy = 请改成“{ $near }”。
book-hue-taken = { $at } 的色系“{ $value }”已经给了“{ $other }”圈。
book-hue-taken-remedy = 请给每个圈各选一种色系，否则图上分不清。
book-no-circle = { $at } 指向的圈“{ $value }”不存在；手册里有：{ $known }。
book-no-circle-remedy = 请改成手册里已有的圈，或补上 [circle.…]。
book-no-circle-near = { $at } 指向的圈“{ $value }”不存在，是不是“{ $near }”？
book-no-circle-near-remedy = 请改成“{ $near }”，或补上 [circle.{ $value }]。
book-circle-empty = { $at } 里没有一个计划。
book-circle-empty-remedy = 请把计划放进这个圈，或删去这个圈。
book-no-indicator = { $at } 指向的指标“{ $value }”不存在；手册里有：{ $known }。
book-no-indicator-remedy = 请改成手册里已有的指标，或补上 [indicator.…]。
book-no-indicator-near = { $at } 指向的指标“{ $value }”不存在，是不是“{ $near }”？
book-no-indicator-near-remedy = 请改成“{ $near }”，或补上 [indicator.{ $value }]。
book-base-and-target = { $at }：既写了 base（以名册为整体），又写了 target（以目标为整体）。
book-base-and-target-remedy = 弧长只能有一个整体，请删去其中一项。
book-no-reach = { $at } 有整体，却没有写 reach（用哪个指标量）。
book-no-reach-remedy = 请补上 reach = "指标代码"，或把 base 和 target 一并删去。
book-target = { $at } 应当是大于零的数，写成文字。
book-target-remedy = 请写作 target = "10000000"，加双引号，至多四位小数。
book-missing-review = 述评提纲缺少 { $lang } 的写法（{ $at }）。
book-missing-review-remedy = 请补上 [review.{ $lang }]；缺少时不能起草这种语言的述评。

book-one-way = { $at } 必须且只能有一种取数办法：{ $known }。
book-one-way-remedy = 数记录写 counts，算比率写 ratio，对照名册写 coverage，外部统计写 statistic。
book-key-of-another = { $at }：用 { $way } 取数的指标不用“{ $key }”。
book-key-of-another-remedy = 请删去“{ $key }”，或换一种取数办法。
book-distinct-and-sum = { $at }：distinct（去重计数）和 sum（求和）只能用一个。
book-distinct-and-sum-remedy = 请删去其中一项。
book-during-and-at-end = { $at }：during（期间发生）和 at_end（期末存量）只能用一个。
book-during-and-at-end-remedy = 请删去其中一项。
book-no-time = { $at } 没有说明按什么日期归入哪一期。
book-no-time-remedy = 期间发生的写 during = "日期列"；期末存量写 at_end = ["起始列", "截止列"]。
book-at-end = { $at } 应当是起始、截止两列的列名。
book-at-end-remedy = 请写作 at_end = ["since", "until"]。
book-currency-without-sum = { $at }：没有求和，却写了币种。
book-currency-without-sum-remedy = 请补上 sum = "amount"，或删去 currency。
book-headline = { $at } 的印证强度“{ $value }”不存在；可以写的有：{ $known }。
book-headline-remedy = 请从四级里选一级：pledged 承诺、reported 上报、confirmed 确认、verified 核实。
book-headline-near = { $at } 的印证强度“{ $value }”不存在，是不是“{ $near }”？
book-headline-near-remedy = 请改成“{ $near }”。
book-ratio-of-ratio = { $at } 指向的“{ $value }”本身已是比率。
book-ratio-of-ratio-remedy = 请用两个合计数相除；比率再相除，就看不出分母了。
book-alias-taken = “{ $value }”（{ $at }）已经是指标“{ $other }”的叫法。
book-alias-taken-remedy = 一个叫法只能指一个指标，请删去一处或写得更具体。
book-not-shipped = 程序没有自带代码为“{ $code }”的手册；自带的有：{ $known }。
book-not-shipped-remedy = 请改用其中之一，或给出手册文件的路径。

book-refused = 这份计划手册有 { $count } 处不对，没有启用。
book-refused-remedy = 请按所列逐处改好，再启用一次；账本没有任何变动。
book-none = 账本里还没有计划手册。
book-none-remedy = 请运行“concentric book adopt 文件”；自带的示例可用“concentric book show city”输出后修改。
book-unreadable = 账本里的计划手册（版本 { $version }）有 { $count } 处是这个版本的程序读不了的。
book-unreadable-remedy = 请用“concentric book show”取出，改好后重新启用。
book-reason = 随计划手册更新（{ $code }）
book-good = 没有发现问题：{ $circles } 个圈、{ $programmes } 个计划、{ $indicators } 个指标。
book-adopted = 已启用“{ $title }”：新增 { $added } 条，更新 { $changed } 条，账本现有 { $size } 条。
book-unchanged = “{ $title }”与账本里的一致，没有变动。
book-left = 手册里没有提到、但仍然有效的有：{ $codes }。
book-file-unreadable = 文件 { $path } 不是 UTF-8 文字。
book-file-unreadable-remedy = 请在编辑器里另存为 UTF-8 编码，再试一次。
