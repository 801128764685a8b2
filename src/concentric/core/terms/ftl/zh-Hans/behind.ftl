# 还在计算的新条目
behind-entries = 另有 { $count } 条新录入的还在计算，这里显示的是此前的情况。
behind-show = 现在就看（要等一会儿）
