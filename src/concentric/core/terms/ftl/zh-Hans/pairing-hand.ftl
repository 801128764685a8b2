pairing-loads = 特派员 { $posts } 名，每人 { $least } 至 { $most } 家。
pairing-loads-each = 每人服务几家
pairing-loads-uneven = 户数会不如现在均衡：每人 { $least } 至 { $most } 家。
pairing-loads-even = 户数同样均衡：每人 { $least } 至 { $most } 家。
pairing-load = 服务 { $count } 家
pairing-gains = 总分反而多 { $gain } 分：有的规则先于分数。
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
match-why-at-least = 改为 { $recipient } 配 { $supporter }：这一对 { $worth } 分，整体至少少 { $at_least } 分。
match-why-exactly = { $uncovered ->
    [0] 改为 { $recipient } 配 { $supporter }：这一对 { $worth } 分，整体少 { $cost } 分。
   *[other] 改为 { $recipient } 配 { $supporter }：这一对 { $worth } 分，多 { $uncovered } 家没有配上，总分变动 { $cost } 分。
 }
