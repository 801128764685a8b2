step-signed = 签约
step-increased = 增资
step-started = 开工
step-arrived = 资金到位
step-project-confirmed = 属地确认
step-producing = 投产
step-at-capacity = 达产
step-project-ended = 终止

state-lead = 线索
state-signed = 已签约
state-started = 已开工
state-producing = 已投产
state-at-capacity = 已达产
state-project-ended = 已终止

course-not-signed = 这个项目还没有签约，不能登记开工、增资或资金到位。
course-not-signed-remedy = 请先登记签约，写明合同金额。
course-already-signed = 这个项目已经签约；一个项目只算一次。
course-already-signed-remedy = 再次参加签约活动的，请登记签约活动；合同增加的，请登记增资，只填增加的部分。
course-stage-not-later = 项目已经到了这个阶段或更后面的阶段。
course-stage-not-later-remedy = 不用重复登记；登错了的，请先冲正登错的那一步。
course-step-is-no-stage = 第 { $of } 步既不是项目阶段，也不是资金到位。
course-step-is-no-stage-remedy = 请填写签约、开工、投产、达产或资金到位那一步的编号。
course-confirmed-above-arrived = 第 { $of } 步填报到位 { $arrived }，不能确认为 { $confirmed }。
course-confirmed-above-arrived-remedy = 请核对数目；确实多于填报数的，请先冲正到位那一步，再按实际数登记。
course-arrival-not-confirmed = 第 { $of } 步的资金到位还没有人确认，不能核实。
course-arrival-not-confirmed-remedy = 请先由项目属地确认到位了多少，再请第三方核实。
