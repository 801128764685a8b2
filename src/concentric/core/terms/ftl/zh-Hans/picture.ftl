# The concentric picture: the ladder's four rungs, each with the one who says so, and how to read the drawing.
picture-pledged = 承诺
picture-pledged-by = 供方说要给
picture-reported = 上报
picture-reported-by = 供方或本办说给了
picture-confirmed = 确认
picture-confirmed-by = 受方说收到了
picture-verified = 核实
picture-verified-by = 无关第三方看过了
picture-key = 环是圈，弧是计划，弧长为覆盖；一小格是一个村、一件事或一处点位，外缘短线为文中所印。
picture-root = 账本根
picture-root-of = 账本根，{ $date }
