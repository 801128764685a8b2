pairing-loads = 特派员 { $posts } 名，每人 { $least } 至 { $most } 家。
pairing-loads-each = 每人服务几家
pairing-loads-uneven = 户数会不如现在均衡：每人 { $least } 至 { $most } 家。
pairing-loads-even = 户数同样均衡：每人 { $least } 至 { $most } 家。
pairing-load = 服务 { $count } 家
pairing-gains = 总分反而多 { $gain } 分：有的规则先于分数。
pairing-gains-too = 总分也多 { $gain } 分。
pairing-covers-fewer = 会多出 { $count } 个没有配上。
pairing-covers-more = 会多 { $count } 个配上。
pairing-given-up = 这两家要放开的：
pairing-free = 不再限定
pairing-freed = 不再限定：
pairing-turn = 与现有结对相比
pairing-turn-stood = 现有
pairing-turn-kept = 延续
pairing-turn-parted = 不再延续
pairing-turn-arrived = 首次有伙伴
pairing-turn-more = 原有伙伴的新增结对
pairing-more-parted = 共 { $count } 对，全部记在账本里。
pairing-set = 手工设定一对
pairing-set-about = 填编号或名称。先给出代价和受影响的各方，保留之前什么都不变。要调整到别家，选“固定这一对”并填新伙伴。
pairing-set-how = 做什么
pairing-set-try = 试一试
pairing-set-more = 再设一对
pairing-hand-took = 重新计算用了 { $ms } 毫秒
pairing-hand-unknown = { $count ->
    [0] 这次结果里没有“{ $text }”。
   *[other] 这次结果里有 { $count } 家叫“{ $text }”。
 }
pairing-hand-unknown-remedy = 填编号；结对表里列有全部编号。
pairing-next-post = { $name }还可以服务谁
match-change-post-vacant = 岗位已无人担任
match-why-no-pair = { $number } 里没有 { $pair } 这一对。
match-why-no-pair-remedy = concentric pair show 列有全部结对。
match-kept-pairs = 延续加 { $bonus } 分时，现有 { $of } 对里延续 { $kept } 对；再少就不到 { $wished } 对。
match-kept-fewer = 延续不了 { $wished } 对：现有 { $of } 对里至多能延续 { $kept } 对（延续加 { $bonus } 分时）。
