step-assessed = 评分
step-named = 命名
step-accreditation-lapsed = 到期失效

state-applied = 已申报
state-assessed = 已评分
state-named = 已命名
state-accreditation-lapsed = 已失效

course-candidate-cannot-judge = 申报单位不能给自己评分、命名或续期。
course-candidate-cannot-judge-remedy = 请由经办单位或评审单位登记。
course-item-missing = 没有写明给哪一项指标评分。
course-item-missing-remedy = 请填写指标的代码。
course-already-assessed = 指标“{ $item }”已经有分数。
course-already-assessed-remedy = 要改分的，请先冲正原来的评分，再重新登记。
course-already-named = 申报单位已经命名，不再评分或重复命名。
course-already-named-remedy = 到期要保留的，请登记续期。
course-not-named = 还没有命名，不能续期，也谈不上失效。
course-not-named-remedy = 请先登记评分和命名。
course-below-threshold = 现有 { $points } 分，不到命名要求的 { $threshold } 分。
course-below-threshold-remedy = 请核对评分；分数不够的不能命名。
