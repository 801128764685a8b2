# 表格上方的计量单位，表格下方的落款和附注。
sheets-unit = 单位|金额单位|计量单位|货币单位
sheets-sender = 填报单位|报送单位|上报单位|填表单位|填报部门|报送部门
sheets-remark = 注|备注|附注|说明|填表说明|填报说明|填表人|填报人|制表人|制表|经办人|经办|审核人|审核|复核|负责人|单位负责人|主要负责人|分管领导|联系人|联系电话|电话|填表日期|填报日期|制表日期|填报时间|填表时间|填报单位|填表单位|数据来源|盖章
sheet-unit-above = 标题里没有写单位的金额，按表格上方的“单位：{ $unit }”读取。
sheet-unit-above-remedy = 请核对数额；不对时，请在标题中写明单位，例如 金额（元）。
row-remark = 这一行是附注或落款，已略过。
row-remark-remedy = 不需要处理。
sheet-rows-hidden =
    { $count ->
        [one] 第 { $rows } 行在文件里是隐藏的，照样读入。
       *[other] 有 { $count } 行在文件里是隐藏的（第 { $rows } 行），照样读入。
    }
sheet-rows-hidden-remedy = 不该算进去的行，请先删去再导入。
tray-unread = 不读：{ $heading }
sheet-unit-unclear = “{ $heading }”括号里的“{ $unit }”带有“万”或“亿”，但认不出是什么单位；没有读入。
sheet-unit-unclear-remedy = 请写成“（万元）”或“（亿元）”，再导入。
