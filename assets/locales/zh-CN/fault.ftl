# 文件有什么问题、怎么处理。

fault-unknown-field = 未知字段 `{ $found }`；这里可用：{ $expected }
fault-unknown-variant = 未知取值 `{ $found }`；这里可用：{ $expected }
fault-missing-field = 缺少字段 `{ $field }`
fault-duplicate-field = 字段 `{ $field }` 重复
fault-cut-short = 内容提前结束
fault-parser = { $said }
fault-not-a-slug = `{ $id }` 不是有效的 id：只能用小写字母和数字，以单个连字符相连
fault-twice = id `{ $id }` 重复
fault-unknown = 找不到名为 `{ $name }` 的内容
fault-no-text = 缺少 { $lang } 文本
fault-window = 审核期 { $earliest } 至 { $latest } 个工作日不合理：须 1 ≤ earliest ≤ latest ≤ 400
fault-unreadable = { $place }：{ $what }
fault-empty = 文件是空的，可能是崩溃所致；没有覆盖任何内容
fault-zeros = 文件全是零字节，可能是断电所致；没有覆盖任何内容
fault-bom = 文件开头有字节顺序标记（BOM），某些编辑器会写入它
fault-utf16 = 文件是 UTF-16 编码；ringoff 使用 UTF-8
fault-not-text = 第 { $line } 行不是有效文本
fault-json = 文件是 JSON（或 TOML），不是 ringoff 的进度文件
fault-conflict = 第 { $line } 行有合并留下的冲突标记
fault-newer = 文件由更新版本的 ringoff 写入（格式 { $version }），未作任何改动
fault-foreign = 这不是 ringoff 的进度文件
fault-too-large = { $size } 字节：进度文件不会这么大
fault-not-a-file = 这不是普通文件
fault-name-not-text = 文件名不是有效文本，无法记录
fault-hint-newer = 请用更新版本的 ringoff 打开。
fault-hint-bom = 请另存为不带 BOM 的 UTF-8 后重试。
fault-hint-conflict = 请在编辑器中解决冲突后重试。
fault-hint-backup = 这个备份可以读取：{ $backup }。复制它覆盖原文件即可恢复。
fault-hint-mend = 请在编辑器中修复文件，或把它移走重新开始。
fault-changed-elsewhere = 文件已被别处修改；没有覆盖任何内容。
fault-locked = 另一个 ringoff 进程还在保存。
fault-not-saved = 未保存：{ $path }：{ $what }
fault-disk-full = 磁盘已满
fault-quota = 磁盘配额已用完
fault-read-only = 文件系统是只读的
fault-permission = 没有权限：请检查文件和文件夹的所有者
fault-not-found = 没有这个文件或文件夹
fault-disk = 磁盘报告错误
fault-io = 系统提示：{ $said }
fault-no-playbook = 没有名为 `{ $id }` 的流程。
fault-nearest = 你是指：{ $names }？
fault-no-home = 没有可存放进度文件的主文件夹：请用 --file 指定。
fault-no-moment = RINGOFF_NOW 不是时间：{ $given }。请写成 2026-11-05T02:00:00Z。
fault-no-lang = 没有语言 `{ $given }`。可用：en、zh-CN、ms。
fault-key-unreadable = { $file }:{ $line }:{ $column }：{ $what }
fault-key-command = { $file }:{ $line }：这里没有命令 `{ $name }`
fault-key-key = { $file }:{ $line }：`{ $key }` 不是按键
fault-key-conflict = { $file }:{ $line }：`{ $key }` 已用于 `{ $with }`
fault-gone = 文件不见了，可能被移动或删除。下一次改动或退出时会重新写入。

fault-config-region = 没有地区 `{ $given }`；相近的有：{ $names }

fault-masked = 号码已打码：只供查看，不能导入
fault-import-not-text = 不是文本文件

fault-no-editor = 没有指定编辑器。请设置 VISUAL 或 EDITOR（例如 EDITOR=nano），再重新打开 ringoff。
fault-editor = 编辑器“{ $editor }”没有正常结束（{ $what }），信函保持原样。

fault-scan-encrypted = 文件已加密。请不设密码重新导出，扫描后删除
fault-scan-database = 这是数据库。请用 SMS Backup & Restore、SMS Import/Export 或 imessage-exporter 导出短信
fault-scan-vault = 这是锁定的密码库。请导出为 CSV 或未加密的 XML，扫描后删除
fault-scan-packed = 这种压缩格式无法直接读取，请先解压
fault-scan-document = 这是文档或图片。需要的是短信或密码的导出文件
fault-scan-empty = 文件是空的
fault-scan-vcard = 这是通讯录：请用 `ringoff backup check` 检查
fault-scan-unknown = 内容不是已知格式。支持 SMS Backup & Restore（XML）、SMS Import/Export、imessage-exporter（txt），以及密码管理器的 CSV、JSON 或 XML
fault-scan-nothing = 压缩包里没有短信或密码的导出文件
fault-scan-bomb = 解压后远大于任何导出文件，未作处理
fault-scan-pipe = 压缩包不能从管道读取，请给出文件名
fault-scan-stopped = 中途停止
fault-no-theme = 没有主题 `{ $given }`。可用：{ $names }。
fault-no-role = 主题里没有 `{ $name }` 这一项
fault-no-colour = `{ $given }` 不是颜色：可用 default、cyan 或 bright-red 等名称、0 到 255，或 #rrggbb
fault-crashed = ringoff 意外停止：这是程序的缺陷，不是你的错。已保存的内容不受影响。报告（不含个人信息）已存到 { $path }。
fault-crashed-unkept = ringoff 意外停止：这是程序的缺陷，不是你的错。已保存的内容不受影响。报告未能写入。
fault-key-section = { $file }:{ $line }：没有 `{ $name }` 这一节。可用：{ $names }
