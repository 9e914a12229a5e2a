# 导出文件里的文字。

export-title = { $label }：证据材料
export-stage = 截至{ $date }：{ $stage }。
export-next = 下一步：{ $next }
export-open = 仍未完成的必需项
export-files = 文件校验值
export-applications = 申请
export-working = 日期如何推算
export-carrier = 运营商
export-what = 事项
export-when = 时间
export-size = 字节数
export-print = SHA-256
export-attached = 附加日期
export-window = 最早 – 最晚

export-closing = 结案摘要
