command-doubles = 列出可能重复登记的，并把它们合并

same-suspected = { $kind }：{ $numbers }（{ $reporters } 个填报单位）
same-suspected-count = { $count ->
    [0] 没有看起来重复登记的。
   *[other] 有 { $count } 组可能各是同一件事；确是同一件的，请用 `concentric doubles join` 合并。
}
same-joined = { $number } 从此按 { $representative } 计算。
same-parted = { $number } 重新单独计算。
same-no-such-number = 没有编号为 { $number } 的这类记录。
same-not-joined = { $number } 没有与别的记录合并。

same-thing = 不能与自己合并。
same-thing-remedy = 请填写两条记录的编号。
same-not-of-one-kind = 这两条不能作为“{ $kind }”合并：类别不同，或者有一条在这里无效。
same-not-of-one-kind-remedy = 请核对两个编号；已作废的本来就不计算。
same-thing-is-joined = 不再计算的那一条，已经与别的记录合并。
same-thing-is-joined-remedy = 一条记录只能并入一条；要换，请先把它分开。
same-representative-is-joined = 要代表两者的那一条，已经与别的记录合并。
same-representative-is-joined-remedy = 请与那条记录合并，或先把它们分开。
same-thing-represents = 不再计算的那一条，已经代表着别的记录。
same-thing-represents-remedy = 请反过来合并，或先把那些分开。
