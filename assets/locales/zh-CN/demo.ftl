# 示例数据。

demo-label = 吉隆坡保号卡
demo-old-label = 旧学生卡
demo-agent = 7 号客服
demo-note = 会去问用哪张表
