# The command line.

cli-about = Closes a phone line without losing the accounts behind it.
cli-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options

cli-do-new = Open a case and print its id
cli-do-cases = Every case in a line
cli-do-status = Where a case stands
cli-do-show = Everything about a case
cli-do-next = The one thing to do now
cli-do-check = Mark an item done: precondition:arrears, document:identity, account:maybank
cli-do-uncheck = Say that it does not hold after all
cli-do-waive = Go on without it, with a reason
cli-do-account = Accounts that use the number
cli-account-add = Add an account
cli-account-set = Say whether it still uses the number
cli-account-remove = Take it off the list
cli-do-contact = The log of reaching the carrier
cli-contact-add = Log a call, chat, message or visit
cli-do-document = Files that stand for documents
cli-document-attach = Keep path, size and fingerprint of a file
cli-document-verify = See whether attached files are still there and the same
cli-do-submit = Submit the application
cli-do-outcome = Record what the carrier decided
cli-do-obstacle = What is in the way
cli-obstacle-open = Something is in the way: owner-unreachable, disputed-amount, registration, no-answer
cli-obstacle-resolve = It is out of the way
cli-do-history = Everything that was done
cli-do-undo = Undo the last change of the case
cli-do-redo = Redo what was undone
cli-do-playbook = Carriers' procedures
cli-playbook-list = The playbooks at hand
cli-playbook-check = Name every fault of a playbook file
cli-do-demo = The dashboard on sample data; nothing is read or written

cli-flag-file = The progress file to use (RINGOFF_FILE)
cli-flag-case = The case that is meant
cli-flag-json = Print one JSON object
cli-flag-lang = Language: en, zh-CN, ms (RINGOFF_LANG)
cli-flag-no-input = Never ask anything
cli-flag-color = Colours: auto, always, never
cli-flag-help = Help
cli-flag-version = Version

cli-arg-playbook = The carrier's procedure: hotlink, generic, or one of your own
cli-arg-label = What you call the case
cli-arg-number = The phone number, best with + and country code
cli-arg-holder = In whose name the line is
cli-arg-route = apply: ask the carrier; lapse: let it expire
cli-arg-all = Every case
cli-arg-line = One short line, for a status bar
cli-arg-item = kind:id, as `ringoff show` names it
cli-arg-settled = Something was owed and is paid: a receipt becomes required
cli-arg-reason = Why; it is kept
cli-arg-name = Its name
cli-arg-kind = What sort of account it is: bank, payment, government, email, messaging, social, shopping, travel, game, other
cli-arg-note = Your own words; no passwords, codes or ID numbers
cli-arg-state = to_do, moved, closed or unsure
cli-arg-channel = Which way: hotline, website, social, store, …
cli-arg-on = The day; today if left out
cli-arg-agent = Who answered
cli-arg-reference = The carrier's reference
cli-arg-promised = By when an answer was promised
cli-arg-path = The file
cli-arg-anyway = Submit though something required is open; needs --reason
cli-arg-verdict = approved or rejected
cli-arg-obstacle = Which obstacle
cli-arg-follow-up = When to look at it again

cli-no-such-command = There is no command `{ $given }`.
cli-no-such-flag = There is no option `{ $given }` here.
cli-missing = Something is missing: { $what }
cli-needs-value = `{ $what }` needs a value.
cli-bad-value = `{ $given }` is no value for { $what }: { $valid }
cli-twice = `{ $what }` is given twice.
cli-hint-help = `ringoff --help` tells more.
cli-hint-new = `ringoff new` opens one.
cli-hint-opened = Opened. `ringoff` shows it; `ringoff next` says what to do.
cli-hint-blocked = Open: { $items }. Add `--anyway --reason TEXT` to submit anyway.
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
cli-playbook-fine = { $file }: no fault

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
    Exit codes: 0 ok · 1 failure · 2 usage · 3 progress file unreadable · 4 locked or changed elsewhere · 5 not allowed now · 6 not found
cli-takes-no-value = { $what } takes no value.
cli-not-text = A word of this command line is not text (UTF-8).

cli-do-due = Compute working-day dates and explain them; needs no case
cli-do-export = Files for others: ics, md, html, csv, json
cli-do-extend = The carrier asked for more time
cli-do-review = How the dates of the running review come about, and how they are counted
cli-arg-from = The day of submitting, day 0; today if left out
cli-arg-days = From the first to the last working day, such as 3..7
cli-arg-region = Whose working days: MY-14, SG, GB-ENG, …
cli-arg-until = The new last day
cli-arg-closed = A day on which the carrier is closed, with a reason; can be repeated
cli-arg-open = A day on which it works after all, with a reason; can be repeated
cli-arg-usual = Forget what was set before: count as the playbook says
cli-arg-format = ics (calendar), md or html (evidence), csv (table), json (everything)
cli-arg-output = The file to write; - or nothing writes to stdout
cli-arg-reveal = Numbers in full; they are masked otherwise
cli-arg-force = Replace a file that is there
cli-due-from = Submitted { $date } (day 0)
cli-due-earliest = Earliest  { $date } (working day { $day })
cli-due-latest = Latest    { $date } (working day { $day })
cli-due-provisional = Provisional: these dates can still change.
cli-exists = There is a file already: { $path }
cli-hint-force = `--force` replaces it.
cli-no-region = There is no region `{ $given }`.
cli-region-parts = `{ $given }` alone is not enough: its parts keep different holidays.
cli-region-which = Name one of: { $names }.

cli-do-guide = The whole procedure as plain questions
cli-do-letter = What to say and to hand over: call, message, application, authorisation, dispute, chaser, complaint
cli-do-remind = What is due, and what is late
cli-do-import = Bring in a JSON export
cli-do-config = Where the settings are, and what is wrong with them
cli-config-path = Print the folder of config.ron, keys.ron and playbooks
cli-config-check = Name every fault in them
cli-do-doctor = Where everything is, and what to do about what is wrong
cli-do-completions = Completions for a shell: bash, zsh, fish, powershell
cli-do-man = Write manual pages into a folder
cli-playbook-show = Tell a whole procedure, with its sources
cli-playbook-new = Write one of your own to begin with
cli-arg-into = Only what this case lacks
cli-arg-within = How far ahead to look: 3d, 2w, 1m
cli-arg-exit-code = End with 10 when something is due, 11 when something is late
cli-arg-notify = Show a notification as well
cli-arg-recipe = Print how to be reminded every morning: cron, systemd, launchd
cli-arg-letter = Which one: call, message, application, authorisation, dispute, chaser, complaint
cli-arg-shell = bash, zsh, fish or powershell
cli-arg-folder = The folder; it is made if need be
cli-written = Written: { $path }
cli-imported = { $count ->
    [0] Nothing new: every case is here already.
    [one] One case brought in.
   *[other] { $count } cases brought in.
}
cli-imported-items = { $count ->
    [0] Nothing new for this case.
    [one] One thing brought in; `ringoff undo` takes it back.
   *[other] { $count } things brought in; `ringoff undo` takes back one at a time.
}
cli-hint-export = It has to be what `ringoff export json --reveal` wrote.
cli-hint-reveal = Export it again with --reveal.
cli-hint-playbook = Fill in what your carrier says; `ringoff playbook check FILE` names every fault.
cli-no-letter = There is no letter `{ $given }`: { $valid }
cli-not-a-span = “{ $typed }” is no span: write it as 3d, 2w or 1m.
cli-due-today = today
cli-due-in = { $count ->
    [one] tomorrow
   *[other] in { $count } days
}
cli-due-late = { $count ->
    [one] one day late
   *[other] { $count } days late
}
cli-nothing-due = Nothing is due.
cli-no-notification = Nothing here can show a notification: install notify-send, or run it in a terminal.
cli-recipe-what = Tells what is due in ringoff
cli-recipe-cron = Add the line with: crontab -e
cli-recipe-systemd = Save the two files, then: systemctl --user enable --now ringoff-remind.timer
cli-recipe-launchd = Save as ~/Library/LaunchAgents/ringoff.remind.plist, then: launchctl load FILE
cli-pages = { $count ->
    [one] One page written.
   *[other] { $count } pages written.
}
cli-config-fine = No fault.
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
cli-doctor-mend = Mend the place that is named; everything else is used.
cli-doctor-verified = { $id }, gone through { $date }
cli-doctor-old = Its facts are over a year old: ask the carrier before you rely on them.
cli-doctor-regions = { $count } regions, 2024 to 2031
cli-doctor-doubtful = Within half a year the days off are not all published for: { $names }. Counts there are provisional.
cli-doctor-drawn = the dashboard can be drawn
cli-doctor-not-drawn = no terminal here: `ringoff guide` and the commands work
cli-doctor-utf8 = Frames and Chinese need a UTF-8 locale, such as LANG=C.UTF-8.
cli-no-dates = There is no date yet to put into a calendar.
cli-arg-plain = Take back what was said of this day; can be repeated
cli-heading-examples = Examples

cli-do-scan = Accounts found in message and password exports
cli-arg-files = Exports of messages or passwords; - is stdin
cli-arg-since = Ignore messages before this date
cli-arg-add = Add these accounts, separated by commas
cli-arg-add-all = Add every account that is not on the list yet
cli-arg-ignore = Do not show these again
cli-scan-file = { $path }: { $format }, { $messages ->
    [one] one message
   *[other] { $messages } messages
}, { $accounts ->
    [one] one account
   *[other] { $accounts } accounts
}
cli-scan-found = { $count ->
    [0] No account found.
    [one] One account found:
   *[other] { $count } accounts found, the surest first:
}
cli-scan-add = --add NAME,… or --add-all puts them on the list. Delete the export when you are done: it holds what others must not read.
cli-scan-no-number = Accounts are looked through for a number: give it with --number, or enter it for the line.
cli-scan-not-found = Nothing called “{ $name }” was found.

cli-do-backup = Whether a backup of contacts or messages is whole
cli-backup-check = What it holds, and whether it is whole
cli-arg-backups = Backups of contacts or messages; of two, the older first
cli-backup-contacts = { $path }: { $count ->
    [one] one contact
   *[other] { $count } contacts
}, { $numbers } with a number.
cli-backup-messages = { $path }: { $count ->
    [one] one message.
   *[other] { $count } messages.
}
cli-backup-declared = It says that it holds { $count }.
cli-backup-malformed = { $count ->
    [one] One record cannot be read; it begins at { $at }.
   *[other] { $count } records cannot be read; the first begins at { $at }.
}
cli-backup-cut = It is CUT OFF at { $at }: make the backup again.
cli-backup-missing-contacts = { $count ->
    [0] Nothing of the first is missing in the second.
    [one] One contact of the first is missing in the second: { $names }
   *[other] { $count } contacts of the first are missing in the second: { $names }
}
cli-backup-missing-messages = { $count ->
    [0] Nothing of the first is missing in the second.
    [one] One message of the first is missing in the second.
   *[other] { $count } messages of the first are missing in the second.
}
cli-flag-theme = Theme of the dashboard: own, dark, light, contrast, plain, auto, or your own (RINGOFF_THEME)
cli-flag-ascii = Draw frames and marks in ASCII
cli-flag-no-mouse = Leave the mouse to the terminal
cli-config-sample = Print a config.ron with every setting explained
cli-sample = The settings of ringoff. Copy what you want to change into config.ron in the folder that `ringoff config path` names; whatever is left out is as it stands here. ringoff never writes that file.
cli-setting-lang = The language: en, zh-CN or ms. Left out: the language of the system. --lang and RINGOFF_LANG win.
cli-setting-theme = The theme of the dashboard: own (the colours of your terminal), dark, light, contrast, plain (no colours), auto (dark or light, as your terminal says), or the name of a file in themes/. --theme and RINGOFF_THEME win.
cli-setting-signs = What frames and marks are drawn with: auto (as far as the terminal can), full, or ascii.
cli-setting-mouse = Whether clicks and the wheel work. With the mouse taken, most terminals select text while Shift is held.
cli-setting-title = Whether the title of the window says ringoff.
cli-setting-tour = Whether the first case is followed by a tour of four steps.
cli-setting-days = Days of your own, by region: when a carrier is closed, or open after all. For example: {"{"}"MY-14": (closed: {"{"}"2026-11-12": "office moves"{"}"}, open: {"{"}{"}"}){"}"}
