# 单位的规模。
column-organisation-size = 规模
column-organisation-size-aliases = 企业规模|规模类型|村规模
column-organisation-size-note = 大型、中型、小型、微型：企业按统计上的划型，村由办公室认定。不清楚的留空。
choice-size-large = 大型|大|大型企业|大型村|特大型
choice-size-medium = 中型|中|中型企业|中型村
choice-size-small = 小型|小|小型企业|小型村
choice-size-micro = 微型|微|微型企业
views-column-size-class = 规模
views-column-size-class-means = 规模类型：大型、中型、小型、微型；没有人说过的为空。
pages-field-size-class = 规模
pages-value-organisation-size_class-large = 大型
pages-value-organisation-size_class-medium = 中型
pages-value-organisation-size_class-small = 小型
pages-value-organisation-size_class-micro = 微型
pairing-rule-size = 规模每差一档少
pairing-part-size = 规模（差 { $classes } 档）
match-size-used = { $side ->
    [supporters] 有 { $count } 个帮扶方没有填规模
   *[recipients] 有 { $count } 个受助方没有填规模
 }，按已填各家的中间一档（{ $class ->
    [large] 大型
    [medium] 中型
    [small] 小型
   *[micro] 微型
 }）计算。
match-size-used-remedy = 在单位表或村表里补上规模后再匹配，结果会更贴合需要。
match-no-sizes = { $side ->
    [supporters] 规则要看规模，可没有一个帮扶方填了规模。
   *[recipients] 规则要看规模，可没有一个受助方填了规模。
 }
match-no-sizes-remedy = 至少补上一部分的规模，或在规则里去掉 size。
