# 新建任务时的提问，界面和问答模式共用。

ask-step = { $number } / { $total }
ask-carrier = 号码属于哪家运营商？
ask-number = 号码是多少？显示时会部分隐藏，ringoff 不会自行发送。
ask-names = 你叫什么名字？号码登记在谁名下？信函里会用到。
ask-dates = 有效期至、宽限期至各是哪天？（Hotlink 拨 *100#）
ask-place = 你现在在哪里？
ask-place-no = 在运营商所在国家
ask-place-yes = 在国外
ask-route = 打算用哪种方式？
ask-advice = 建议：{ $route }。{ $why }
ask-why-unknown = 还不知道那两个日期，而向运营商申请不取决于它们。
ask-why-ended = 按你填的日期，号码只接收到{ $on }，之后已不再接收：没有什么可申请的了。
ask-why-grace = 按你填的日期，号码已不能拨打，会自行终止：可接收到{ $on }。
ask-why-later = 不管它的话，还能接收到{ $on }。若今天提交，按“审核”面板的算法，最迟{ $by }可能有答复。
ask-why-sooner = 按你填的日期，号码在{ $on }自行终止，不会晚于申请可能得到答复的日子（{ $by }）。
ask-opened = 任务已建立。接下来：找出绑定这个号码的账户
ask-scan = 扫描短信或密码的导出文件
ask-scan-note = 只在本机读取，只保留名称、次数和日期。
ask-list = 输入或粘贴名称
ask-list-note = 一行一个名称，粘贴多行就添加多个账户。
ask-tour = 怎么使用
ask-tour-note = 四小步。
ask-later = 以后再说
ask-later-note = 主界面会告诉你下一步做什么。
ask-skip = 按 Enter 跳过。
ask-next-scan = 从短信和密码中找出账户：ringoff scan 文件
