# The dashboard.

ui-next = Next
ui-next-hint = press { $key } to go there
ui-of = { $done } of { $total }
ui-optional = optional
ui-promised = answer by { $date }
ui-expected = expected by { $date }
ui-follow-up = follow up { $date }
ui-search-open = list them
ui-search-on = all found?

ui-pane-preconditions = Preconditions
ui-pane-accounts = Accounts
ui-pane-documents = Documents
ui-pane-review = Review
ui-pane-review-watch = Watch
ui-pane-review-lapse = Lapse
ui-pane-review-keep = Validity
ui-pane-contacts = Contact log
ui-pane-safeguards = Before you go
ui-pane-obstacles = Obstacles
ui-pane-line = Line
ui-pane-timeline = Timeline

ui-empty-preconditions = This playbook has none.
ui-empty-accounts = No account listed yet. Which banks, wallets, shops, games and apps send codes to this number? { $key } adds one.
ui-empty-accounts-found = No account listed yet. What a scan found waits for you: { $key } shows it.
ui-empty-documents = No documents are needed on this route.
ui-empty-review = Nothing submitted yet.
ui-empty-contacts = No contact logged yet. Press { $open } to see how to reach the carrier; { $key } logs a call, chat or visit.
ui-empty-safeguards = This playbook has none.
ui-empty-obstacles = Nothing in the way. Press { $key } when something comes up: an unreachable owner, a disputed amount, no answer.
ui-empty-line = No details yet.
ui-empty-timeline = Nothing done yet.

ui-count-earliest = { $count ->
    [one] working day until a decision can come
   *[other] working days until a decision can come
}
ui-count-latest = { $count ->
    [0] the answer is due today
    [one] working day until the answer is late
   *[other] working days until the answer is late
}
ui-count-overdue = { $count ->
    [0] the answer is late
    [one] working day late
   *[other] working days late
}
ui-count-line = { $count } { $what }
ui-date-submitted = submitted (day 0)
ui-date-earliest = earliest (day { $day })
ui-date-latest = latest (day { $day })
ui-date-submitted-short = submitted
ui-date-earliest-short = earliest
ui-date-latest-short = latest
ui-legend-counted = counted
ui-legend-window = answer may come
ui-legend-off = off
ui-legend-today = today
ui-window-in = { $days } in { $region }
ui-window-anywhere = { $days }, with no region set
ui-window-one-source = One source, unverified: { $days }.
ui-window-unverified = Unverified: { $days }.
ui-told-preparing = { $count ->
    [one] Not submitted yet: one required thing is still to do.
   *[other] Not submitted yet: { $count } required things are still to do.
}
ui-told-preparing-port = { $count ->
    [one] The new carrier was not asked yet: one required thing is still to do.
   *[other] The new carrier was not asked yet: { $count } required things are still to do.
}
ui-told-ready = Ready: press { $key } to submit.
ui-told-ready-port = Ready: ask the new carrier, then press { $key } to log it.
ui-told-rejected = Rejected on { $date }: { $reason }. Press { $key } to submit again; the count starts over.
ui-told-rejected-open = { $count ->
    [one] Rejected on { $date }: { $reason }. One required thing is still to do before you submit again.
   *[other] Rejected on { $date }: { $reason }. { $count } required things are still to do before you submit again.
}
ui-told-rejected-open-port = { $count ->
    [one] Move refused on { $date }: { $reason }. One required thing is still to do before you ask again.
   *[other] Move refused on { $date }: { $reason }. { $count } required things are still to do before you ask again.
}
ui-told-rejected-port = Move refused on { $date }: { $reason }. Press { $key } once you have asked again.
ui-told-cancelled = Confirmed on { $date }: the line is cancelled.
ui-told-lapse-unknown = When the line ends is not known yet. { $key } takes the dates that the carrier shows.
ui-told-cancelled-port = Moved on { $date }: the number is with another carrier, and the line here has ended.

ui-save-fresh = not saved yet
ui-save-unchanged = saved
ui-save-saving = saving…
ui-save-saved = saved { $time }
ui-save-fragile = saved { $time }, not synced
ui-save-failed = NOT SAVED
ui-saved-after-all = Saved after all: nothing is lost.
ui-save-unusable = FILE UNUSABLE
ui-save-demo = demo: nothing is saved

ui-key-toggle = done
ui-key-toggle-to_do = reopen
ui-key-toggle-started = started
ui-key-toggle-waiting = waiting
ui-key-toggle-moved = moved
ui-key-toggle-chosen = { $count } selected
ui-key-untick = untick
ui-key-open = open
ui-key-add = add
ui-key-edit = edit
ui-key-undo = undo
ui-key-submit = submit
ui-key-outcome = outcome
ui-key-channels = contact
ui-key-next-pane = next pane
ui-key-find = find
ui-key-palette = commands
ui-key-help = help
ui-key-quit = quit
ui-key-save-again = save again
ui-key-waive = waive
ui-key-attach = attach
ui-key-close = back
ui-key-scroll-down = down
ui-key-scroll-up = up
ui-key-choose = choose
ui-key-accept = next
ui-key-previous-field = back
ui-key-save-form = save
ui-key-look-back = go
ui-key-next-field = next field
ui-see-done = done
ui-see-later = later
ui-see-go = go there
ui-see-log-use = note a use
ui-key-complete = complete
ui-key-to-route = recommendation
ui-key-next-choice = change
ui-key-cancel = cancel

ui-did = { $what } · { $key } undo
ui-did-unsure = { $what } · unsure: { $count } (the phone has several SIMs; say of each whether it uses this number) · { $key } undo
ui-undone = Undone: { $what } · { $key } redo
ui-copied = Copied.
ui-attached = { $what } (path, size and fingerprint; no copy) · { $key } undo
ui-attached-all = { $count } files attached · { $key } undo
ui-case-opened = Case opened: { $tick } ticks, { $open } explains.
ui-rebased = The file changed on disk; your edits were merged in.
ui-rebased-lost = { $count ->
    [one] The file changed on disk; one of your changes no longer applies and was dropped.
   *[other] The file changed on disk; { $count } of your changes no longer apply and were dropped.
}
ui-reloaded = Reloaded.
ui-reloaded-same = Reloaded: nothing has changed.
ui-revived = An older copy had taken the place of the file; what you had saved was put back into it.
ui-menu-conflicts = Which is right?
ui-conflict-keep = keep this
ui-conflict-take = take the other side
ui-needs-conflict = No merge left anything to settle.
ui-needs-unsaved = Everything is saved.
ui-paste-nowhere = Nothing was pasted: no field is open.
ui-paste-no-names = Nothing was pasted: this is text, not a list of accounts. { $key } adds an account.
ui-one-file = One file at a time here: name just one.
ui-field-full = This field is full: what you typed was not added.
ui-paste-cleaned = Control characters and colours in it were left out.
ui-paste-joined = { $count } lines became one.
ui-paste-first = { $count ->
    [one] One line fits here: the first was taken, the other one was left out.
   *[other] One line fits here: the first was taken, { $count } more were left out.
}
ui-paste-first-name = { $count ->
    [one] A name is one line: one more was left out. To add both, press { $key } on the list and paste.
   *[other] A name is one line: { $count } more were left out. To add all, press { $key } on the list and paste.
}
ui-account-listed = { $item } is on the list already: { $state }.
ui-accounts-listed = { $count ->
    [one] It is on the list already.
   *[other] All { $count } are on the list already.
}
ui-did-others-listed = { $count ->
    [one] { $what }; one was on the list already · { $key } undo
   *[other] { $what }; { $count } were on the list already · { $key } undo
}
ui-paste-cut = { $count ->
    [one] The last character didn't fit and was left out.
   *[other] The last { $count } characters didn't fit and were left out.
}
ui-nothing-searched = Nothing was searched for yet: { $find } searches the rows, { $key } then goes to another match.
ui-nothing-found = Nothing found.
ui-agenda-none = Nothing has a date yet. { $key } takes the line's dates from the carrier's app or menu.
ui-nothing-to-add = Nothing can be added in this pane.
ui-not-a-tick = This cannot be ticked; { $open } opens it.
ui-search-over-to-do = { $count ->
    [one] Noted: the search is over. One account is still to do.
   *[other] Noted: the search is over. { $count } accounts are still to do.
}
ui-playbook-trouble = The playbook “{ $id }” cannot be used; the generic one is used instead.
ui-edited-by-hand = The file was changed outside ringoff since its last save; it was read as it is now.

ui-needs-case = There is no case yet: open one first.
ui-form-both = { $field } was changed elsewhere too. Saving puts what you typed in its place.
ui-form-leave = Leave without saving? { $key } again or y: yes. n: go on.
ui-form-chord = { $chord } came in. Leave without saving? { $key }: yes. Any other key goes on.
ui-chord-left = esc and y came in together: left without saving.
ui-chord-stays = esc and n came in together: you go on with the form.
ui-chord-not-done = { $key } came in together with esc and was not done: press it again if you mean it.
ui-folder = This is a folder: choose one of its files, or type on.
ui-no-chinese = This terminal’s encoding ({ $locale }) has no Chinese characters: the language stays as it is. Start ringoff in a UTF-8 locale for Chinese (LC_ALL=C.UTF-8 ringoff).
ui-needs-item = Select a precondition, a document or a row of “Before you go” first.
ui-needs-document = Select a document or a row of “Before you go” first.
ui-needs-row = Nothing is selected.
ui-needs-deletable = Nothing here can be deleted.
ui-needs-application = No application is waiting for an outcome: submit first.
ui-needs-two-cases = There is only one case.

ui-menu-palette = Commands
ui-menu-cases = Cases
ui-menu-find = Find
ui-menu-gate = Not yet: this is still to do
ui-menu-obstacles = What is in the way?
ui-menu-settle = Was anything owed?
ui-menu-unsaved = The last change could not be saved
ui-menu-unusable = The file on disk cannot be used; this window holds the last good state
ui-command-copied = Copied for your shell: { $command }
ui-menu-end-call = Is the call over?
ui-menu-end-call-online = Is the chat or message finished?
ui-menu-end-call-counter = Is the visit over?
ui-menu-keep = Keep the line, or close it?
ui-keep-yes = Keep it: no application for now
ui-keep-yes-note = Its dates, and what keeps it alive, stay in view; what you have ticked is kept
ui-keep-close = Close it after all
ui-keep-close-note = The preconditions, the documents and the countdown come back
ui-keep-no = Leave it as it is
ui-keep-no-note = Nothing changes
ui-end-call-log = I spoke to them: { $channel }
ui-end-call-log-online = I wrote to them: { $channel }
ui-end-call-log-counter = I was there: { $channel }
ui-end-call-log-note = Kept in the contact log, with its length and everything you noted
ui-end-call-none = I called nobody
ui-end-call-none-online = I contacted nobody
ui-end-call-none-counter = I was not there
ui-end-call-none-note = Nothing is kept: the page was only looked at
ui-end-call-on = No: go on
ui-end-call-drop = Don't keep this call
ui-end-call-drop-online = Don't keep this contact
ui-end-call-drop-counter = Don't keep this visit
ui-end-call-drop-note = As if you had never called: its notes are lost
ui-end-call-drop-note-online = As if you had never written: its notes are lost
ui-end-call-drop-note-counter = As if you had never been there: its notes are lost
ui-submit-anyway = Submit anyway…
ui-submit-anyway-note = with a reason, which is kept
ui-to-do-count = { $count ->
    [one] one account still to do
   *[other] { $count } accounts still to do
}
ui-settle-nothing = No, nothing was owed
ui-settle-nothing-note = No receipt is needed.
ui-settle-paid = Yes, and it is paid now
ui-settle-paid-note = The payment receipt becomes a required document.
ui-unsaved-retry = Try to save again
ui-unsaved-quit = Quit and lose what is not saved
ui-unusable-write = Write what this window shows
ui-unusable-backups = Look at the backups
ui-unusable-quit = Quit and leave the file as it is
ui-unusable-quit-note = Nothing was changed here; the backups stay.

ui-form-new-case = New case
ui-form-edit-case = Edit case
ui-form-abandon = Abandon the case
ui-form-add-account = Add an account
ui-form-edit-account = Edit account
ui-form-moved-to = { $count ->
    [one] Which number does it have now? { $key } skips
   *[other] Which number do these { $count } have now? { $key } skips
}
ui-moved-skip = not to say
ui-form-add-document = Add a document
ui-form-edit-document = Edit document
ui-form-attach = Attach a file
ui-form-add-contact = Log a contact
ui-form-edit-contact = Edit contact
ui-form-add-obstacle = Something is in the way
ui-form-edit-obstacle = Edit obstacle
ui-form-line = The line
ui-form-use = The line was used or topped up
ui-form-submit = Submitted (ringoff sends nothing)
ui-form-submit-anyway = Submit although something is still to do
ui-form-outcome = What did the carrier decide?
ui-form-waive = Go on without it
ui-form-note = Note

ui-field-playbook = Carrier
ui-field-label = Label
ui-field-number = Phone number
ui-field-holder = Holder, if not you
ui-field-own-name = Your name
ui-field-reply-to = Reply address
ui-field-abroad = Abroad
ui-field-route = Route
ui-field-name = Name
ui-field-kind = Kind
ui-field-state = State
ui-field-to = New number
ui-field-wait-until = Waiting until
ui-kind-auto = as the name says
ui-names-cut = { $count ->
    [one] At most 500 names at once: one was left out. Add these, then paste it.
   *[other] At most 500 names at once: { $count } were left out. Add these, then paste the rest.
}
ui-names-pasted = { $count } accounts: { $names }
ui-as-typed = “{ $typed }”, as typed
ui-field-note = Note
ui-field-title = Title
ui-field-required = Required
ui-field-path = Path of the file
ui-field-channel = Channel
ui-field-on = Day
ui-field-agent = Who answered
ui-field-asked = Asked
ui-field-reference = Reference
ui-field-promised = Answer promised by
ui-kept = Promise kept
ui-field-answer-by = Answer expected by
ui-field-follow-up = Follow up on
ui-field-class = Registered as
ui-field-registered = Registered on
ui-field-active-until = Active until
ui-field-grace-until = Grace until
ui-field-credit = Credit left
ui-field-reason = Reason
ui-field-verdict = Decision

ui-hint-date = 9 Jan 2027, 9/1/2027, 2027-01-09, today, +2w, +1m; empty for none.
ui-hint-moment = The day as it is written there; the time is left out.
ui-hint-moment-zone = The day that it is then where the carrier is; the time is left out.
ui-hint-as-of = A day that is over: 3 Nov, 3/11/2026, 2026-11-03, yesterday, -1d, -2w.
ui-hint-choice = Left and right change it; typing finds it by name.
ui-choice-none = Nothing here is called “{ $typed }”. Left and right show what there is.
ui-choice-stays = Nothing here is called “{ $typed }”: { $kept } stays chosen. Backspace keeps that; left and right show the others.
ui-hint-label = What you call it; the carrier's name if empty.
ui-hint-number = With country code, such as +60 12-345 6789. Optional.
ui-hint-holder = Leave empty if the line is in your own name; otherwise their name.
ui-hint-own-name = As it is registered: letters carry it.
ui-hint-reply-to = Where the carrier can write to you: letters ask for a reply there.
ui-hint-name = As you know it: Maybank, Grab, WeChat…
ui-hint-to = The number that the account has now, or will have. It is shown masked.
ui-hint-note = Anything worth remembering. No passwords, codes or full ID numbers: the file is plain text.
ui-hint-title = What the carrier called it.
ui-hint-path = Down chooses a file, Tab takes it, typing narrows; drop one here too. It is read once for its fingerprint.
ui-hint-agent = Name or number of the person.
ui-hint-reference = The number they gave you for it.
ui-hint-asked = Left and right change it. Only a question about the application counts as having asked for the answer.
ui-hint-answer-by = Your own guess, which nobody promised: the day to ask again.
ui-hint-credit = As the carrier shows it, such as RM 3.20.
ui-hint-reason = It is kept in the history.

ui-standing = { $state } · { $need }
ui-required = required before applying
ui-required-here = to be done before the line ends
ui-not-required = not required for applying
ui-not-required-here = nobody asks for it on this way out
ui-since = Since
ui-reason = Reason
ui-note = Note
ui-file = File
ui-bytes = { $size ->
    [one] one byte
   *[other] { $size } bytes
}
ui-settled = Something was owed and is paid: the payment receipt is required.
ui-waits-for = Waits for
ui-how-to-check = How to check
ui-look-for = What to look for
ui-sources = Sources
ui-source-foreign = { $host }: not their own page, unverified
ui-source = { $title } ({ $confidence }; { $date })
ui-how = How to change the number
ui-how-trap = Watch out
ui-how-only = Applies to
ui-how-weak = Unverified: what was found is no sure source. Where the app says otherwise, follow the app.
ui-how-general = No steps are known for this one. In general:
ui-how-general-settings = While the old SIM still receives codes, open the account's settings and look for “phone number”, “security” or “sign-in”.
ui-how-general-both = Add the new number first and see that a code arrives there; only then remove the old one.
ui-how-general-help = If you find nothing, search the service's help page for “change phone number”, or ask its support.
ui-how-address = Where
ui-how-old-number = Old number must still receive
ui-how-branch = Branch visit
ui-how-takes = Takes
ui-how-scan = Scan it with a phone to open the page.
ui-scanned = Last scan
ui-account-past = History
ui-account-became = { $state } { $date }
ui-seen = Seen in messages
ui-own-document = You added this document: the carrier asked for more than the playbook lists.
ui-opened = Since
ui-resolved = Resolved on
ui-what-to-do = What to do
ui-submitted = Submitted
ui-anyway = Submitted anyway
ui-answered = Answered
ui-field-last-used = Last used
ui-field-last-used-top-up = Last top-up
ui-keep-until = { $count ->
    [one] day until the line asks for something
   *[other] days until the line asks for something
}
ui-keep-soon = { $count ->
    [one] day left to keep the line
   *[other] days left to keep the line
}
ui-keep-late = { $count ->
    [one] day past the day to keep the line
   *[other] days past the day to keep the line
}
ui-keep-by = use it by then
ui-keep-by-top-up = top it up by then
ui-keep-held = credit can keep it alive
ui-keep-credit = Credit: { $credit }
ui-ends = How the line ends
ui-ends-read-off = The carrier shows the day.
ui-ends-noted = No source says that the carrier shows the day: ask for it, or count it yourself.
ui-ends-at-once = No source tells of a grace period: the last day of validity counts as the last on which it receives.
ui-ends-after-use = It ends { $period } after the last use.
ui-ends-after-top-up = It ends { $period } after the last top-up.
ui-ends-by-itself = Nothing has to be stopped for it to end.
ui-ends-prolonged = Credit that is left keeps it alive for up to { $period } more; { $count ->
    [one] this can be refused until the day before it would end
   *[other] this can be refused until { $count } days before it would end
} (since { $date }).
ui-registrations = Lines that end by how they were registered
ui-rest-lasts = The number rests { $period }.
ui-chase-after = { $count ->
    [one] Ask again after 1 working day without an answer.
   *[other] Ask again after { $count } working days without an answer.
}
ui-complain-after = { $count ->
    [one] Complain after 1 working day.
   *[other] Complain after { $count } working days.
}
ui-known-from = { $source }: { $confidence }, { $date }
ui-known-from-nobody = no source
ui-playbook-verified = Last checked { $date }. In brackets: the source of each fact, how sure it is, and the date of its page.
ui-porting = Taking the number along
ui-porting-credit = Credit left on the line is lost with it.
ui-porting-credit-stays = Credit left on the line is not lost with it.
ui-porting-credit-unknown = Whether credit is lost with it is not known: use it up first, or ask.
ui-needs-request = The line does not close without a request.
ui-refund = Leftover credit
ui-refund-none = It is not paid out.
ui-refund-on-request = It is paid out on request.
ui-refund-after-registered = It can be asked back for { $period } after registration.
ui-refund-after-ended = It can be asked back for { $period } after the line has ended.
ui-refund-unknown = Whether it is paid out is not known: ask.
ui-letter-languages = Letters in
ui-questions = Not known: ask the carrier
ui-earliest = Earliest
ui-latest = Latest
ui-submitting = How to submit
ui-review = The review
ui-confirmation = The confirmation
ui-lapse = Letting it lapse instead
ui-line-unknown = { $count ->
    [one] 1 not known yet
   *[other] { $count } not known yet
}
ui-line-help = Take the two dates from the carrier's app or menu: plans change, so ringoff does not guess them.
ui-page-more = { $last } of { $total } lines
ui-channels-title = How to reach { $carrier }
ui-at-hand = Have at hand
ui-at-hand-note = ringoff keeps no ID numbers, passwords or codes.
ui-complaints = If the carrier does not help
ui-channel-seen = { $confidence }; { $date }
ui-abroad = From abroad
ui-abroad-now = It is { $there } where the carrier is, { $here } where you are.
ui-abroad-now-here = It is { $here } by your clock.
ui-abroad-yes = Works from abroad.
ui-abroad-roaming = From abroad only on the line itself, while it roams.
ui-abroad-try-online = No source says so, but what is online can usually be opened from anywhere: try it first, and ask there how else the carrier is reached.
ui-abroad-try-number = No source says whether it works from abroad: look for a number that the carrier gives for calls from abroad, with +, and ask what the call costs.
ui-abroad-try-short = A short number belongs to the carrier’s own network: from abroad expect it at most on the line itself, while it roams. No source says whether it works.
ui-abroad-try-toll-free = Toll-free numbers cannot be expected to work from abroad, and no source says that this one does.
ui-abroad-try-store = It cannot be visited from abroad: ask in writing what else will do.
ui-abroad-no = Does not work from abroad.
ui-abroad-none-known = You are abroad, and of none of this carrier’s ways a source says that it works from there. In this order they are worth trying; that is advice, not the carrier’s word.
ui-abroad-one-known = You are abroad, and no source says that this way works from there. It is worth trying; that is advice, not the carrier’s word.
ui-abroad-ask-cost = No sure source says what the roaming call costs: ask before you call, or look in the carrier's app.
ui-abroad-out-of-reach = Not from abroad
ui-abroad-hint = Abroad? Say so under Line: what works from there, or is worth trying, then stands first.
ui-hours-there = Hours there: { $hours }
ui-hours-here = Next time it is open, by your clock: { $from } to { $until }
ui-hours-now = Open now, until { $there }
ui-hours-now-here = Open now, until { $there } there ({ $here } on your clock)
ui-unanswered = If nobody answers
ui-unanswered-log = Try the next way, and log each attempt, also one that failed: what comes later counts from there.

ui-help-legend = ✓ done · ○ to do · ▸ partly · ? unsure · ~ waived · – not needed · ! due or late
ui-unbound = (no key)
ui-scope-everywhere = Everywhere
ui-scope-dashboard = On the dashboard
ui-scope-dialog = In lists and pages
ui-scope-form = In forms

ui-welcome-title = Welcome to ringoff.
ui-welcome-why = Give up a phone number and someone else gets it, along with your login codes. ringoff closes a line in the right order, so that no account is left behind.
ui-welcome-what = It keeps track of the preconditions, the documents, every account that uses the number, whom you talked to, and how many working days are left.
ui-welcome-start = Press { $key } to open your first case.
ui-welcome-private = Everything is kept in one file on this computer. ringoff itself sends it nowhere.
ui-welcome-redo = { $key } brings back the case you have just undone.
ui-welcome-line = ringoff: no case yet
ui-nothing-changed = Nothing changed.
ui-older = Earlier applications
ui-menu-no-accounts = No account is listed yet
ui-no-accounts-list = List the accounts first
ui-no-accounts-list-note = Banks, wallets, games: anything that ever sent a code to this number.
ui-no-accounts-none = No account uses this number
ui-no-accounts-none-note = The search is over.
ui-choose = (choose)
ui-choose-one = Choose one with left and right.
ui-hint-day = 5 Nov, 5/11/2026, 2026-11-05, today, -1d, -2w; empty means today.
ui-holidays-not-counted = holidays not counted

ui-hours-earliest = { $count ->
    [one] hour until a decision can come
   *[other] hours until a decision can come
}
ui-hours-latest = { $count ->
    [one] hour until the answer is late
   *[other] hours until the answer is late
}
ui-date-latest-extended = latest (more time)
ui-date-latest-promised = latest (as promised)
ui-provisional = provisional
ui-window-own = { $days }, as you set it.
ui-window-none = No days are counted: the new carrier says how long it takes.
ui-more-days = { $count ->
    [one] … and one more special day
   *[other] … and { $count } more special days
}
ui-special-days = { $count ->
    [one] One special day: open it.
   *[other] { $count } special days: open it.
}
ui-zones-earliest = A decision can come from { $there } carrier time, { $here } your time.
ui-zones-late = It is late from { $there } carrier time, { $here } your time.
ui-working = How these days are counted: { $region }
ui-nudge = Ask again on
ui-complaint = Complaint from
ui-complaint-from = You can complain to a consumer forum from { $date }.
ui-complaint-if-asked = No question after the answer was late is in the log: if you ask on { $asked }, you can complain to a consumer forum from { $date }.
ui-complaint-from-brief = You can complain from { $date }.
ui-complaint-if-asked-brief = If you ask on { $asked }, you can complain from { $date }.
ui-chase = If no answer comes
ui-lapse-until = { $count ->
    [0] Today is the last day on which the line receives
    [one] day until the line stops receiving
   *[other] days until the line stops receiving
}
ui-lapse-valid = { $count ->
    [0] Today is the last day of its validity
    [one] day until its validity ends
   *[other] days until its validity ends
}
ui-lapse-held = { $count ->
    [0] Today is the last day for which credit can keep it alive
    [one] day for which credit can keep it alive at most
   *[other] days for which credit can keep it alive at most
}
ui-lapse-gone = { $count ->
    [one] day until somebody else may have the number
   *[other] days until somebody else may have the number
}
ui-lapse-over = The line has lapsed: somebody else may have the number now.
ui-lapse-active = active until
ui-lapse-grace = grace until
ui-lapse-end = line ends
ui-lapse-prudent = may be reassigned
ui-what-if = What if you submit on another day?
ui-what-if-today = submitting today, { $date }
ui-what-if-filed = what was submitted on { $date }
ui-what-if-same = The last day is { $date }, as for { $base }.
ui-what-if-later = { $count ->
    [one] The last day is one day later than { $date }, that of { $base }.
   *[other] The last day is { $count } days later than { $date }, that of { $base }.
}
ui-what-if-sooner = { $count ->
    [one] The last day is one day earlier than { $date }, that of { $base }.
   *[other] The last day is { $count } days earlier than { $date }, that of { $base }.
}
ui-what-if-keys = { $earlier } { $later } a day, { $down } { $up } a week. Looking changes nothing.
ui-what-if-hint = { $key }: what if on another day?
ui-needs-day = A day is needed.
ui-needs-file = A file is needed: type its path, or choose one that is listed.
ui-empty-name = Type the name of the account.
ui-empty-title = Type what the carrier called the document.
ui-empty-label = Type what you call this case.
ui-empty-reason = Type the reason.
ui-empty-agent = Type the name or number of the person.
ui-empty-reference = Type the reference they gave you.
ui-empty-promised = Type the day they promised.
ui-empty-refused = Type what they refuse, and why.
ui-empty-note = Type the note.
ui-form-terms = How the review is counted
ui-form-extend = The carrier asked for more time
ui-field-window = Working days
ui-field-region = Whose working days
ui-field-closed = Also closed
ui-field-open = Also open
ui-field-until = New last day
ui-hint-window = Earliest and latest, such as 3..7; 1 to 400.
ui-hint-closed = Days with a reason, separated by commas: 2026-11-12 office moves, 2026-11-13
ui-hint-open = Days with a reason, separated by commas: 2026-11-14 Saturday duty, 2026-11-15
ui-key-copy = copy
ui-key-extend = more time
ui-key-slide-earlier = a day earlier
ui-key-slide-later = a day later
ui-hint-until = A day after the last one so far, such as 30 Nov 2026; +7d is seven days after it.
ui-what-if-past = What if you had submitted on another day?
ui-key-what-if = what if
ui-key-terms = counting

ui-scope-letter = In a letter
ui-scope-call = On the phone
ui-menu-letters = Letters
ui-key-letters = letters
ui-key-call = phone
ui-key-letter-copy = copy
ui-key-letter-edit = edit
ui-key-letter-save = save
ui-key-letter-sent = it was sent
ui-key-letter-language = language
ui-key-call-agent = who
ui-key-call-end = end
ui-key-call-reference = reference
ui-key-call-promise = promised
ui-key-call-refused = refused
ui-key-call-note = note
ui-key-call-next-channel = other number
ui-key-call-code = code
ui-letter-copied = Letter copied, if your terminal allows it.
ui-letter-sent = Logged as sent; an answer is expected by { $date }. { $key } undoes it.
ui-letter-sent-only = Logged as sent. { $key } undoes it.
ui-menu-sent-submits = Does this count as submitting the application?
ui-sent-submits-yes = Yes, this was the application
ui-sent-submits-yes-note = it is submitted today, and the days are counted
ui-sent-submits-no = No, only log that it was sent
ui-sent-submits-no-note = submit it later
ui-letter-edited = Changed here only: { $copy } copies it, { $save } saves it.
ui-menu-drop-letter = You changed this letter. Close it?
ui-drop-letter-on = Go on with it
ui-drop-letter-save = Save it as a file
ui-drop-letter-drop = Close it without my changes
ui-drop-letter-drop-note = What you wrote is lost
ui-letter-beside = The same in your language (not to be sent)
ui-letter-language = Now in { $name }. The carrier is known to read: { $langs }.
ui-letter-unread = Now in { $name }, which the carrier is not known to read. It reads: { $langs }.
ui-letter-language-edited = You have changed this letter. Copy or save it, then open it anew for another language.
ui-letter-unchanged = Nothing changed so far. The draft stays at { $path }: save it there, then press { $key } again.
ui-editor-unnamed = { $key } again opens { $editor }: you have named no editor. To choose one, set EDITOR (EDITOR=nano ringoff).
ui-editor-missing = { $key } again opens { $editor }: { $named } is not there. To choose another, set EDITOR (EDITOR=nano ringoff).
ui-editor-vi = To leave it: press { $esc }, then type :wq to save, or :q! not to.
ui-draft-kept = { $what } What you had written is kept in { $path }.
ui-draft-gone = Nothing changed: the editor removed the draft.
ui-demo-no-files = The demo reads and writes no files. With your own case this works: leave the demo and run `ringoff`.
ui-demo-no-errands = This works on your own progress file; the demo has none.
ui-told-soon = One moment…
ui-file-exists = { $path } already exists. Choose another name.
ui-form-save-letter = Save the letter
ui-form-sent-letter = The letter was sent (ringoff sends nothing)
ui-form-stamp = Note while you talk
ui-form-stamp-online = Note while you write
ui-form-stamp-counter = Note while you are there
ui-field-file = File
ui-field-refused = What, and why
ui-hint-file = ~/ is your home folder. Only you will be able to read the file.
ui-hint-refused = What they refuse, in their own words if you can. The time is noted too.
ui-call = On the phone
ui-call-online = Online: chat, mail or form
ui-call-store = At the counter
ui-call-hint = What you note here becomes an entry of the contact log when you go back. Never read out a code that was sent to you.
ui-call-noted = Noted
ui-call-no-code = Nothing to dial or open: no number or address is confirmed for this channel.
ui-call-short = A short number works only from the line itself: dial it there.
ui-call-ways = From abroad these ways work: { $ways }.
ui-scan-none = No export was found in the usual folders, such as Downloads. Type a path, or press { $key } to see how to make an export.
ui-files-none = No file was found in the usual folders, such as Downloads. Type its path, or drop it here.
ui-call-small = The code needs a larger window.
ui-call-lasted = call of { $time }
ui-call-lasted-online = lasted { $time }
ui-call-lasted-counter = lasted { $time }
ui-call-refused-at = { $time } refused: { $what }
ui-call-nothing = The call was not kept.
ui-call-nothing-online = The contact was not kept.
ui-call-nothing-counter = The visit was not kept.
ui-call-ends-by = The call goes on: { $key } ends it.
ui-call-ends-by-online = The chat or message goes on: { $key } ends it.
ui-call-ends-by-counter = The visit goes on: { $key } ends it.
ui-call-abroad = You are abroad, so what works from there comes first.
ui-stamp-agent = who
ui-stamp-reference = reference
ui-stamp-promised = promised by
ui-stamp-refused = refused
ui-stamp-note = note
ui-call-scan = Scan it with another phone to dial or open it.

ui-scope-found = In the results of a scan
ui-key-scan = scan
ui-key-scan-instead = scan a file
ui-key-found-accept = add
ui-key-found-all = add all
ui-key-found-ignore = ignore
ui-key-found-rename = rename
ui-key-found-merge = merge
ui-key-found-undo = undo
ui-menu-found = Found in your messages and accounts
ui-form-scan = Scan a file for accounts
ui-form-rename = Rename
ui-field-export = File
ui-hint-export = Down chooses, Tab takes one and leaves room for more, typing narrows. It is read once, on this computer.
ui-needs-accounts = This works only while you add an account.
ui-menu-exports = How to make an export
ui-key-exports-here = how to export
ui-export-messages = messages
ui-export-passwords = passwords
ui-export-contacts = contacts
ui-export-authenticator = authenticator
ui-export-file = File
ui-export-clear = The export holds everything in clear text: delete it after the scan, and empty the bin.
ui-needs-scan = This works where a file to scan is asked for.
ui-scanning = Scanning
ui-scanning-note = Nothing leaves this computer.
ui-scan-stopped = Stopped. Nothing was kept.
ui-found-nothing = No account was found in it.
ui-scan-no-number = Password exports are searched for your number: enter it in the pane “Line” and scan again.
ui-inbox-empty = Nothing that scans found is undecided.
ui-inbox-count = { $count } new
ui-sorted-danger = Sorted by risk: mail and money first.
ui-sorted-seen = Sorted by latest message.
ui-sorted-name = Sorted by name.
ui-order-seen = by date
ui-order-name = by name
ui-chosen-count = { $hidden ->
    [0] { $count } selected
   *[other] { $count } selected, { $hidden } hidden
}
ui-needs-account = Select an account first.
ui-needs-chosen = Select some accounts first.
ui-chosen-are-hidden = Those that are selected are hidden by the filter, and are not changed.
ui-menu-account-filter = Show only
ui-menu-chosen = { $count ->
    [one] Change the selected account
   *[other] Change { $count } selected accounts
}
ui-all-accounts = all accounts
ui-chosen-remove = remove from the list
ui-chosen-number = the number they have now…
ui-chosen-other = Also
ui-accounts-hidden = No account is like that now. { $key } shows all of them again.
ui-key-choose-account = select
ui-key-filter-accounts = filter
ui-key-sort-accounts = sort
ui-key-change-chosen = change all
ui-key-inbox = findings
ui-found-merging = “{ $name }”: go to the one to merge it with, and press { $key } again.
ui-no-such-path = No file or folder starts like that.
ui-key-found-checklist = elsewhere
ui-found-held = TO BE MERGED
ui-found-is-listed = { $name } is on your list already.
ui-found-not-all = Not every account sends messages, such as banks that approve in their app: { $key } lists where else to look.
ui-found-let-go = Merging was called off.
ui-checklist-title = What messages cannot show
ui-checklist-lead = Some accounts use the number without ever sending a code: banks that approve in their app, accounts that only recover by number, messengers. Go through these by hand and add what you find.
ui-menu-help = Keys · { $where }
ui-menu-languages = Language
ui-menu-themes = Theme
ui-keep-language = The choice is kept for the next start. `--lang` and RINGOFF_LANG come before it.
ui-keep-theme = The choice is kept for the next start. `--theme` and RINGOFF_THEME come before it.
ui-only-demo = Only the clock of `ringoff demo` can be sped up.
ui-upgraded = This is ringoff { $version }, newer than last time: { $key } shows what's new.
ui-speaking = ringoff speaks English now.{ $kept }
ui-mouse-on = Click to select, click again to open, turn the wheel to scroll.{ $kept }
ui-mouse-off = The mouse is back with the terminal: select text as usual.{ $kept }
ui-pace-1 = The clock runs as usual.
ui-pace-3600 = The clock runs an hour a second.
ui-pace-86400 = The clock runs a day a second.
ui-tour = How it works
ui-tour-0 = “Next” at the top is always the one thing to do now; { $next } goes there. The panes show what is still to do, and the countdown begins once you have submitted.
ui-tour-1 = { $pane } or a number switches panes, arrows or j and k move between rows. { $toggle } ticks a row, { $open } shows the details.
ui-tour-2 = { $help } lists the keys that work where you are, { $palette } finds any command by a few letters. { $undo } undoes anything, even after a restart.
ui-tour-3 = Everything is saved as you go: { $quit } quits at any time, and next time you continue where you left off. Keep the SIM until the carrier has confirmed.
ui-news-title = What's new
ui-news-0-2-0 =
    Accounts with their how-tos, every dated thing in one agenda, letters that hold, fifteen procedures, lines that are kept, sync over git.
    The dashboard follows the work; the file of 0.1.0 opens as before.
ui-news-0-1-0 = The first version: the dashboard, the countdown in working days, finding accounts in your own exports, letters, and the command line.
ui-tour-foot = { $on } next · { $skip } skip · { $step }/4
ui-wearing = Theme: { $name }.{ $kept }
ui-choice-kept = {" "}Kept in { $path }.
ui-call-ascii = The code to scan is made of blocks, which cannot be shown here.
ui-faults-more = { $first } · and { $more ->
    [one] one more
   *[other] { $more } more
}: `ringoff config check`
ui-promise-kept = kept { $date }
ui-menu-agenda = Agenda
ui-agenda-done = It is done
ui-agenda-snooze = Tell me again in { $count ->
    [one] one day
   *[other] { $count } days
}
ui-agenda-go = Go there

ui-none-chosen = none
ui-needs-unix = Windows cannot stop a program and bring it back. Open another tab; this one stays as it is.
ui-needs-end = This works once the line has ended.
ui-needs-kept = This works for a line that is kept.
ui-menu-archived = Archived cases
ui-cases-archived = Archived cases ({ $count })…
ui-closing = Closing summary
ui-watch = Until the number has rested
ui-watch-sign-in = sign in once to each moved account
ui-watch-recovery = look for recovery mails
ui-watch-short-sign-in = check sign-ins
ui-watch-short-recovery = check mails
ui-watch-from = line terminated
ui-watch-until = may be reassigned
ui-watch-count = { $count ->
    [one] day until the number may be given to somebody else
   *[other] days until the number may be given to somebody else
}
ui-watch-rested = The number has rested: somebody else may have it now.
ui-watch-closed = Closed: the line is gone and the watch is over.
ui-watch-unconfirmed = No confirmation is kept yet: { $key } records its reference or file.
ui-unconfirmed = No confirmation is kept yet: without its reference or file the case cannot be closed.
ui-rest = How long the number rests
ui-criticised = What the carrier criticised
ui-changed-since = Changed since the rejection
ui-earlier-file = Earlier file
ui-refused-file = It holds again once a new version is attached. The file so far is kept as an earlier one.
ui-confirmation-reference = Its reference
ui-confirmation-file = Its file
ui-field-confirmation = File
ui-field-about = Criticised
ui-hint-confirmation = The carrier's letter or a picture of its message. It is read once for its fingerprint, never copied.
ui-hint-several = Left and right go on; space chooses. What was criticised opens again.
ui-key-closing = summary
ui-key-archive = archive
ui-detail-more = { $key }: { $count ->
    [one] one more line
   *[other] { $count } more lines
}
ui-if-today = If you submit today:
ui-month = { $month } { $year }
ui-key-mask = mask
ui-key-delete = delete
ui-key-redo = redo
ui-key-go-next = next
ui-detail-back = { $key }: back
ui-key-agenda = agenda
ui-key-log-use = log a use
ui-form-as-of = As it was at the end of this day
ui-past = as it was on { $date }
ui-past-entered = As it was on { $date }; { $count ->
    [0] nothing was done since.
    [one] one change was made since.
   *[other] { $count } changes were made since.
 } Nothing can be changed here; { $key } comes back.
ui-past-left = This is today again.
ui-past-before = Nothing was kept yet on that day: your first case begins on { $date }.

ui-pane-none = none
ui-menu-copies = Copies that sync tools have left
ui-copies-lead = Press { $key } to merge a copy into your progress file; the copy stays where it is.
ui-needs-copies = No sync tool has left a copy with anything new.
ui-copies-found = { $count ->
    [one] A sync tool left a copy beside your progress file that has something new. { $key } shows it.
   *[other] Sync tools left { $count } copies beside your progress file that have something new. { $key } shows them.
 }
ui-copies-count = { $count ->
    [one] One change that is not here
   *[other] { $count } changes that are not here
 }
ui-copies-what = { $count ->
    [one] One change that is not here: { $what }
   *[other] { $count } changes that are not here, such as: { $what }
 }
ui-copies-merged = { $name }: { $count ->
    [one] one change came in.
   *[other] { $count } changes came in.
 } { $conflicts ->
    [0] You can delete that file now.
    [one] One thing was changed differently on both sides: { $key }.
   *[other] { $conflicts } things were changed differently on both sides: { $key }.
 }
ui-help-everywhere = Everywhere
ui-help-not-now = Not now, and why
ui-told-ready-elsewhere = Ready: ask the new carrier, then press { $key } to log it.
ui-told-rejected-elsewhere = Refused on { $date }: { $reason }. Press { $key } once you have asked the new carrier again.
ui-told-cancelled-elsewhere = Ended on { $date } by the new carrier.
ui-told-preparing-elsewhere = { $count ->
    [one] The new carrier was not asked yet: one required thing is still to do.
   *[other] The new carrier was not asked yet: { $count } required things are still to do.
}
ui-told-rejected-open-elsewhere = { $count ->
    [one] Refused on { $date }: { $reason }. One required thing is still to do before you ask the new carrier again.
   *[other] Refused on { $date }: { $reason }. { $count } required things are still to do before you ask the new carrier again.
}
ui-count-earliest-new = { $count ->
    [one] working day until the new carrier can have done it
   *[other] working days until the new carrier can have done it
}
ui-count-latest-new = { $count ->
    [0] the new carrier should have done it today
    [one] working day until the new carrier is late
   *[other] working days until the new carrier is late
}
ui-count-overdue-new = { $count ->
    [0] the new carrier is late
    [one] working day late
   *[other] working days late
}
ui-hours-earliest-new = { $count ->
    [one] hour until the new carrier can have done it
   *[other] hours until the new carrier can have done it
}
ui-hours-latest-new = { $count ->
    [one] hour until the new carrier is late
   *[other] hours until the new carrier is late
}
