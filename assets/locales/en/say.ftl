# Sentences about a case: what to do next, what was done, why something was refused.

say-application = Application { $number }

say-next-meet = Make sure of this first: { $item }.
say-next-move = Change the number on your { $item } account: it still uses this one.
say-next-find-out = Find out whether { $item } still uses this number.
say-next-search = List the accounts that use this number: banks, wallets, games and all the others.
say-next-end-search = Every listed account is moved. If none is missing, tick that the search is over.
say-next-gather = Get this document ready: { $item }.
say-next-save = Before the line goes, see to this: { $item }.
say-next-overcome = Get past this obstacle: { $item }.
say-next-follow-up = Follow up today: { $item }.
say-next-promise = Ask again: an answer was promised by { $date } ({ $item }).
say-next-apply = Everything required is there: submit the application.
say-next-wait = Stay reachable: no answer can be expected before { $date }.
say-next-expect = Stay reachable: the answer should come by { $date }.
say-next-chase = Ask where the answer is: it was due by { $date }.
say-next-resubmit = Fix what they asked for and resubmit: { $reason }.
say-next-rescue = Urgent: { $item } still uses a number you no longer have.
say-next-ask-dates = Look up until when the line still receives, and enter it under Line.
say-next-let-lapse = No account uses the line any more: let it expire after { $date }.
say-next-discard = All done: the line is gone and the SIM can be thrown away. Stay watchful for 90 days.
say-next-nothing = This case was given up. Nothing is left to do.

say-warn-lapses-to-do = The line receives only until { $date }, and accounts still use it.
say-warn-lapses-in-review = The line receives only until { $date }, but the review may take until { $latest }.
say-warn-unsure = { $count ->
    [one] One account is unsure: it may still use the number.
   *[other] { $count } accounts are unsure: they may still use the number.
}
say-warn-unsaved = { $count ->
    [one] One thing will be lost with the line unless you save it.
   *[other] { $count } things will be lost with the line unless you save them.
}
say-warn-not-the-holder = The line is not in your name: only its holder can ask the carrier.

say-did-opened = Case opened
say-did-label = Case renamed: { $label }
say-did-route-apply = Route: ask the carrier to cancel
say-did-route-lapse = Route: let the line lapse
say-did-line = Line facts changed
say-did-search-over = Search for accounts: over
say-did-search-on = Search for accounts: goes on
say-did-abandoned = Case given up
say-did-resumed = Case taken up again
say-did-checked = Done: { $item }
say-did-settled = Settled and paid: { $item }
say-did-unchecked = Open again: { $item }
say-did-waived = Waived: { $item } ({ $reason })
say-did-attached = File attached: { $item }
say-did-noted = Note changed: { $item }
say-did-account-added = Account added: { $item }
say-did-account-changed = Account changed: { $item }
say-did-account-removed = Account removed: { $item }
say-did-account-state = { $item }: { $state }
say-did-document-added = Document added: { $item }
say-did-document-changed = Document changed: { $item }
say-did-document-removed = Document removed: { $item }
say-did-contact-added = Contact logged: { $item }
say-did-contact-changed = Contact changed: { $item }
say-did-contact-removed = Contact removed: { $item }
say-did-obstacle-added = Obstacle: { $item }
say-did-obstacle-changed = Obstacle changed: { $item }
say-did-obstacle-removed = Obstacle removed: { $item }
say-did-obstacle-resolved = Obstacle resolved: { $item }
say-did-submitted = Application submitted on { $date }
say-did-application-removed = Application taken off the record
say-did-approved = Approved: the line is cancelled
say-did-rejected = Rejected: { $reason }

say-no-such-case = There is no case `{ $id }`.
say-no-such-item = There is no `{ $item }` in this case.
say-not-checkable = `{ $item }` cannot be ticked or waived.
say-not-settleable = Nothing can be owed under “{ $item }”, so it cannot be settled.
say-blocked = { $count ->
    [one] Not yet: one required thing is still open: { $items }.
   *[other] Not yet: { $count } required things are still open: { $items }.
}
say-already-pending = An application submitted on { $date } is still waiting for its outcome.
say-nothing-pending = No application is waiting for an outcome.
say-over = This case is over ({ $stage }).
say-no-name = A name is needed.
say-no-reason = A reason is needed.
say-duplicate = There is one by this name already: { $name }.
say-future = { $given } lies in the future: where the carrier is, today is { $today }.
say-before-case = { $given } lies before the case was opened ({ $opened }).
say-before-event = { $given } lies before { $event }, which it follows.
say-grace-before-active = The line cannot stop receiving ({ $grace }) before it stops calling ({ $active }).
say-not-a-number = “{ $number }” does not look like a phone number: 7 to 15 digits, best with + and country code.
say-already-resolved = It was resolved on { $date }.
say-nothing-to-undo = There is nothing to undo.
say-nothing-to-redo = There is nothing to redo.
say-not-a-date = “{ $typed }” is no date: write it as 2026-11-05, today, or +3d.
say-no-such-day = There is no such day: { $typed }.
say-lapsing = This line is left to lapse: change the route first if you want to apply after all.
say-warn-ended = By the dates you gave, the line stopped receiving after { $date }.
say-next-search-late = The line is gone, but the search for accounts was never finished: make sure that none still uses its number.
say-next-save-late = The line is gone. Before you throw the SIM away, see to this: { $item }.

say-next-await = You asked where the answer is. If nothing comes, ask again on { $date }.
say-next-nudge = No word since you asked: ask again, in writing (due since { $date }).
say-next-complain = Complain to a consumer forum: the carrier has had its time since { $date }.
say-warn-lapses-before-answer = The line receives only until { $date }; submitted today, an answer may take until { $latest }.
say-day-nought = submitted: day 0
say-day-earliest = { $why }: earliest
say-day-latest = { $why }: latest
say-moved-extended = The carrier asked for more time ({ $reason }); without that it would end { $date }.
say-moved-promised = { $channel } promised this on { $on }; without that it would end { $date }.
say-moved-day = { $why } ({ $date })
say-moved-no-longer = { $date } is an ordinary day after all
say-did-moved-latest = Latest is now { $now }, was { $was }: { $why }.
say-did-moved-earliest = Earliest is now { $now }, was { $was }: { $why }.
say-did-terms = Counting of the review changed
say-did-terms-dates = Counting of the review changed: earliest { $earliest }, latest { $latest }
say-did-extended = More time until { $date }: { $reason }
say-doubt-uncovered = Holidays of { $year } are not known here: in that year only weekends are left out.
say-doubt-unpublished = The days off of { $year } in { $region } were not all published when the tables were made.
say-doubt-estimated = { $count ->
    [one] This date is an estimate: { $names }.
   *[other] These dates are estimates: { $names }.
}
say-doubt-inferred = { $count ->
    [one] This day off follows from the Holidays Act, but was not seen published: { $names }.
   *[other] These days off follow from the Holidays Act, but were not seen published: { $names }.
}
say-doubt-weekends-only = Only weekends are left out: no region was chosen whose holidays are known.
say-no-window = { $earliest } to { $latest } working days makes no sense: 1 ≤ earliest ≤ latest ≤ 400.
say-not-a-window = “{ $typed }” is not a range of working days: write it as 3..7.
say-not-later = { $given } is not later than the last day so far ({ $latest }).
say-too-far = { $given } is too far off: no review runs past { $limit }.
say-off-and-worked = { $date } cannot be both closed and open.
say-too-many-days = At most { $most } days of your own.
say-milestone = { $label }: { $what }
say-milestone-earliest = an answer can come from today on
say-milestone-latest = last day for the answer
say-milestone-nudge = ask again if there is no answer
say-milestone-complaint = a forum takes the complaint
say-milestone-promise = answer promised ({ $item })
say-milestone-follow-up = follow up: { $item }
say-milestone-active = last day on which the line can call and send
say-milestone-lapse = last day on which the line receives
say-milestone-gone = assume from today that somebody else has the number
say-did-moved-latest-plain = Latest is now { $now }, was { $was }.
say-did-moved-earliest-plain = Earliest is now { $now }, was { $was }.

say-did-accounts-added = { $count ->
    [one] One account added
   *[other] { $count } accounts added
}
say-did-accounts-removed = { $count ->
    [one] One account removed
   *[other] { $count } accounts removed
}
say-did-names-ignored = { $count ->
    [one] One name will not be shown again by scans
   *[other] { $count } names will not be shown again by scans
}
say-did-names-back = { $count ->
    [one] One name will be shown again by scans
   *[other] { $count } names will be shown again by scans
}
say-scan-progress = { $share } % · { $read } of { $total } · { $left } s left
say-scan-malformed = { $path }: { $count ->
    [one] one record could not be read; it begins at { $at }. The rest was read.
   *[other] { $count } records could not be read; the first begins at { $at }. The rest was read.
}
say-scan-cut = { $path }: the file ends in the middle (at { $at }); what stands before was read. Export it again if you can.
say-scan-last = { $what }, last on { $date }
