# 命令行。

cli-about = 注销手机号，绑定的账户一个不丢。
cli-usage = 用法：
cli-heading-commands = 命令
cli-heading-options = 选项

cli-do-new = 新建销号任务并输出其 id
cli-do-cases = 列出所有任务，最近的日期在前
cli-do-status = 任务进展
cli-do-show = 任务的全部内容
cli-do-next = 现在该做的一件事
cli-do-line = 号码信息：查看或填写
cli-line-fact = { $name }：{ $value }
cli-do-check = 标为已完成：precondition:arrears、document:identity、account:maybank
cli-do-uncheck = 改为未完成
cli-do-waive = 跳过并写明原因
cli-do-account = 绑定该号码的账户
cli-do-channels = 怎么联系运营商，包括从国外
cli-account-add = 添加账户
cli-account-set = 设置绑定状态
cli-account-remove = 从列表移除
cli-account-list = 列出账户
cli-account-how = 怎么在那里换号码
cli-account-no-how = 没有读到说明“{ $name }”怎么换号码的页面。
cli-account-no-address = 没有“{ $name }”的页面网址。
cli-account-unknown = “{ $name }”既不在任务里，也不在 ringoff 认识的账户里。
cli-account-taken-for = “{ $name }”按“{ $other }”处理。
cli-account-own-words = ringoff 不认识“{ $name }”，已按你的叫法列出，类别是“{ $kind }”。要注明类别：先 `ringoff undo`，再用 `--kind` 添加。
cli-account-own-words-many = 其中 { $count } 个名称 ringoff 不认识，已按你的叫法列出（{ $names } 等）。要给某个注明类别：先用 `ringoff account remove` 去掉，再用 `--kind` 添加。
cli-account-which = “{ $name }”可能是：{ $other }。
cli-account-which-hint = 请写明是哪一个；加上 `--kind` 就按你的叫法添加。
cli-account-none = 还没有列出账户。
cli-do-contact = 联系运营商的记录
cli-contact-add = 记录一次通话、聊天、留言或到访
cli-do-document = 材料的附件
cli-document-attach = 附上文件：只记录路径、大小和校验值
cli-document-verify = 检查附件是否还在、是否有变
cli-do-submit = 提交申请
cli-do-outcome = 记录运营商的审核结果
cli-do-obstacle = 遇到的问题
cli-obstacle-open = 记录遇到的问题：owner-unreachable、disputed-amount、registration、no-answer
cli-obstacle-resolve = 标为已解决
cli-do-history = 做过的一切
cli-do-undo = 撤销任务的上一次改动
cli-do-redo = 重做刚撤销的改动
cli-do-playbook = 运营商流程
cli-playbook-list = 列出可用的流程
cli-playbook-check = 列出流程文件的所有问题
cli-do-demo = 用示例数据打开主界面；不读也不写

cli-flag-file = 使用的进度文件（RINGOFF_FILE）
cli-flag-case = 指定任务
cli-flag-json = 输出一个 JSON 对象
cli-flag-lang = 语言：en、zh-CN、ms（RINGOFF_LANG）
cli-flag-no-input = 不作任何询问
cli-flag-color = 主界面颜色：auto、always、never
cli-flag-help = 帮助
cli-flag-version = 版本

cli-arg-playbook = 运营商流程：`ringoff playbook list` 里的 id
cli-arg-label = 任务的名称
cli-arg-number = 手机号码，最好带 + 和国家代码
cli-arg-holder = 号码登记在谁名下
cli-arg-own-name = 你自己的姓名，会写进信函
cli-arg-reply-to = 信函里请对方回复的地址
cli-arg-abroad = 你在国外：信函会说明无法到门店办理
cli-arg-from-abroad = 列出境外可用的方式（不论号码信息怎么填）
cli-arg-class = 登记类别：citizen（公民）、resident（永久居民）、work（工作准证）、student（学生准证）、tourist（游客）
cli-arg-registered = 登记的日期
cli-arg-active-until = 有效期至：能拨打和发送的最后一天
cli-arg-grace-until = 宽限期至：能接收的最后一天
cli-arg-credit = 余额，写法不限
cli-arg-forget = 改为未知的信息：number、holder、name、reply-to、class、registered、active-until、grace-until、last-used、credit、abroad
cli-arg-route = apply：向运营商申请；lapse：让其到期；port：携号转网；keep：继续保号
cli-arg-all = 所有任务，包括已归档的
cli-arg-line = 一行简短状态，用于状态栏
cli-arg-item = kind:id，见 `ringoff show`
cli-arg-settled = 曾有欠费且已结清：需要付款凭证
cli-arg-reason = 原因，会保留
cli-arg-name = 名称
cli-arg-kind = 账户类别：bank、payment、government、email（邮箱、登录、云）、messaging、social、shopping、travel、game（游戏、影视、音乐）、other
cli-arg-note = 备注；不要写密码、验证码或证件号
cli-arg-state = to_do、started、waiting、moved、closed 或 unsure
cli-arg-to = 现在绑定的号码
cli-arg-wait-until = 等待答复到哪一天；只用于 waiting
cli-arg-sort = danger（丢了损失最大的在前）、seen（最近有消息的在前）或 name
cli-arg-channel = 渠道，用 `ringoff channels` 显示的 id 或名称：hotline、website……
cli-arg-on = 日期；默认今天
cli-arg-agent = 客服姓名或工号
cli-arg-asked = 问了什么：application（这次申请）才算催问过；other（别的事）和 nobody（没有联系上）不算
cli-arg-reference = 受理编号
cli-arg-promised = 承诺答复的日期
cli-arg-answer-by = 预计答复的日期
cli-arg-path = 文件
cli-arg-anyway = 有必需项未完成也提交；须加 --reason
cli-arg-verdict = approved 或 rejected
cli-arg-obstacle = 哪个问题
cli-arg-follow-up = 何时再跟进

cli-no-such-command = 没有命令 `{ $given }`。
cli-no-such-flag = 这里没有选项 `{ $given }`。
cli-missing = 缺少：{ $what }
cli-needs-value = `{ $what }` 需要一个值。
cli-bad-value = { $what } 的值 `{ $given }` 无效：{ $valid }
cli-twice = `{ $what }` 重复。
cli-hint-equals = 以连字符开头的日期写在 `=` 后面：`--used=-1w`
cli-no-channel = 这份流程里没有渠道 `{ $given }`。
cli-hint-channels = 可用的渠道：{ $names }
cli-hint-help = 详见 `ringoff --help`。
cli-hint-new = 用 `ringoff new` 新建。
cli-hint-sync = 旁边还有同步用的仓库：{ $place }。用 `ringoff sync` 可从中取回进度文件。
cli-hint-due = 有任务时会用它所属流程的规定：`ringoff new`。
cli-hint-due-days = 请自行给出工作日数，例如 --days 3..7。
cli-hint-opened = 已新建任务。`ringoff` 查看，`ringoff next` 告诉你下一步。
cli-hint-blocked = 未完成：{ $items }。加 `--anyway --reason 原因` 仍可提交。
cli-hint-item-precondition = `ringoff check precondition:{ $id }` 勾选它；`ringoff document attach document:…` 附上材料。
cli-hint-item-account = `ringoff account set { $id } moved`（或 closed、unsure 等）说明它的状态；`ringoff account remove { $id }` 把它从列表中去掉。
cli-hint-item-contact = `ringoff contact kept { $id }` 表示承诺已兑现。
cli-hint-item-obstacle = `ringoff obstacle resolve { $id }` 表示障碍已排除。
cli-hint-item-application = `ringoff outcome approved` 或 `rejected` 记下答复，`--file` 附上运营商发来的文件。
cli-hint-item-line = `ringoff line` 列出并修改这些资料。
cli-no-case = 还没有销号任务。
cli-which = 任务：{ $id }（{ $label }）
cli-next = 下一步：{ $next }
cli-line = { $label }：{ $stage } { $done }/{ $total }
cli-line-review = { $label }：{ $stage } { $done }/{ $total }，最晚{ $date }
cli-status-next = {"  "}下一步：{ $next }
cli-status-count = { $what } { $done }/{ $total }
cli-status-review = {"  "}{ $submitted }提交；最早{ $earliest }；最晚{ $latest }
cli-undone = 已撤销：{ $what }
cli-redone = 已重做：{ $what }
cli-verify-same = { $item }  { $path }：没有变化
cli-verify-changed = { $item }  { $path }：附上之后有改动
cli-verify-gone = { $item }  { $path }：文件不见了
cli-verify-unreadable = { $item }  { $path }：无法读取
cli-verify-nothing = 没有附件。
cli-playbook-fine = { $file }：没有问题
cli-playbook-abroad = 没有说明人在国外能否使用：{ $channels }。有页面依据时，请在渠道里写上 `abroad: (reach: yes, sources: […])`；没有依据就写 `abroad: (reach: unknown)`。

cli-examples =
    示例
      ringoff                                   打开主界面
      ringoff demo                              用示例数据打开
      ringoff new --label "吉隆坡保号卡"        新建销号任务
      ringoff next                              现在该做什么
      ringoff check precondition:arrears        勾选
      ringoff account add Maybank --kind bank   添加绑定该号码的账户
      ringoff status --line                     一行状态，用于状态栏
cli-exit-codes =
    退出码：0 正常 · 1 失败 · 2 用法错误 · 3 进度文件无法读取 · 4 被锁定或被别处修改 · 5 当前不允许 · 6 未找到 · 10 即将到期、11 已逾期（仅在用 --exit-code 时）
cli-takes-no-value = { $what } 不带值。
cli-not-text = 有的参数不是有效的 UTF-8 文本。

cli-do-due = 推算工作日日期并说明理由，不需要任务
cli-do-export = 导出文件：ics、md、html、csv、json
cli-do-extend = 运营商要求延期
cli-do-review = 审核日期的推算过程与计算方式
cli-arg-from = 提交日，第 0 天；省略则为今天
cli-arg-days = 从最早到最晚的工作日，例如 3..7；省略则用任务的规定
cli-arg-region = 哪里的工作日：MY-14、SG、GB-ENG 等；省略则用任务的规定
cli-arg-until = 新的最晚日期
cli-arg-closed = 运营商另外休息的日子及原因；可重复
cli-arg-open = 运营商另外上班的日子及原因；可重复
cli-arg-usual = 清除之前的设定，按流程计算
cli-arg-format = ics（日历）、md 或 html（证据材料）、csv（表格）、json（完整数据）
cli-arg-output = 要写入的文件；- 或省略则输出到 stdout
cli-arg-reveal = 显示完整号码；否则打码
cli-arg-force = 覆盖已有的文件
cli-due-from = { $date }提交（第 0 天）
cli-due-earliest = 最早  { $date }（第 { $day } 个工作日）
cli-due-latest = 最晚  { $date }（第 { $day } 个工作日）
cli-due-provisional = 暂定：这些日期仍可能变动。
cli-exists = 文件已存在：{ $path }
cli-is-kept = { $path } 是进度文件，或属于某个进度文件：即使加 `--force` 也不会覆盖。
cli-hint-other-path = 请换一个文件名。
cli-hint-force = 用 `--force` 覆盖。
cli-no-region = 没有地区 `{ $given }`。
cli-region-parts = 只写 `{ $given }` 不够：各地区的假期不同。
cli-region-which = 请指定其一：{ $names }。
cli-hint-regions = `ringoff playbook regions` 会列出全部地区。

cli-do-guide = 以问答方式走完全程
cli-do-letter = 信函与提纲：call、comment、message、application、question、authorisation、dispute、chaser、complaint
cli-do-remind = 即将到期与已逾期的事项
cli-do-import = 导入 JSON 文件
cli-do-restore = 列出备份，或恢复其中一个；现有文件会保留
cli-arg-list = 列出备份：每个里有什么，之后又有多少改动
cli-arg-backup = 列表中的编号，或一个文件
cli-restore-row = { $n }. { $date } · { $count } 个任务 · { $since }
   { $path }
cli-restore-since = { $count ->
    [0] 之后没有改动
   *[other] 之后有 { $count } 处改动
}
cli-do-keep = 继续保号而不销号，并记录保号情况
cli-do-close = 把保号中的号码改为销号
cli-arg-used = 在这天使用过号码（只认充值的，则为充值日）；不写日期即为今天
cli-line-kept = { $label }：{ $stage }，最迟{ $date }
cli-line-kept-unknown = { $label }：{ $stage }，日期尚未记录
cli-hint-kept = 接着记录有效期：`ringoff keep --active-until 日期`
cli-hint-kept-use = 接着记录最近一次算数的使用：`ringoff keep --used=日期`
cli-hint-kept-top-up = 接着记录最近一次充值：`ringoff keep --used=日期`
cli-keep-shown = 这家运营商会显示有效期：请用 `ringoff keep --active-until 日期` 记录。只记最近使用不会得出日期。
cli-keep-noted = 没有来源说这家运营商会显示日期：请询问运营商或自行计算，再用 `ringoff keep --active-until 日期` 记录。只记最近使用不会得出日期。
cli-restore-none = 没有这个备份。
cli-restored = 已从 { $path } 恢复：{ $count } 个任务。
cli-restored-kept = 原来的文件保留为 { $path }；用 `ringoff restore` 加这个文件即可换回。
cli-restore-closed = 这份备份打不开：{ $path }。
cli-restore-by-name = 请改用别的编号，或写明文件：`ringoff restore 文件`。
cli-edited = 文件在 ringoff 上次保存后被外部修改或损坏，已按现有内容读取。{ $count ->
    [0] 与 { $backup } 不同的地方，历史记录里都有。
   *[other] 与 { $backup } 相比，有 { $count } 处不同在历史记录里没有。
}下次保存前会保留现有文件的副本。
cli-fragile = 已保存，但磁盘没有确认：断电可能会丢失。
cli-saved-unprinted = 改动已经保存，只是结果无法输出。运行 `ringoff history` 可以查看。
cli-doctor-write = 保存
cli-doctor-no-locks = 这个文件系统没有锁；改用进度文件旁边的一个文件代替。
cli-do-merge = 把一份副本并入进度文件；或合并三个版本，可作 git 的合并驱动
cli-do-conflict = 合并时两边改得不一样的地方，以及哪个对
cli-conflict = { $n }. 这里：{ $kept }
   另一边：{ $other }
cli-arg-conflict = 列表中的编号
cli-arg-side = keep：现有内容对；take：另一边对
cli-arg-base = 这份副本；后面还有两个文件时，则是两边共同的旧版本
cli-arg-ours = 这一边的版本；结果写在这里
cli-arg-theirs = 另一边的版本
cli-arg-merged = 文件的名字，用于提示
cli-merge-setup = 退出码：0 已合并；1 已合并，但有冲突待解决；大于 128 表示什么也没做。
    在文件所在的文件夹里设置一次：
    git config merge.ringoff.driver "ringoff merge %O %A %B %P"
    echo "progress.ron merge=ringoff" >> .gitattributes
cli-merged = { $count ->
    [0] { $path }：已合并。
   *[other] { $path }：已合并；有 { $count } 处两边改得不一样，用 `ringoff conflict` 查看。
}
cli-do-config = 设置在哪里，有什么问题
cli-config-path = 显示 config.ron、keys.ron 和流程所在的文件夹
cli-config-check = 列出其中的每个错误
cli-do-doctor = 各项位置与状况，以及如何修复
cli-do-completions = shell 补全：bash、zsh、fish、powershell
cli-do-man = 把手册页写入文件夹
cli-playbook-show = 显示完整流程及来源
cli-playbook-new = 新建自己的流程文件
cli-playbook-regions = 列出已知工作日的地区
cli-arg-into = 只补入该任务缺少的内容
cli-arg-within = 向前看多久：3d、2w、1m
cli-arg-exit-code = 有到期事项时退出码为 10，有逾期时为 11
cli-arg-notify = 同时弹出通知
cli-arg-recipe = 显示每天早上提醒的设置方法：cron、systemd、launchd、windows
cli-arg-letter = 哪一种信函；不写则全部列出，并说明现在能不能写：call、comment、message、application、question、authorisation、dispute、chaser、complaint
cli-arg-beside = 在下方附上另一种语言的同一封信：en、zh-CN、ms
cli-arg-sent = 记为今天已发送
cli-arg-submitted = 申请信：同时记为已提交
cli-hint-submitted = 如果这样就算提交了申请：`ringoff submit --channel { $channel }`
cli-ask-submitted = 这样就算提交申请了吗？[y/N]
cli-no-application = “{ $letter }”不是申请：发出它不算提交。
cli-arg-shell = bash、zsh、fish 或 powershell
cli-arg-folder = 文件夹；没有则新建
cli-written = 已写入：{ $path }
cli-imported = { $count ->
    [0] 没有新内容：所有任务都已存在。
   *[other] 导入了 { $count } 个任务。
}
cli-imported-items = { $count ->
    [0] 该任务没有新内容。
   *[other] 补入了 { $count } 项；`ringoff undo` 可逐项撤销。
}
cli-import-differs = 文件里有 { $count } 处与这里不同：这里的没有改动。
cli-hint-export = 须为 `ringoff export json --reveal` 写出的文件。
cli-hint-reveal = 请加 --reveal 重新导出。
cli-hint-playbook = 按运营商的说法填写；`ringoff playbook check { $path }` 会列出每个错误。
cli-playbook-taken = `{ $id }` 是程序自带的流程，新建的会取代它。请换个名称。
cli-letter-row = { $letter }：{ $title }
cli-letter-now = 现在可以写。
cli-letter-not-now = 现在还不能写：{ $why }
cli-hint-letter = `ringoff letter 名称` 写出其中一种。
cli-no-letter = 没有 `{ $given }` 这种信函：{ $valid }
cli-letter-no-chinese = 这个终端的编码没有中文字符。用 `-o 文件` 把信函写入 UTF-8 文件。
cli-letter-unread = 已知运营商能看的信函语言：{ $langs }
cli-not-a-span = “{ $typed }”不是时间段：请写成 3d、2w 或 1m。
cli-due-today = 今天
cli-due-in = { $count ->
    [one] 明天
   *[other] { $count } 天后
}
cli-due-late = 逾期 { $count } 天
cli-due-since = { $count } 天前
cli-nothing-due = 现在没有到期事项。接下来：{ $next }
cli-nothing-ahead = 没有到期事项，往后也没有定了日期的事。
cli-no-notification = 无法弹出通知：请安装 notify-send，或在终端中运行。
cli-recipe-what = ringoff 到期提醒
cli-recipe-cron = 用 crontab -e 加入下面这一行
cli-recipe-systemd = 保存两个文件后运行：systemctl --user enable --now ringoff-remind.timer
cli-recipe-launchd = 保存为 ~/Library/LaunchAgents/ringoff.remind.plist 后运行：launchctl load 文件
cli-recipe-windows = 把这一行运行一次；早上有事到期时会弹出一个窗口
cli-pages = 写入了 { $count } 页。
cli-config-fine = 没有错误。
cli-doctor-program = 程序
cli-doctor-book = 进度文件
cli-doctor-modes = 读取权限
cli-doctor-backups = 最新备份
cli-doctor-config = 设置
cli-doctor-state = 状态
cli-doctor-playbook = 流程
cli-doctor-calendar = 日历
cli-doctor-terminal = 终端
cli-doctor-locale = 区域设置
cli-doctor-zone = 时区
cli-doctor-no-book = { $path }：尚未建立
cli-doctor-cases = { $path }：{ $count } 个任务
cli-doctor-chmod = 他人可以读取或替换：请运行 chmod 600 { $path }，并对其文件夹 chmod 700。
cli-doctor-no-backup = 还没有：第二次保存时生成
cli-doctor-mend = 请修改所指之处；其余部分照常使用。
cli-doctor-playbooks = { $count } 份没有问题，最早的核对于{ $date }
cli-doctor-verified = { $id }，核对于{ $date }
cli-doctor-old = 内容已超过一年：使用前请向运营商核实。
cli-doctor-regions = { $count } 个地区，2024 至 2031 年
cli-doctor-doubtful = 半年内放假安排尚未全部公布的地区：{ $names }。相应的推算为暂定。
cli-doctor-drawn = 可以显示主界面
cli-doctor-not-drawn = 这里不是终端：可用 `ringoff guide` 和各命令
cli-doctor-utf8 = 边框和中文需要 UTF-8 区域设置，例如 LANG=C.UTF-8。
cli-no-dates = 还没有可放入日历的日期。
cli-arg-plain = 撤销对该日的设定；可重复
cli-heading-examples = 示例

cli-do-scan = 从短信和密码导出文件里找出绑定账户
cli-do-findings = 扫描发现、还没决定的账户
cli-findings-accept = 把发现的账户加入列表
cli-findings-dismiss = 以后不再显示这些发现
cli-arg-findings-all = 全部
cli-arg-files = 短信或密码的导出文件；- 表示标准输入
cli-arg-since = 忽略早于此日期的短信
cli-arg-add = 添加这些账户，用逗号分隔
cli-arg-add-all = 添加所有尚未列入的账户
cli-arg-ignore = 以后不再显示这些
cli-scan-file = { $path }：{ $format }，{ $messages } 条短信{ $accounts ->
    [0] {""}
   *[other] ，{ $accounts } 条账户记录
}
cli-arg-qr = 把网址画成手机可扫的二维码
cli-arg-how = 分步说明怎样导出；不写 NAME 则列出已知的应用
cli-scan-how-list = `ringoff scan --how NAME` 说明各自怎样导出：
cli-scan-how-unknown = 不知道“{ $name }”怎样导出。
cli-scan-found = { $count ->
    [0] 没有找到任何账户。
   *[other] 找到 { $count } 个账户，邮箱和资金账户在前：
}
cli-scan-add = 它们在 `ringoff findings` 里等你决定；--add 名称,… 或 --add-all 可列入清单。用完请删除导出文件：里面有不该让别人看到的内容。
cli-scan-unsure = { $count } 个账户列为“不确定”：短信来自插有多张 SIM 卡的手机。用 `ringoff account set 名称 to_do` 说明它用的是这个号码；用 `remove` 把它从列表中去掉。
cli-scan-no-number = 在密码导出文件里找账户需要号码：用 --number 给出，或填入“号码信息”面板。
cli-scan-not-found = 没有找到“{ $name }”。

cli-do-backup = 检查通讯录或短信备份是否完整
cli-backup-check = 备份里有什么，是否完整
cli-arg-backups = 通讯录或短信备份；给两个时，旧的在前
cli-backup-contacts = { $count } 个联系人，其中 { $numbers } 个有号码。
cli-backup-messages = { $count } 条短信。
cli-backup-declared = 文件自称有 { $count } 条。
cli-backup-malformed = 有 { $count } 条无法读取，第一条在 { $at } 处。
cli-backup-cut = 文件在 { $at } 处中断：请重新备份。
cli-backup-unended = 最后一行（{ $at }）没有换行符，文件可能不完整：请与手机上最后一条短信核对，确实完整再手动打勾。
cli-backup-chat = 这是聊天软件的记录，不是本号码的短信，不能当作短信备份。
cli-backup-unsigned = 没有一条写明发件人和时间，不能算作备份。
cli-backup-no-number = 没有一个联系人有号码，不能算作备份。
cli-backup-holds-contacts = 里面是联系人，不是这个号码的短信。
cli-backup-holds-messages = 里面是短信，不是联系人。
cli-hint-tick-by-hand = ringoff 读不了、但你确认完整的备份，用 `ringoff check { $item }` 手动勾选。
cli-backup-unread = 里面未读取的文件：{ $names }
cli-backup-missing-contacts = { $count ->
    [0] 第一份的内容在第二份里都有。
   *[other] 第一份里有 { $count } 个联系人在第二份里没有：{ $names }
}
cli-backup-missing-messages = { $count ->
    [0] 第一份的内容在第二份里都有。
   *[other] 第一份里有 { $count } 条短信在第二份里没有。
}
cli-flag-theme = 主界面主题：own、dark、light、contrast、plain、auto，或自己的主题（RINGOFF_THEME）
cli-flag-ascii = 边框和标记只用 ASCII
cli-flag-no-mouse = 不接管鼠标，留给终端
cli-config-sample = 输出一份逐项说明的 config.ron
cli-sample = ringoff 的设置。把要改的行复制到 `ringoff config path` 所示文件夹里的 config.ron；没写的项保持这里的默认值。ringoff 从不改写那个文件。
cli-setting-lang = 语言：en、zh-CN 或 ms。不写则跟随系统。--lang 和 RINGOFF_LANG 优先。
cli-setting-theme = 主界面主题：own（终端自己的颜色）、dark、light、contrast、plain（不用颜色）、auto（按终端的深浅选择），或 themes/ 里的文件名。--theme 和 RINGOFF_THEME 优先。
cli-setting-signs = 边框和标记的画法：auto（视终端能力而定）、full 或 ascii。
cli-setting-mouse = 是否使用鼠标点击和滚轮。启用后，多数终端按住 Shift 仍可选择文字。
cli-setting-title = 窗口标题是否显示 ringoff。
cli-setting-tour = 新建第一个任务后是否显示四步介绍。
cli-setting-days = 自行设定的日子，按地区：运营商额外休息，或照常上班的日子。例如：{"{"}"MY-14": (closed: {"{"}"2026-11-12": "办公室搬迁"{"}"}, open: {"{"}{"}"}){"}"}
cli-do-agenda = 所有有日期的事项，附规则和来源
cli-agenda-done = 标记一项已完成
cli-agenda-snooze = 推迟一项
cli-agenda-until = 再次提醒的日期
cli-agenda-all = 也列出已完成的
cli-agenda-empty = 没有带日期的事项。
cli-arg-id = 列表中显示的 id
cli-contact-kept = 标记对方已兑现承诺

cli-do-archive = 归档已结案或已放弃的任务
cli-arg-which = 任务；默认当前任务
cli-arg-confirmation = 确认文件或驳回信。这里的 --file 不是进度文件；进度文件要写在前面（ringoff --file 路径 outcome …）
cli-arg-about = 被驳回的项目：前提条件或材料
cli-archived = 有 { $count } 个已归档的任务未显示：`ringoff cases --all`
cli-do-sync = 通过 git 在多台机器上共用一个进度文件
cli-arg-remote = 共享仓库在哪里；会记住
cli-sync-setup = 第一次运行会把数据文件夹变成 git 仓库，里面只放进度文件。没有给出也没有记住 REMOTE 时，只在本机提交。别人的提交逐项合并；两边改得不一样的，用 `ringoff conflict` 查看。中途断了，下次接着做。
cli-sync-subject = { $count } 处改动
cli-sync-merge = 合并
cli-sync-committed = { $count ->
    [0] 本机没有新改动。
   *[other] 已在本机提交 { $count } 处改动。
 }
cli-sync-came = 来自{ $from }：{ $case }：{ $what }
cli-sync-went-back = 来自{ $from }：恢复到了某个备份
cli-sync-more = ……还有 { $count } 处。
cli-sync-brought-back = 进度文件不见了，已按最后一次提交的内容取回。
cli-sync-put-back = 有人从仓库里删掉了进度文件；现已放回，内容完整。
cli-sync-left = 别人也改动了这些文件，这里保留你手上的版本：{ $files }。在进度文件所在的文件夹运行 `git diff` 可查看差异；提交之前请先看一看。
cli-sync-conflicts = 有 { $count } 处两边改得不一样，用 `ringoff conflict` 查看。
cli-sync-sent = { $count ->
    [0] 没有要发给 { $remote } 的。
   *[other] 已发给 { $remote }：{ $count } 处改动。
 }
cli-sync-sent-joined = { $remote } 收到了两边的合并；其中没有进度文件的新改动。
cli-sync-no-remote = 还没有共享仓库：用 `ringoff sync REMOTE` 指定一个。
cli-sync-again = 你的改动已保存在本机；请再运行一次 `ringoff sync`。
cli-sync-clash = 你的改动已保存在本机。请在进度文件所在的文件夹运行 `git merge { $other }` 并处理好，再运行 `ringoff sync`。
cli-sync-anew = 进度文件完好。先把 { $place } 改个名字，再运行 `ringoff sync{ $remote }`：会新建仓库，并把你的进度文件与别人发来的内容合并。上次同步之后撤销的内容可能又出现，那就再撤销一次。
cli-arg-as-of = 当天结束时的样子
cli-as-of = { $date }的样子；{ $count ->
    [0] 之后没有改动。
   *[other] 之后有 { $count } 处改动。
 }之后撤销的内容不在其中。
cli-copy-new = 同步工具在进度文件旁边留下了副本：{ $path }。其中 { $count } 处改动这里没有；用 `ringoff merge` 加这个文件即可合并进来。
cli-overtaken = 进度文件被一份较旧的副本取代了。{ $path } 里有 { $count } 处改动这里没有；用 `ringoff merge` 加这个文件即可合并进来。
cli-copy-old = { $path }：里面没有这里缺少的内容，可以删除。
cli-merge-itself = { $path } 就是进度文件本身：没有可合并的内容。
cli-backup-old = { $path }：里面没有这里缺少的内容。它是一份备份。
cli-merged-edited = { $path } 被外部修改或损坏过：不同之处已记入历史，用 `ringoff history` 查看。
cli-copy-unreadable = { $path }：不能作为进度文件读取。
cli-doctor-copies = 副本
cli-merged-copy = { $path }：已合并，合入 { $count } 处改动。现在可以删除这个文件；用 `ringoff restore` 可以换回。
cli-merged-conflicts = 有 { $count } 处两边改得不一样，用 `ringoff conflict` 查看。
cli-confirmation-is-book = { $path } 是进度文件，不是确认文件：写在 `outcome` 后面的 --file 指运营商发来的文件。什么都没有改动。
cli-hint-book-first = 要使用另一个进度文件，请写在前面：`ringoff --file { $path } outcome …`
cli-hint-file-behind = 写在 `outcome` 前面的 --file 是进度文件。运营商的确认文件要写在后面：`ringoff outcome { $verdict } --file { $path }`
cli-imported-not = 以下内容没有导入（此任务里已有不同的记录，或这类内容不会并入已有任务）：{ $what }。不加 --into 的 `ringoff import FILE` 会把整个任务另存为新任务。
cli-left-account = 账户
cli-left-document = 材料
cli-left-mark = 勾选、免除和文件
cli-left-contact = 联系记录
cli-left-obstacle = 障碍
cli-left-application = 申请
cli-left-line = 号码信息
cli-left-route = 处理方式
cli-left-agenda = 日程里已完成或推迟的事项
cli-left-search = 账户是否查找完毕
cli-left-terms = 审核期的计算方式
