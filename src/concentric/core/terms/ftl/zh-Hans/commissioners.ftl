# 特派员：规则容不下的情形，各人户数。
match-no-commissioners = 没有人担任名称含“{ $posts }”的岗位，无人可派。
match-no-commissioners-remedy = 先录入岗位和任职，或在规则里改用别的岗位名称。
match-nobody-allowed = 按规则没有人可以派往 { $members }：同区域内没有特派员，或者都被设为不派。
match-nobody-allowed-remedy = 放宽区域，取消其中一对的“不派”，或在当地增设一名。
match-posts-full = 这些规则互相冲突：{ $members }（共 { $count } 家）只能由 { $posts } 服务，每人最多 { $most } 家，合计只能服务 { $room } 家，还有 { $over } 家没有人。
match-posts-full-remedy = 在当地增派一名，调高每人上限，或放宽可派的范围。
match-below-least = { $posts } 不足每人 { $least } 家，区域和手工设定没有留下别的可派。
match-below-least-remedy = 调低下限，放宽区域，或撤销一对手工设定。
match-listed-twice = 名册 { $roster } 上有 { $count } 家重复（{ $members }），各按一家计算。
match-listed-twice-remedy = 把名册上多余的行划去。
