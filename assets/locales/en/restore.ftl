# What other programs do to the progress file, and its backups.

restore-title = Backups of your progress file
restore-none = There is no backup yet: the next change makes one.
restore-lead = Press { $key } to put a backup in the place of the file. What is there now is kept beside it.
restore-looking = Your progress file cannot be read; nothing was overwritten. Looking for its backups…
restore-lost = Your progress file cannot be read; nothing was overwritten. Choose what to go back to: { $key } puts that backup in its place and keeps what is there beside it; { $back } leaves everything as it is. ({ $what })
restore-row = { $day }, { $time } · { $count ->
    [one] one case
   *[other] { $count } cases
}
restore-undated = nothing done yet · { $count ->
    [one] one case
   *[other] { $count } cases
}
restore-same = The same as now.
restore-differs = { $count ->
    [one] One thing differs.
   *[other] { $count } things differ.
}
restore-more = { $count ->
    [one] One change more than now.
   *[other] { $count } changes more than now.
}
restore-more-what = { $count ->
    [one] One change more than now: { $what }
   *[other] { $count } changes more than now, such as: { $what }
}
restore-since = { $count ->
    [one] Without the last change.
   *[other] Without the last { $count } changes.
}
restore-since-what = { $count ->
    [one] Without the last change: { $what }
   *[other] Without the last { $count } changes, such as: { $what }
}
restore-own = What you see now
restore-own-note = Writes it again over the file that cannot be used.
restore-afresh = Begin anew
restore-afresh-note = Leaves the backups as they are and opens no case.
restore-damaged = { $what }. The screen shows the last good state; { $key } shows the backups.
restore-done = Restored as of { $when }. { $key } undoes that; what was there is kept as { $kept }.
restore-done-over = Restored as of { $when }. What was there is kept as { $kept }.
restore-done-alone = Restored as of { $when }.
restore-beginning = before the first change
restore-undone = Undone: the file is as it was before the backup.
restore-mended = The progress file can be read again.
restore-live-one = From elsewhere: { $what }
restore-live = { $count ->
    [0] The progress file was changed elsewhere; this is how it is now.
    [one] One change came from elsewhere.
   *[other] { $count } changes came from elsewhere.
}
