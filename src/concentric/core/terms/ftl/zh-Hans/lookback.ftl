command-lookback = 安排回头看，按公开的号码抽取，汇总结果

lookback-no-such-plan = 工作手册里没有回头看计划“{ $code }”；有这些：{ $known }
lookback-not-a-take = “{ $text }”既不是数字，也不是“名称=数字”。
lookback-no-such-frame = 没有编号为 { $number } 的抽样名单。
lookback-no-such-draw = 没有编号为 { $number } 的抽取。
lookback-planned = { $number }，从 { $on } 起
lookback-planned-count = 安排了 { $count } 次回头看。
lookback-frame = 抽样名单 { $number } 共 { $count } 件。摘要：{ $digest }
lookback-frame-publish = 请在 { $day } 以前，把这个摘要公布到本单位以外：{ $source }。号码公布后再抽取。
lookback-drawn = 抽取 { $number }：安排了 { $count } 次回头看。种子：{ $seed }
lookback-stratum = { $stratum }：抽取 { $drawn } 件，保持良好 { $holds } 件（{ $share }%）；全部 { $size } 件中保持良好的在 { $low }% 到 { $high }% 之间
lookback-stratum-undrawn = { $stratum }：{ $size } 件中没有抽取
lookback-overall = 总体估计（各层按件数加权）：{ $share }%
lookback-no-overall = 没有总体估计：有的层没有抽取。
lookback-waiting = 还有 { $count } 次回头看没有结果；有结果以前，按“没有保持”计算。
lookback-repeats = 用名单（{ $digest }）和公开的号码可以重现这次抽取。
lookback-repeats-not = 用名单（{ $digest }）和公开的号码不能重现这次抽取：有内容被改动过。

draw-frame-empty = 没有可以抽取的：名单是空的，或者没有要抽的件数。
draw-frame-empty-remedy = 请核对选了哪些事项，以及每一层要抽几件。
draw-takes-too-many = 要从“{ $stratum }”这一层抽 { $take } 件，但它只有 { $held } 件。
draw-takes-too-many-remedy = 请填写 0 到 { $held } 之间的数；层的名称要与名单一致。
draw-item-twice = { $item } 在名单里出现了两次。
draw-item-twice-remedy = 请去掉一个：每件只能抽到一次。
draw-number-missing = 没有填写公开的号码。
draw-number-missing-remedy = 请照公布的原样填写。
draw-number-already-out = 公开的号码在 { $day } 公布，而今天是 { $today }：固定名单时号码已经可以知道了。
draw-number-already-out-remedy = 请另选一个今天以后才公布的号码，例如下一周的彩票开奖号码。
draw-number-not-out = 公开的号码在 { $day } 公布，填写的日期是 { $given }，今天是 { $today }。
draw-number-not-out-remedy = 请等号码公布以后，再填写公布的日期。
draw-drawn-already = 抽样名单 { $number } 已经抽取过。
draw-drawn-already-remedy = 要再抽取的，请另外固定一份名单：换一个号码就等于再挑一次。
draw-no-such-stratum = 不能按“{ $field }”分层。
draw-no-such-stratum-remedy = 请从这些里选一个：{ $known }。
