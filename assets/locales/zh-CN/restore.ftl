# 其他程序对进度文件的改动，以及它的备份。

restore-title = 进度文件的备份
restore-none = 还没有备份：下次改动时会生成一份。
restore-lead = 按 { $key } 用选中的备份替换进度文件；现有的文件会另存在旁边。
restore-looking = 进度文件无法读取；没有覆盖任何内容。正在查找备份……
restore-lost = 你的进度文件无法读取；没有覆盖任何内容。请选择要恢复到哪个备份：按 { $key } 用它替换，原来的文件保留在旁边；按 { $back } 则一切保持原样。（{ $what }）
restore-row = { $day } { $time } · { $count } 个任务
restore-undated = 还没有操作 · { $count } 个任务
restore-same = 与现在相同。
restore-differs = 有 { $count } 处不同。
restore-more = 比现在多 { $count } 处改动。
restore-more-what = 比现在多 { $count } 处改动，例如：{ $what }
restore-since = 不含最近 { $count } 处改动。
restore-since-what = 不含最近 { $count } 处改动，例如：{ $what }
restore-own = 当前屏幕上的内容
restore-own-note = 重新写入，替换掉无法使用的文件。
restore-afresh = 重新开始
restore-afresh-note = 备份保持原样，不打开任何任务。
restore-damaged = { $what }。屏幕上仍是最后的完好内容；按 { $key } 查看备份。
restore-done = 已恢复到{ $when }的状态。按 { $key } 撤销；原来的文件保留为 { $kept }。
restore-done-over = 已恢复到{ $when }的状态。原来的文件保留为 { $kept }。
restore-done-alone = 已恢复到{ $when }的状态。
restore-beginning = 最初
restore-undone = 已撤销：文件回到使用备份之前的样子。
restore-mended = 进度文件又可以读取了。
restore-live-one = 别处的改动：{ $what }
restore-live = { $count ->
    [0] 进度文件在别处有改动，现在显示的是最新内容。
   *[other] 收到别处的 { $count } 处改动。
}
