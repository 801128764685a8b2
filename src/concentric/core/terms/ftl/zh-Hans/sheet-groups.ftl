sheets-group-register = 登记：地方、单位、职务、名单
sheets-group-match = 需求与结对
sheets-group-gifts = 承诺与兑现
sheets-group-work = 项目、点位、活动
sheets-group-cases = 诉求办理
sheets-group-honours = 荣誉与创建
sheets-group-backed = 确认、核实、回头看
sheets-group-others = 其他
