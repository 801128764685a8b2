step-opened = 建成启用
step-site-started = 开工建设
step-site-confirmed = 确认启用
step-site-closed = 停用

state-building = 建设中
state-opened = 已启用
state-site-planned = 规划中
state-site-closed = 已停用

course-already-started = 这个站点已经登记开工。
course-already-started-remedy = 不用重复登记；下一步是建成启用。
course-already-opened = 这个站点已经登记启用。
course-already-opened-remedy = 不用重复登记；改造后重新启用的，请登记一个新的站点。
course-not-opened = 这个站点还没有启用，不能确认、提出异议或核实。
course-not-opened-remedy = 请先登记建成启用，再由管理单位确认。
