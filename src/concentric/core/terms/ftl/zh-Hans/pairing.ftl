pairing-side-supporters = 帮扶方
pairing-side-recipients = 受帮扶方

pairing-not-a-matrix = 匹配分值应是二维表，实际是 { $dimensions } 维。
pairing-not-a-matrix-remedy = 请给出每行一个帮扶方、每列一个受帮扶方的表。
pairing-not-numbers = 匹配分值不是数字。
pairing-not-numbers-remedy = 请只填整数。
pairing-not-finite = 有 { $count } 个分值不是有限的数（空缺或无穷大）。
pairing-not-finite-remedy = 请补上这些分值；不允许的配对请不要列出，不要写成无穷小。
pairing-not-whole = 有的分值不是整数。
pairing-not-whole-remedy = 请先把分值统一乘以 10、100 等，再取整数：这里从不四舍五入。
pairing-overflow = 有的分值超出范围（绝对值最大 { $most }）。
pairing-overflow-remedy = 请把各项权重按同一比例调小。
pairing-total-overflow = 分值的范围乘以配对数过大，无法精确计算。
pairing-total-overflow-remedy = 请把各项权重按同一比例调小。
pairing-empty-side = { $side ->
    [supporters] 帮扶方一个也没有。
   *[recipients] 受帮扶方一个也没有。
 }
pairing-empty-side-remedy = 请先登记两方，再进行匹配。
pairing-amounts-size = { $side ->
    [supporters] 帮扶能力应有 { $count } 个数，每个帮扶方一个。
   *[recipients] 需要的帮扶方数应有 { $count } 个数，每个受帮扶方一个。
 }
pairing-amounts-size-remedy = 请一方一个，按同样的顺序给出。
pairing-negative-amount = { $side ->
    [supporters] 帮扶能力不能是负数（第 { $at } 个帮扶方）。
   *[recipients] 需要的帮扶方数不能是负数（第 { $at } 个受帮扶方）。
 }
pairing-negative-amount-remedy = 暂不参加的请填 0。
pairing-bad-listing = 配对清单的几个数组长度对不上。
pairing-bad-listing-remedy = 请按 CSR 格式给出：indptr 比行数多一个，从 0 开始、不减，末尾等于 indices 和 data 的长度。
pairing-index-outside = 清单里有的列号不存在（应为 0 到 { $most }）。
pairing-index-outside-remedy = 请检查 indices 与 shape。
pairing-listed-twice = 帮扶方 { $supporter } 与受帮扶方 { $recipient } 列了两次。
pairing-listed-twice-remedy = 每一对只列一次。
