# The command line.

cli-about = Closes a phone line without losing the accounts behind it.
cli-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options

cli-do-new = Open a case and print its id
cli-do-cases = List the cases in a table, the next date first
cli-do-status = Where a case stands
cli-do-show = Everything about a case
cli-do-next = The one thing to do now
cli-do-line = The facts about the line: show or set them
cli-line-fact = { $name }: { $value }
cli-do-check = Mark an item done: precondition:arrears, document:identity, account:maybank
cli-do-uncheck = Mark an item not done after all
cli-do-waive = Go on without it, with a reason
cli-do-account = Accounts that use the number
cli-do-channels = How to reach the carrier, also from abroad
cli-account-add = Add an account
cli-account-set = Set whether it still uses the number
cli-account-remove = Remove an account from the list
cli-account-list = List the accounts
cli-account-how = How to change the number there
cli-account-no-how = No page was read that says how to change the number on { $name }.
cli-account-no-address = No address of a page is known for { $name }.
cli-account-unknown = “{ $name }” is neither in the case nor among the accounts that ringoff knows.
cli-account-taken-for = “{ $name }” is taken for { $other }.
cli-account-own-words = ringoff knows no account called “{ $name }”: it is listed as you call it, as “{ $kind }”. To give it a kind: `ringoff undo`, then add it with `--kind`.
cli-account-own-words-many = ringoff knows no account by { $count } of these names: they are listed as you call them ({ $names } …). To give one a kind: `ringoff account remove` it, then add it with `--kind`.
cli-account-which = “{ $name }” could be: { $other }.
cli-account-which-hint = Name the one that you mean; with `--kind` it is added as you call it.
cli-account-none = No account is listed.
cli-do-contact = Log of contacts with the carrier
cli-contact-add = Log a call, chat, message or visit
cli-do-document = Files attached to documents
cli-document-attach = Attach a file: its path, size and fingerprint are kept
cli-document-verify = Check that attached files are still there and unchanged
cli-do-submit = Submit the application
cli-do-outcome = Record what the carrier decided
cli-do-obstacle = Obstacles on the way
cli-obstacle-open = Open an obstacle: owner-unreachable, disputed-amount, registration, no-answer
cli-obstacle-resolve = Mark an obstacle resolved
cli-do-history = Everything done so far
cli-do-undo = Undo the last change of the case
cli-do-redo = Redo what was undone
cli-do-playbook = Carriers' procedures
cli-playbook-list = List the playbooks
cli-playbook-check = List every problem in a playbook file
cli-do-demo = The dashboard on sample data; nothing is read or written

cli-flag-file = The progress file to use (RINGOFF_FILE)
cli-flag-case = The case to use
cli-flag-json = Print one JSON object
cli-flag-lang = Language: en, zh-CN, ms (RINGOFF_LANG)
cli-flag-no-input = Never prompt
cli-flag-color = Colours of the dashboard: auto, always, never
cli-flag-help = Help
cli-flag-version = Version

cli-arg-playbook = The carrier's procedure: an id from `ringoff playbook list`
cli-arg-label = Your name for the case
cli-arg-number = The phone number, preferably with + and country code
cli-arg-holder = Who the line is registered to
cli-arg-own-name = Your own name, as letters carry it
cli-arg-reply-to = The address at which letters ask for a reply
cli-arg-abroad = You are abroad: letters say that you cannot visit a store
cli-arg-from-abroad = What works from abroad, whatever the line says
cli-arg-class = How the line was registered: citizen, resident, work, student, tourist
cli-arg-registered = The day on which it was registered
cli-arg-active-until = Active until: the last day on which it can call and send
cli-arg-grace-until = Grace until: the last day on which it receives
cli-arg-credit = The credit left on it, as you write it
cli-arg-forget = Facts that are not known after all: number, holder, name, reply-to, class, registered, active-until, grace-until, last-used, credit, abroad
cli-arg-route = apply: ask the carrier; lapse: let it expire; port: take the number along; keep: hold on to it
cli-arg-all = Every case, archived ones too
cli-arg-line = One short line, for a status bar
cli-arg-item = kind:id, as listed by `ringoff show`
cli-arg-settled = Something was owed and has been paid: a receipt becomes required
cli-arg-reason = The reason; it is kept in the history
cli-arg-name = Its name
cli-arg-kind = What kind of account it is: bank, payment, government, email (mail, sign-in, cloud), messaging, social, shopping, travel, game (games, films, music), other
cli-arg-note = A note; no passwords, codes or ID numbers
cli-arg-state = to_do, started, waiting, moved, closed or unsure
cli-arg-to = The number it has now
cli-arg-wait-until = Until when you wait for an answer; only with waiting
cli-arg-sort = danger (what costs most when lost first), seen (last message first) or name
cli-arg-channel = The channel, by the id or the name that `ringoff channels` shows: hotline, website, …
cli-arg-on = The date; today if omitted
cli-arg-agent = Who answered
cli-arg-asked = What the carrier was asked: application counts as having asked for the answer; other and nobody (nobody was reached) do not
cli-arg-reference = The carrier's reference
cli-arg-promised = The date by which an answer was promised
cli-arg-answer-by = The date by which you expect an answer
cli-arg-path = The file
cli-arg-anyway = Submit although something required is still to do; needs --reason
cli-arg-verdict = approved or rejected
cli-arg-obstacle = Which obstacle
cli-arg-follow-up = When to follow up

cli-no-such-command = There is no command `{ $given }`.
cli-no-such-flag = There is no option `{ $given }` here.
cli-missing = Missing: { $what }
cli-needs-value = `{ $what }` needs a value.
cli-bad-value = `{ $given }` isn't a valid value for { $what }: { $valid }
cli-twice = `{ $what }` is given twice.
cli-hint-equals = A date that begins with a hyphen goes behind `=`: `--used=-1w`
cli-no-channel = The playbook has no channel `{ $given }`.
cli-hint-channels = Its channels: { $names }
cli-hint-help = See `ringoff --help`.
cli-hint-new = `ringoff new` opens one.
cli-hint-sync = `ringoff sync` brings the progress file back from the repository that is beside it: { $place }.
cli-hint-due = With a case they come from its playbook: `ringoff new`.
cli-hint-due-days = Give the working days yourself, such as --days 3..7.
cli-hint-opened = Opened. `ringoff` shows it; `ringoff next` says what to do.
cli-hint-blocked = Still to do: { $items }. Add `--anyway --reason TEXT` to submit anyway.
cli-hint-item-precondition = `ringoff check precondition:{ $id }` ticks it; `ringoff document attach document:…` attaches a paper.
cli-hint-item-account = `ringoff account set { $id } moved` (or closed, unsure …) says where it stands; `ringoff account remove { $id }` takes it off the list.
cli-hint-item-contact = `ringoff contact kept { $id }` says that a promise was kept.
cli-hint-item-obstacle = `ringoff obstacle resolve { $id }` says that it is out of the way.
cli-hint-item-application = `ringoff outcome approved` or `rejected` takes down the answer, with `--file` what the carrier sent.
cli-hint-item-line = `ringoff line` lists the facts and changes them.
cli-no-case = There is no case yet.
cli-which = Case: { $id } ({ $label })
cli-next = Next: { $next }
cli-line = { $label }: { $stage } { $done }/{ $total }
cli-line-review = { $label }: { $stage } { $done }/{ $total }, latest { $date }
cli-status-next = {"  "}Next: { $next }
cli-status-count = { $what } { $done }/{ $total }
cli-status-review = {"  "}Submitted { $submitted }; earliest { $earliest }; latest { $latest }
cli-undone = Undone: { $what }
cli-redone = Redone: { $what }
cli-verify-same = { $item }  { $path }: the same
cli-verify-changed = { $item }  { $path }: CHANGED since it was attached
cli-verify-gone = { $item }  { $path }: GONE
cli-verify-unreadable = { $item }  { $path }: cannot be read
cli-verify-nothing = No file is attached.
cli-playbook-fine = { $file }: no problems
cli-playbook-abroad = Not said whether these work from abroad: { $channels }. Where a page says so, write `abroad: (reach: yes, sources: […])` into the channel; where none does, `abroad: (reach: unknown)`.

cli-examples =
    Examples
      ringoff                                   the dashboard
      ringoff demo                              the same on sample data
      ringoff new --label "KL keep-alive"       open a case
      ringoff next                              what to do now
      ringoff check precondition:arrears        tick it
      ringoff account add Maybank --kind bank   an account that uses the number
      ringoff status --line                     one line for a status bar
cli-exit-codes =
    Exit codes: 0 ok · 1 failure · 2 usage · 3 progress file unreadable · 4 locked or changed elsewhere · 5 not allowed now · 6 not found · 10 due soon, 11 overdue (both only with --exit-code)
cli-takes-no-value = { $what } takes no value.
cli-not-text = An argument is not valid UTF-8 text.

cli-do-due = Compute working-day dates and explain them; needs no case
cli-do-export = Write files for others: ics, md, html, csv, json
cli-do-extend = Record that the carrier asked for more time
cli-do-review = Show how the review dates are computed, and set how they are counted
cli-arg-from = The day of submission (day 0); today if omitted
cli-arg-days = The earliest and the latest working day, such as 3..7; those of the case if omitted
cli-arg-region = Whose working days: MY-14, SG, GB-ENG, …; those of the case if omitted
cli-arg-until = The new last day
cli-arg-closed = A day on which the carrier is closed, with a reason; can be repeated
cli-arg-open = A day on which it is open after all, with a reason; can be repeated
cli-arg-usual = Discard what was set before and count as the playbook says
cli-arg-format = ics (calendar), md or html (evidence), csv (table), json (everything)
cli-arg-output = The file to write; stdout if - or omitted
cli-arg-reveal = Show numbers in full; otherwise they are masked
cli-arg-force = Overwrite an existing file
cli-due-from = Submitted { $date } (day 0)
cli-due-earliest = Earliest  { $date } (working day { $day })
cli-due-latest = Latest    { $date } (working day { $day })
cli-due-provisional = Provisional: these dates can still change.
cli-exists = The file already exists: { $path }
cli-is-kept = { $path } is or belongs to a progress file: nothing is written over it, also not with `--force`.
cli-hint-other-path = Name another file.
cli-hint-force = Use `--force` to overwrite it.
cli-no-region = There is no region `{ $given }`.
cli-region-parts = `{ $given }` alone is not enough: its regions have different holidays.
cli-region-which = Choose one of: { $names }.
cli-hint-regions = `ringoff playbook regions` lists them.

cli-do-guide = Go through the whole procedure as plain questions
cli-do-letter = Letters and scripts: call, comment, message, application, question, authorisation, dispute, chaser, complaint
cli-do-remind = What is due, and what is late
cli-do-import = Import a JSON export
cli-do-restore = List the backups, or go back to one; what is there now is kept
cli-arg-list = List the backups: what each holds, and how many changes came after it
cli-arg-backup = A number of the list, or a file
cli-restore-row = { $n }. { $date } · { $count ->
    [one] one case
   *[other] { $count } cases
} · { $since }
   { $path }
cli-restore-since = { $count ->
    [0] nothing since
    [one] one change since
   *[other] { $count } changes since
}
cli-restore-none = There is no such backup.
cli-restored = Restored from { $path }: { $count ->
    [one] one case.
   *[other] { $count } cases.
}
cli-restored-kept = What was there is kept as { $path }; `ringoff restore` with that file goes back to it.
cli-restore-closed = This backup does not open: { $path }.
cli-restore-by-name = Choose another number, or name a file: `ringoff restore FILE`.
cli-edited = The file was changed outside ringoff, or damaged, since its last save; it was read as it is now. { $count ->
    [0] All that differs from { $backup } stands in its history.
    [one] One thing differs from { $backup } that its history does not tell.
   *[other] { $count } things differ from { $backup } that its history does not tell.
} The next save keeps a copy of the file as it is.
cli-fragile = Saved, but the disk did not confirm it: a power cut could undo it.
cli-saved-unprinted = The change is saved all the same; only this answer could not be printed. `ringoff history` shows the change.
cli-doctor-write = Saving
cli-doctor-no-locks = This file system knows no locks; a file beside the progress file stands for one.
cli-do-merge = Merge a copy into the progress file, or three versions of it as a merge driver of git
cli-do-conflict = What two sides of a merge changed differently, and which is right
cli-conflict = { $n }. here: { $kept }
   other side: { $other }
cli-do-keep = Keep the line instead of closing it, and note what keeps it alive
cli-do-close = Close a line after all that was kept
cli-arg-used = The line was used, or topped up where only that counts, on this day; today if none is given
cli-line-kept = { $label }: { $stage }, by { $date }
cli-line-kept-unknown = { $label }: { $stage }, its date is not known yet
cli-hint-kept = Now note until when it is valid: `ringoff keep --active-until DATE`
cli-hint-kept-use = Now note when you last used it in a way that its carrier counts: `ringoff keep --used=DATE`
cli-hint-kept-top-up = Now note when you last topped it up: `ringoff keep --used=DATE`
cli-keep-shown = This carrier shows the day itself: note it by `ringoff keep --active-until DATE`. The last use alone sets no date.
cli-keep-noted = No source says that this carrier shows the day: ask for it, or count it yourself, and note it by `ringoff keep --active-until DATE`. The last use alone sets no date.
cli-arg-conflict = Its number in the list
cli-arg-side = keep: what stands here is right; take: the other side is
cli-arg-base = The copy; in front of two others, the version that both go back to
cli-arg-ours = This version; the result is written over it
cli-arg-theirs = The other version
cli-arg-merged = What the file is called, for messages
cli-merge-setup = Exit codes: 0 merged; 1 merged, something is left to settle; above 128 nothing was done.
    Once, in the folder of the file:
    git config merge.ringoff.driver "ringoff merge %O %A %B %P"
    echo "progress.ron merge=ringoff" >> .gitattributes
cli-merged = { $count ->
    [0] { $path }: merged.
    [one] { $path }: merged; one thing was changed differently on both sides. `ringoff conflict` shows it.
   *[other] { $path }: merged; { $count } things were changed differently on both sides. `ringoff conflict` shows them.
}
cli-do-config = Where the settings are, and what is wrong with them
cli-config-path = Print the folder of config.ron, keys.ron and playbooks
cli-config-check = List every problem in them
cli-do-doctor = Where everything is, and how to fix what is wrong
cli-do-completions = Completions for a shell: bash, zsh, fish, powershell
cli-do-man = Write manual pages into a folder
cli-playbook-show = Show a whole procedure with its sources
cli-playbook-new = Write a template for a playbook of your own
cli-playbook-regions = List the regions whose working days are known
cli-arg-into = Import only what this case lacks
cli-arg-within = How far ahead to look: 3d, 2w, 1m
cli-arg-exit-code = Exit with 10 when something is due, 11 when something is late
cli-arg-notify = Also show a notification
cli-arg-recipe = Print the setup for a reminder every morning: cron, systemd, launchd, windows
cli-arg-letter = Which letter; without it they are listed, each with whether it can be written now: call, comment, message, application, question, authorisation, dispute, chaser, complaint
cli-arg-beside = The same letter in another language, below it: en, zh-CN, ms
cli-arg-sent = Log that it was sent today
cli-arg-submitted = For the application letter: also mark it submitted
cli-hint-submitted = If this counts as submitting the application: `ringoff submit --channel { $channel }`
cli-ask-submitted = Does this count as submitting the application? [y/N]
cli-no-application = { $letter } is not the application, so sending it submits nothing.
cli-arg-shell = bash, zsh, fish or powershell
cli-arg-folder = The folder; created if needed
cli-written = Written: { $path }
cli-imported = { $count ->
    [0] Nothing new: every case is already here.
    [one] One case imported.
   *[other] { $count } cases imported.
}
cli-imported-items = { $count ->
    [0] Nothing new for this case.
    [one] One item imported; `ringoff undo` undoes it.
   *[other] { $count } items imported; `ringoff undo` undoes them one at a time.
}
cli-import-differs = { $count ->
    [one] One thing is otherwise in the file: it was left as it is here.
   *[other] { $count } things are otherwise in the file: they were left as they are here.
}
cli-hint-export = It must be a file written by `ringoff export json --reveal`.
cli-hint-reveal = Export it again with --reveal.
cli-hint-playbook = Fill in what your carrier says; `ringoff playbook check { $path }` lists every problem.
cli-playbook-taken = `{ $id }` is a playbook that comes with the program: yours would stand in its place. Choose another name.
cli-letter-row = { $letter }: { $title }
cli-letter-now = Can be written now.
cli-letter-not-now = Not now: { $why }
cli-hint-letter = `ringoff letter KIND` writes one.
cli-no-letter = There is no letter `{ $given }`: { $valid }
cli-letter-no-chinese = The encoding of this terminal has no Chinese characters. `-o FILE` writes the letter into a file in UTF-8.
cli-letter-unread = The carrier is known to read letters in: { $langs }
cli-not-a-span = “{ $typed }” isn't a length of time: write it as 3d, 2w or 1m.
cli-due-today = today
cli-due-in = { $count ->
    [one] tomorrow
   *[other] in { $count } days
}
cli-due-late = { $count ->
    [one] one day late
   *[other] { $count } days late
}
cli-due-since = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
cli-nothing-due = Nothing is due. Next comes: { $next }
cli-nothing-ahead = Nothing is due, and nothing with a date lies ahead.
cli-no-notification = Notifications cannot be shown here: install notify-send, or run it in a terminal.
cli-recipe-what = Reminds you of what is due in ringoff
cli-recipe-cron = Add the line with: crontab -e
cli-recipe-systemd = Save the two files, then: systemctl --user enable --now ringoff-remind.timer
cli-recipe-launchd = Save as ~/Library/LaunchAgents/ringoff.remind.plist, then: launchctl load FILE
cli-recipe-windows = Run the line once; a window opens in the morning when something is due
cli-pages = { $count ->
    [one] One page written.
   *[other] { $count } pages written.
}
cli-config-fine = No problems.
cli-doctor-program = Program
cli-doctor-book = Progress file
cli-doctor-modes = Who can read it
cli-doctor-backups = Newest backup
cli-doctor-config = Settings
cli-doctor-state = State
cli-doctor-playbook = Playbook
cli-doctor-calendar = Calendar
cli-doctor-terminal = Terminal
cli-doctor-locale = Locale
cli-doctor-zone = Time zone
cli-doctor-no-book = { $path }: none yet
cli-doctor-cases = { $count ->
    [one] { $path }: one case
   *[other] { $path }: { $count } cases
}
cli-doctor-chmod = Others can read or replace it: chmod 600 { $path }, and chmod 700 its folder.
cli-doctor-no-backup = none yet: the second save makes one
cli-doctor-mend = Fix the place shown; everything else is used as usual.
cli-doctor-playbooks = { $count ->
    [one] One is sound, last checked { $date }
   *[other] { $count } are sound, the oldest last checked { $date }
}
cli-doctor-verified = { $id }, last checked { $date }
cli-doctor-old = Its facts are over a year old: ask the carrier before you rely on them.
cli-doctor-regions = { $count } regions, 2024 to 2031
cli-doctor-doubtful = Not all days off in the next six months have been published for: { $names }. Dates there are provisional.
cli-doctor-drawn = the dashboard can be shown
cli-doctor-not-drawn = not a terminal: `ringoff guide` and the other commands work
cli-doctor-utf8 = Frames and Chinese need a UTF-8 locale, such as LANG=C.UTF-8.
cli-no-dates = There is no date yet to put into a calendar.
cli-arg-plain = Undo the setting for this day; can be repeated
cli-heading-examples = Examples

cli-do-scan = Accounts found in message and password exports
cli-do-findings = What scans found and nobody decided on
cli-findings-accept = Add findings to the list of accounts
cli-findings-dismiss = Never show these findings again
cli-arg-findings-all = All of them
cli-arg-files = Exports of messages or passwords; - is stdin
cli-arg-since = Ignore messages before this date
cli-arg-add = Add these accounts, separated by commas
cli-arg-add-all = Add every account that is not on the list yet
cli-arg-ignore = Do not show these again
cli-scan-file = { $path }: { $format }, { $messages ->
    [one] one message
   *[other] { $messages } messages
}{ $accounts ->
    [0] {""}
    [one] , one account entry
   *[other] , { $accounts } account entries
}
cli-arg-qr = Draw the address as a code that a phone can scan
cli-arg-how = Tell how an export is made, step by step; without NAME, which ones are known
cli-scan-how-list = `ringoff scan --how NAME` tells how each is made:
cli-scan-how-unknown = How an export of “{ $name }” is made is not known.
cli-scan-found = { $count ->
    [0] No account found.
    [one] One account found:
   *[other] { $count } accounts found, mail and money first:
}
cli-scan-add = They wait in `ringoff findings`; --add NAME,… or --add-all adds them to the list. Delete the export when you are done: it contains things nobody else should read.
cli-scan-unsure = { $count ->
    [one] One account is listed as unsure: its messages came to a phone with several SIMs. `ringoff account set NAME to_do` says that it uses this number; `remove` takes it off the list.
   *[other] { $count } accounts are listed as unsure: their messages came to a phone with several SIMs. `ringoff account set NAME to_do` says of one that it uses this number; `remove` takes it off the list.
}
cli-scan-no-number = Password exports are searched for your number: give it with --number, or enter it for the line.
cli-scan-not-found = Nothing called “{ $name }” was found.

cli-do-backup = Check that a backup of contacts or messages is complete
cli-backup-check = Show what it holds, and whether it is complete
cli-arg-backups = Backups of contacts or messages; if two, the older one first
cli-backup-contacts = { $count ->
    [one] one contact
   *[other] { $count } contacts
}, { $numbers } with a number.
cli-backup-messages = { $count ->
    [one] one message.
   *[other] { $count } messages.
}
cli-backup-declared = The file claims to hold { $count }.
cli-backup-malformed = { $count ->
    [one] One record cannot be read; it begins at { $at }.
   *[other] { $count } records cannot be read; the first begins at { $at }.
}
cli-backup-cut = It is CUT OFF at { $at }: make the backup again.
cli-backup-unended = Its last line, at { $at }, has no line end, so it may be cut off: compare the last message with the phone. If it is whole, tick this by hand.
cli-backup-chat = These are chats of a messenger, not the text messages of the line: they do not stand for its backup.
cli-backup-unsigned = None of them says who sent it and when, so this is no backup.
cli-backup-no-number = None of them has a number, so this is no backup.
cli-backup-holds-contacts = It holds contacts, not the messages of the line.
cli-backup-holds-messages = It holds messages, not contacts.
cli-hint-tick-by-hand = `ringoff check { $item }` ticks it by hand, where what ringoff cannot read is whole all the same.
cli-backup-unread = Not read inside: { $names }
cli-backup-missing-contacts = { $count ->
    [0] Everything in the first is also in the second.
    [one] One contact in the first is missing from the second: { $names }
   *[other] { $count } contacts in the first are missing from the second: { $names }
}
cli-backup-missing-messages = { $count ->
    [0] Everything in the first is also in the second.
    [one] One message in the first is missing from the second.
   *[other] { $count } messages in the first are missing from the second.
}
cli-flag-theme = Theme of the dashboard: own, dark, light, contrast, plain, auto, or your own (RINGOFF_THEME)
cli-flag-ascii = Draw frames and marks in ASCII
cli-flag-no-mouse = Leave the mouse to the terminal
cli-config-sample = Print a config.ron with every setting explained
cli-sample = The settings of ringoff. Copy what you want to change into config.ron in the folder shown by `ringoff config path`; anything you leave out stays as it is here. ringoff never writes that file.
cli-setting-lang = The language: en, zh-CN or ms. If left out, the language of the system. --lang and RINGOFF_LANG take precedence.
cli-setting-theme = The theme of the dashboard: own (the colours of your terminal), dark, light, contrast, plain (no colours), auto (dark or light, as your terminal says), or the name of a file in themes/. --theme and RINGOFF_THEME take precedence.
cli-setting-signs = How frames and marks are drawn: auto (whatever the terminal can show), full, or ascii.
cli-setting-mouse = Whether clicks and the wheel work. While they do, most terminals still select text with Shift held.
cli-setting-title = Whether the title of the window says ringoff.
cli-setting-tour = Whether a four-step tour follows the first case.
cli-setting-days = Days of your own, by region: when a carrier is closed, or open after all. For example: {"{"}"MY-14": (closed: {"{"}"2026-11-12": "office moves"{"}"}, open: {"{"}{"}"}){"}"}
cli-do-agenda = Every dated thing, with its rule and source
cli-agenda-done = Say that an entry is done
cli-agenda-snooze = Put an entry off
cli-agenda-until = The day on which it is told again
cli-agenda-all = Also what is done
cli-agenda-empty = Nothing has a date.
cli-arg-id = The id that the list shows
cli-contact-kept = Say that a promise was kept

cli-do-archive = Put away a case that is closed or abandoned
cli-arg-which = The case; the one in use if omitted
cli-arg-confirmation = The confirmation, or the letter of rejection. Here --file is not the progress file: that one is named first (ringoff --file PATH outcome …)
cli-arg-about = What a rejection criticised: preconditions and documents
cli-archived = { $count ->
    [one] One archived case is not shown: `ringoff cases --all`
   *[other] { $count } archived cases are not shown: `ringoff cases --all`
}
cli-do-sync = Keep one progress file on several machines, by way of git
cli-arg-remote = Where the shared repository is; it is remembered
cli-sync-setup = The first run makes the data folder a repository of git; only the progress file is in it. Without REMOTE, and with none known, changes are only committed. Commits of others are merged item by item; what both sides changed differently waits in `ringoff conflict`. Whatever cuts it short, the next run goes on.
cli-sync-subject = { $count ->
    [one] One change
   *[other] { $count } changes
 }
cli-sync-merge = Merged
cli-sync-committed = { $count ->
    [0] Nothing new on this machine.
    [one] Committed here: one change.
   *[other] Committed here: { $count } changes.
 }
cli-sync-came = From { $from }: { $case }: { $what }
cli-sync-went-back = From { $from }: went back to a backup
cli-sync-more = … and { $count } more.
cli-sync-brought-back = The progress file was gone; it is there again, as it was committed last.
cli-sync-put-back = Somebody had taken the progress file out of the repository; it is there again, with everything that was in it.
cli-sync-left = Others changed these files too; here they stay as you have them: { $files }. `git diff` in the folder of the progress file shows how they differ; look before you commit them.
cli-sync-conflicts = { $count ->
    [one] One thing was changed differently on both sides. `ringoff conflict` shows it.
   *[other] { $count } things were changed differently on both sides. `ringoff conflict` shows them.
 }
cli-sync-sent = { $count ->
    [0] { $remote } has nothing to get from here.
    [one] Sent to { $remote }: one change.
   *[other] Sent to { $remote }: { $count } changes.
 }
cli-sync-sent-joined = { $remote } got the merge of both sides; it has no new change of the progress file.
cli-sync-no-remote = No shared repository is known yet: `ringoff sync REMOTE` names one.
cli-sync-again = Your changes are safe here; run `ringoff sync` again.
cli-sync-clash = Your changes are safe here. In the folder of the progress file, run `git merge { $other }` and settle it, then run `ringoff sync` again.
cli-sync-anew = Your progress file is whole. Rename { $place }, then run `ringoff sync{ $remote }`: it begins a new repository and merges what is in your file with what the others have sent. What you undid since the last sync may come back; undo it again then.
cli-arg-as-of = As it was at the end of that day
cli-as-of = As it was on { $date }; { $count ->
    [0] nothing was done since.
    [one] one change was made since.
   *[other] { $count } changes were made since.
 } What was undone since is not told.
cli-copy-new = A sync tool left a copy beside the progress file: { $path }. { $count ->
    [one] One change in it is not here.
   *[other] { $count } changes in it are not here.
 } `ringoff merge` with that file brings them in.
cli-overtaken = An older copy has taken the place of the progress file. { $path } has { $count ->
    [one] one change that is
   *[other] { $count } changes that are
 } not here; `ringoff merge` with that file brings them in.
cli-copy-old = { $path }: nothing in it that is not here; you can delete it.
cli-merge-itself = { $path } is the progress file itself: there is nothing to merge.
cli-backup-old = { $path }: nothing in it that is not here. It is one of the backups.
cli-merged-edited = { $path } was changed outside ringoff, or damaged: what differs is in the history now. `ringoff history` shows it.
cli-copy-unreadable = { $path }: it cannot be read as a progress file.
cli-doctor-copies = Copy
cli-merged-copy = { $path }: merged, { $count ->
    [one] one change came in.
   *[other] { $count } changes came in.
 } You can delete that file now; `ringoff restore` goes back.
cli-merged-conflicts = { $count ->
    [one] One thing was changed differently on both sides. `ringoff conflict` shows it.
   *[other] { $count } things were changed differently on both sides. `ringoff conflict` shows them.
 }
cli-confirmation-is-book = { $path } is a progress file, not a confirmation: behind `outcome`, --file is what the carrier sent. Nothing was changed.
cli-hint-book-first = To use another progress file, name it first: `ringoff --file { $path } outcome …`
cli-hint-file-behind = In front of `outcome`, --file is the progress file. The carrier's confirmation goes behind it: `ringoff outcome { $verdict } --file { $path }`
cli-imported-not = Not taken over, since this case says otherwise or such things are never added to one: { $what }. `ringoff import FILE` without --into brings the whole case beside this one.
cli-left-account = accounts
cli-left-document = documents
cli-left-mark = ticks, waivers and files
cli-left-contact = contacts
cli-left-obstacle = obstacles
cli-left-application = applications
cli-left-line = facts of the line
cli-left-route = the way out
cli-left-agenda = what was done or put off in the agenda
cli-left-search = whether the search for accounts is over
cli-left-terms = how the review is counted
