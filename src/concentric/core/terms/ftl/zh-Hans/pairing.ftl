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
pairing-amounts-not-whole = { $side ->
    [supporters] 帮扶能力不全是整数。
   *[recipients] 需要的帮扶方数不全是整数。
 }
pairing-amounts-not-whole-remedy = 请填每一方最多结对几个，用不小于 0 的整数。
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

pairing-cannot-pair = 有 { $count } 处错误，无法匹配。
pairing-cannot-pair-remedy = 请逐条改正，再重新匹配。
pairing-duplicate-id = { $side ->
    [supporters] 帮扶方编号 { $id } 重复。
   *[recipients] 受帮扶方编号 { $id } 重复。
 }
pairing-duplicate-id-remedy = 每个单位只列一次，编号不能相同。
pairing-bad-code = 编号 { $id } 的地区代码 { $code } 不是六位县级代码。
pairing-bad-code-remedy = 请填写国家标准（GB/T 2260）的六位代码，例如 450225。
pairing-negative-category = 编号 { $id } 的帮扶类别里有负数。
pairing-negative-category-remedy = 没有的类别请填 0。
pairing-no-categories = { $side ->
    [supporters] 有 { $count } 个帮扶方没有填写能提供的帮扶类别，只能按距离和规模匹配。
   *[recipients] 有 { $count } 个受帮扶方没有填写需要的帮扶类别，只能按距离和规模匹配。
 }
pairing-no-categories-remedy = 补上类别后再匹配，结果会更贴合需要。
pairing-points-not-whole = 规则里的“{ $name }”不是整数。
pairing-points-not-whole-remedy = 请填整数：这里从不四舍五入。
pairing-negative-points = 规则里的“{ $name }”是负数。
pairing-negative-points-remedy = 请填 0 或正整数。
pairing-too-far = 距离分递减得太慢：超过 { $km } 公里还有分。
pairing-too-far-remedy = 请调大每公里减分，或调小距离满分。
pairing-unknown-region = 不认识的地区范围：{ $value }。
pairing-unknown-region-remedy = 请选县、市或省，或者不限。
pairing-points-overflow = 各项分值加起来可能超出范围（应小于 { $most }）。
pairing-points-overflow-remedy = 请把各项权重按同一比例调小。
pairing-column-size = { $side ->
    [supporters] 帮扶方的“{ $column }”大小不对，应为 { $wanted }。
   *[recipients] 受帮扶方的“{ $column }”大小不对，应为 { $wanted }。
 }
pairing-column-size-remedy = 每个单位一行，每个类别一列，并与权重的个数一致。
pairing-column-not-numbers = “{ $column }”一栏不是数字（{ $side ->
    [supporters] 帮扶方
   *[recipients] 受帮扶方
 }）。
pairing-column-not-numbers-remedy = 请只填整数。
pairing-column-not-finite = 编号 { $id } 的“{ $column }”空缺或无穷大。
pairing-column-not-finite-remedy = 请补上这个数。
pairing-column-not-whole = “{ $column }”一栏里有小数（{ $side ->
    [supporters] 帮扶方
   *[recipients] 受帮扶方
 }）。
pairing-column-not-whole-remedy = 请改成整数：这里从不四舍五入。
pairing-bad-coordinate = 编号 { $id } 的经纬度超出范围。
pairing-bad-coordinate-remedy = 纬度在 -90 到 90 之间，经度在 -180 到 180 之间；请检查是否填反。
pairing-no-coordinates = 地区 { $code } 有单位缺经纬度，也没有县城中心的坐标可用。
pairing-no-coordinates-remedy = 请补上单位的经纬度，或该县中心的坐标；不计距离的，请把距离满分设为 0。
pairing-centre-used = { $side ->
    [supporters] 有 { $count } 个帮扶方缺经纬度，按所在县的中心计算距离。
   *[recipients] 有 { $count } 个受帮扶方缺经纬度，按所在县的中心计算距离。
 }
pairing-centre-used-remedy = 补上经纬度后再匹配，距离会更准。
pairing-unknown-pair = { $which ->
    [pinned] 指定的配对
   *[forbidden] 禁止的配对
 } { $supporter } 与 { $recipient }：有一方不在名单里。
pairing-unknown-pair-remedy = 请检查编号，或删去这一对。
pairing-last-year-gone = 去年的配对中有 { $count } 对，今年有一方不在名单里。
pairing-last-year-gone-remedy = 这些配对不再加分；如果是漏登，请先补登。

pairing-check-size = 证书与这批单位的数目对不上。
pairing-check-size-remedy = 请用当时的名单核对。
pairing-check-twice = 证书里同一对列了两次。
pairing-check-twice-remedy = 证书不成立，请索取原件。
pairing-check-supporter-full = 证书里有帮扶方超出了能力。
pairing-check-supporter-full-remedy = 证书不成立，请索取原件。
pairing-check-recipient-full = 证书里有受帮扶方超出了需要的帮扶方数。
pairing-check-recipient-full-remedy = 证书不成立，请索取原件。
pairing-check-price = 证书里有负的或不是整数的价格。
pairing-check-price-remedy = 证书不成立，请索取原件。
pairing-check-large = 证书里的价格太大，无法精确相加。
pairing-check-large-remedy = 证书不成立，请索取原件。
pairing-check-forbidden = 证书里有规则不允许的配对。
pairing-check-forbidden-remedy = 请核对规则是否就是当时的规则。
pairing-check-bound = 证书自相矛盾：配对的得分超过了价格证明的上限。
pairing-check-bound-remedy = 证书不成立，请索取原件。
pairing-check-pin-missing = 证书里缺少指定的配对。
pairing-check-pin-missing-remedy = 请核对规则是否就是当时的规则。

pairing-too-wide = “{ $column }”一栏的数或地区的个数过大（应小于 { $most }）。
pairing-too-wide-remedy = 请换用较小的单位，例如规模用等级，不用人数。

pairing-not-a-certificate = 这个文件不是匹配证书，或者已经损坏。
pairing-not-a-certificate-remedy = 请索取原文件。
pairing-other-rules = 这份证书是按别的规则做的。
pairing-other-rules-remedy = 请用当时的规则核对。
pairing-other-lists = 这份证书是为别的名单做的。
pairing-other-lists-remedy = 请用当时的名单核对。
pairing-pinned-and-forbidden = 规则冲突：{ $supporter } 与 { $recipient } 既指定配对，又禁止配对。
pairing-pinned-and-forbidden-remedy = 请删去其中一条。
pairing-pinned-over-capacity = 规则冲突：{ $id } 只能帮扶 { $takes } 个，却指定了：{ $pairs }。
pairing-pinned-over-capacity-remedy = 请删去其中一对，或调高帮扶能力。
pairing-pinned-over-demand = 规则冲突：{ $id } 只要 { $takes } 个帮扶方，却指定了：{ $pairs }。
pairing-pinned-over-demand-remedy = 请删去其中一对，或调高需要的帮扶方数。

pairing-check-quota = 证书里的配对不符合名额规定。
pairing-check-quota-remedy = 请核对规则是否就是当时的规则。
pairing-quotas-overlap = 名额“{ $name }”与“{ $other }”的范围部分重叠，无法精确求解。
pairing-quotas-overlap-remedy = 请让两个范围一个包含另一个，或者互不相交，例如都按行政区划分。
pairing-quota-bounds = 名额“{ $name }”没有写上限或下限，或者是负数。
pairing-quota-bounds-remedy = 请写“至多”或“至少”，填 0 或正整数。
pairing-quota-crossed = 规则冲突：名额“{ $name }”至少 { $least }，却至多 { $most }。
pairing-quota-crossed-remedy = 请改其中一个数。
pairing-quota-stranger = 名额“{ $name }”里的 { $id } 不在名单上。
pairing-quota-stranger-remedy = 请检查编号。
pairing-quota-empty = 名额“{ $name }”的范围里一个单位也没有。
pairing-quota-empty-remedy = 请检查地区代码或成员名单。
pairing-quota-side = 名额“{ $name }”没有写明管帮扶方还是受帮扶方；同时管两方的名额无法精确求解。
pairing-quota-side-remedy = 请选一方；要同时管两方，请拆成两条。
pairing-quota-twice = 有两条名额都叫“{ $name }”。
pairing-quota-twice-remedy = 请各取一个名字。
pairing-pinned-over-quota = 规则冲突：名额“{ $name }”至多 { $most }，指定的配对却有 { $count } 对。
pairing-pinned-over-quota-remedy = 请删去一些指定的配对，或调高名额。
pairing-conflict = 有 { $count } 条规则合在一起无法满足；去掉其中任何一条，其余就能满足。
pairing-conflict-remedy = 请放宽下列规则之一。
pairing-conflict-at-least = 名额“{ $name }”：至少 { $count }。
pairing-conflict-at-least-remedy = 可以调低这个数。
pairing-conflict-at-most = 名额“{ $name }”：至多 { $count }。
pairing-conflict-at-most-remedy = 可以调高这个数。
pairing-conflict-pinned = 指定配对：{ $supporter } 与 { $recipient }。
pairing-conflict-pinned-remedy = 可以取消指定。
pairing-conflict-forbidden = 禁止的配对。
pairing-conflict-forbidden-remedy = 可以取消其中一些。
pairing-conflict-within = 只在本地区内配对。
pairing-conflict-within-remedy = 可以放宽到上一级地区。
pairing-conflict-minimum = 配对的最低分。
pairing-conflict-minimum-remedy = 可以调低最低分。
