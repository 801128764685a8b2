command-erase = 永久删除密封内容（姓名、电话）
erase-done = { $about } 的 { $count } 项密封内容已删除，“concentric verify”会记作依法删除。存有它的备份和归档请自行处理。
erase-nothing = { $about } 没有这项内容，或者早已删除。
erase-no-such-thing = 没有 { $about }；请写 KIND:NUMBER，如 case:C12 或 organisation:V001。
erase-needs-reason = 说不清缘由的删除与篡改无异：请写明原因。
ledger-not-sealed = “{ $field }”不是 { $kind } 的密封内容；密封的有：{ $sealed }。
ledger-not-sealed-remedy = 公开或内部的内容用新版本更正，旧版本仍可查阅。
