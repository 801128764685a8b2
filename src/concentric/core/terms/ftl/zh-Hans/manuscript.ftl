# The text of an annual review: what is wrong in its source, and what to do.
manuscript-no-title = 正文没有标题。
manuscript-no-title-remedy = 请在第一行写“# ”加标题，例如：# 三个圈，一年账。
manuscript-tag = 看不懂“{ $tag }”。
manuscript-tag-remedy = 正文里只能引用指标，写法是：figure "指标代码"，外面加两层花括号。指标代码见“指标”页。
manuscript-option = 指标引用没有“{ $option }”这一项。
manuscript-option-remedy = 可用的有：{ $options }。
manuscript-option-value = “{ $option }”不能是“{ $value }”。
manuscript-option-value-remedy = style 取 published 或 plain；rung 取 pledged、reported、confirmed 或 verified；of 取 value 或 denominator；place 取六、九或十二位区划代码。
manuscript-braces = 花括号“{ $braces }”没有配对。
manuscript-braces-remedy = 一个引用要以两个左花括号开始，以两个右花括号结束，中间不换段。
manuscript-markup = 正文里有网页标记“{ $markup }”，会原样印出。
manuscript-markup-remedy = 请删去标记，只留文字。标题用“## ”，注释用“> ”。
manuscript-unbound = “{ $reference }”没有可印的数。
manuscript-unbound-remedy = 请核对指标代码是否在计划手册里，或者改写这句话，不引用这个数。
