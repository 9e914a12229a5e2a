# 单词：日期、状态、类别。

word-comma = 、
word-date = { $month }{ $day }日
word-date-year = { $year }年{ $month }{ $day }日
word-day = { $month }{ $day }日{ $weekday }
word-full-date = { $year }年{ $month }{ $day }日{ $weekday }
word-month-1 = 1月
word-month-2 = 2月
word-month-3 = 3月
word-month-4 = 4月
word-month-5 = 5月
word-month-6 = 6月
word-month-7 = 7月
word-month-8 = 8月
word-month-9 = 9月
word-month-10 = 10月
word-month-11 = 11月
word-month-12 = 12月
word-weekday-1 = 周一
word-weekday-2 = 周二
word-weekday-3 = 周三
word-weekday-4 = 周四
word-weekday-5 = 周五
word-weekday-6 = 周六
word-weekday-7 = 周日
word-weekday-letter-1 = 一
word-weekday-letter-2 = 二
word-weekday-letter-3 = 三
word-weekday-letter-4 = 四
word-weekday-letter-5 = 五
word-weekday-letter-6 = 六
word-weekday-letter-7 = 日

word-stage-preparing = 准备中
word-stage-ready = 可以申请
word-stage-under_review = 审核中
word-stage-decision_due = 待出结果
word-stage-overdue = 已逾期
word-stage-rejected = 被驳回
word-stage-cancelled = 已销号
word-stage-lapsing = 等待到期
word-stage-lapsed = 已到期
word-stage-abandoned = 已放弃

word-item-open = 未完成
word-item-done = 已完成
word-item-waived = 已豁免
word-item-not_needed = 不需要

word-service-linked = 已绑定
word-service-moved = 已换绑
word-service-closed = 已注销
word-service-unsure = 不确定

word-kind-bank = 银行
word-kind-payment = 支付
word-kind-government = 政务
word-kind-email = 邮箱
word-kind-messaging = 聊天
word-kind-social = 社交
word-kind-shopping = 购物
word-kind-travel = 出行
word-kind-game = 游戏
word-kind-other = 其他

word-route-apply = 向运营商申请销号
word-route-lapse = 让它自然到期

word-class-citizen = 公民
word-class-resident = 永久居民
word-class-work = 工作准证
word-class-student = 学生准证
word-class-tourist = 游客

word-verdict-approved = 已批准
word-verdict-rejected = 被驳回

word-confidence-low = 未经证实
word-confidence-medium = 有一个可靠来源
word-confidence-high = 两个来源证实

word-line-number = 号码
word-line-holder = 登记机主
word-line-class = 登记类别
word-line-registered = 登记日期
word-line-active-until = 有效期至
word-line-grace-until = 宽限期至
word-line-credit = 剩余话费
word-holder-me = 本人
word-unknown = 未知
word-yes = 是
word-no = 否
word-obstacle-open = 待解决
word-obstacle-resolved = 已解决

word-region = { $name }（{ $code }）
word-semicolon = ；
word-moment = { $day } { $time }
word-sign-holiday = 休
word-weekend = 周末
word-weekend-too = 周末；{ $name }
word-in-lieu = { $name }补假
word-make-up = 第 { $count } 个工作日（补班）
word-working-day = 第 { $count } 个工作日
word-estimated = { $what }（预计）
word-inferred = { $what }（推断，未公布）
word-own-day = { $what }（自行设定）
word-day-own = 休息
word-slash = {" "}/{" "}
word-open-day = 第 { $count } 个工作日：{ $name }
word-make-up-day = 补班
