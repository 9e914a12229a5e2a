# The command line.

cli-about = Closes a phone line without losing anything that hangs on it.
cli-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options

cli-do-new = Open a case and print its id
cli-do-cases = Every case in a line
cli-do-status = Where a case stands
cli-do-show = Everything about a case
cli-do-next = The one thing to do now
cli-do-check = Say that something holds: precondition:arrears, document:identity, service:maybank
cli-do-uncheck = Say that it does not hold after all
cli-do-waive = Go on without it, with a reason
cli-do-service = Accounts that trust the number
cli-service-add = Add an account
cli-service-set = Say whether it still trusts the number
cli-service-remove = Take it off the list
cli-do-contact = The log of reaching the carrier
cli-contact-add = Log a call, chat, message or visit
cli-do-document = Files that stand for documents
cli-document-attach = Keep path, size and fingerprint of a file
cli-document-verify = See whether attached files are still there and the same
cli-do-submit = Hand in the application
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
cli-do-demo = The dashboard on a made-up book; nothing is read or written

cli-flag-file = The book to use (RINGOFF_FILE)
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
cli-arg-state = linked, moved, closed or unsure
cli-arg-channel = Which way: hotline, website, social, store, …
cli-arg-on = The day; today if left out
cli-arg-agent = Who answered
cli-arg-reference = The carrier's reference
cli-arg-promised = By when an answer was promised
cli-arg-path = The file
cli-arg-anyway = Hand in though something required is open; needs --reason
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
cli-hint-blocked = Open: { $items }. `--anyway --reason TEXT` hands in all the same.
cli-no-case = There is no case yet.
cli-which = Case: { $id } ({ $label })
cli-next = Next: { $next }
cli-line = { $label }: { $stage } { $done }/{ $total }
cli-line-review = { $label }: { $stage } { $done }/{ $total }, latest { $date }
cli-status-next = {"  "}Next: { $next }
cli-status-count = { $what } { $done }/{ $total }
cli-status-review = {"  "}Handed in { $submitted }; earliest { $earliest }; latest { $latest }
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
      ringoff demo                              the same on a made-up book
      ringoff new --label "KL keep-alive"       open a case
      ringoff next                              what to do now
      ringoff check precondition:arrears        tick it
      ringoff service add Maybank --kind bank   an account that trusts the number
      ringoff status --line                     one line for a status bar
cli-exit-codes =
    Exit codes: 0 ok · 1 failure · 2 usage · 3 book unreadable · 4 locked or changed elsewhere · 5 not allowed now · 6 not found
cli-no-sense = This command line makes no sense.

cli-do-due = Which dates, and why: no book is needed
cli-do-export = Write a calendar file
cli-do-extend = The carrier asked for more time
cli-do-review = The working of the running review, and how it is counted
cli-arg-from = The day of handing in, day 0; today if left out
cli-arg-days = From the first to the last working day, such as 3..7
cli-arg-region = Whose working days: MY-14, SG, GB-ENG, …
cli-arg-until = The new last day
cli-arg-closed = A day on which the carrier is closed, with a reason; again for more
cli-arg-open = A day on which it works after all, with a reason; again for more
cli-arg-usual = Forget what was set before: count as the playbook says
cli-arg-format = What to write: ics
cli-arg-output = The file to write; - or nothing writes to stdout
cli-arg-reveal = Numbers in full; they are masked otherwise
cli-arg-force = Replace a file that is there
cli-due-from = Handed in { $date } (day 0)
cli-due-earliest = Earliest  { $date } (working day { $day })
cli-due-latest = Latest    { $date } (working day { $day })
cli-due-provisional = Provisional: these dates can still change.
cli-exists = There is a file already: { $path }
cli-hint-force = `--force` replaces it.
cli-exported = { $count ->
    [one] Written: { $path } (one event)
   *[other] Written: { $path } ({ $count } events)
}
cli-no-region = There is no region `{ $given }`.
cli-region-parts = `{ $given }` alone is no calendar: its parts differ.
cli-region-which = Name one of: { $names }.
