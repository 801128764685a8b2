desk-only = 这一页只在存放账本的机器上可用
desk-only-remedy = 请在那台机器上打开，或用命令办理。别处的读者只能看。
