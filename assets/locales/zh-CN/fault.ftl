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
