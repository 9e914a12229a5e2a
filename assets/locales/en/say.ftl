# Sentences about a case: what to do next, what was done, why something was refused.

say-application = Application { $number }

say-next-meet = Make sure of this first: { $item }.
say-next-move = Change the number on your { $item } account: it still uses this one.
say-next-move-again = { $state ->
    [closed] { $item } was marked as closed, but sent a code to this number on { $date }: close it again or change the number there, or dismiss the finding.
   *[other] { $item } was marked as moved, but sent a code to this number on { $date }: change it there again, or dismiss the finding.
}
say-next-find-out = Find out whether { $item } still uses this number.
say-next-search = List the accounts that use this number: banks, wallets, games and all the others.
say-next-end-search = All listed accounts are done. If none is missing, tick that the search is over.
say-next-gather = Get this document ready: { $item }.
say-next-save = Before the line ends, take care of this: { $item }.
say-next-overcome = Resolve this first: { $item }.
say-next-follow-up = Follow up today: { $item }.
say-next-follow-up-since = Follow up, due since { $date }: { $item }.
say-next-promise = Ask again: an answer was promised by { $date } ({ $item }).
say-next-promise-today = An answer is promised for today ({ $item }). If none comes, ask again tomorrow.
say-next-apply = Everything required is ready: submit the application.
say-next-apply-port = Everything required is ready: ask the new carrier to take the number, then log that you did.
say-next-asked = The application went out on { $date }. Keep the line on until the answer comes.
say-next-asked-how = { $told } To be reminded, log by when you expect an answer (contact add --answer-by).
say-next-asked-port = The new carrier was asked on { $date }. Keep this line on until the number has moved, then record it.
say-next-wait = Keep the line on: don't expect an answer before { $date }.
say-next-wait-port = Keep this line on: the number does not move before { $date }.
say-next-expect = Keep the line on: the answer should come by { $date }.
say-next-expect-port = Keep this line on: the number should move by { $date }.
say-next-chase = Ask about your application: an answer was expected by { $date }.
say-next-see-line = The line stopped receiving after { $date }: see whether it still lives, then note its new dates or the answer.
say-next-see-validity = Active until ({ $date }) has passed: see whether the line still receives, and enter the last day on which it does or did as Grace until under Line.
say-next-chase-port = Ask the new carrier: the number was expected to move by { $date }.
say-next-resubmit = Fix what they asked for and resubmit: { $reason }.
say-next-submit-again = Everything that was refused is put right: submit again.
say-next-submit-again-port = Everything that was refused is put right: ask the new carrier again.
say-next-resubmit-port = Fix what stopped the move and ask the new carrier again: { $reason }.
say-next-rescue = Urgent: { $item } still uses a number you no longer have.
say-next-rescue-rule = Urgent: { $item } still uses this number. By the rule the line ended after { $date }: see whether it still lives.
say-next-ask-dates = Find out how long the line can still receive, and enter that day as Grace until under Line.
say-next-ask-end = Find out on which day the line ends if it is used no more, and enter that day as Active until under Line.
say-next-let-lapse = No account uses the line any more: let it expire after { $date }.
say-next-discard = Done: the line is terminated. Cut up the SIM. Watch for log-in alerts until { $date }.
say-next-nothing = This case was abandoned. Nothing is left to do.

say-brief-lapses-to-do = Receives only until { $date }; accounts still use it
say-brief-lapses-in-review = Receives only until { $date }, perhaps before the answer
say-brief-ended = Stopped receiving after { $date }
say-brief-held = Validity over; credit may hold it until { $date }
say-brief-expired = Validity over since { $date }
say-brief-last-chance = Last chance to keep it: { $date }
say-brief-not-the-holder = Only the holder can ask
say-brief-conflicts = { $count ->
    [one] 1 conflict to settle
   *[other] { $count } conflicts to settle
}
say-brief-files-lost = { $count ->
    [one] a file is gone
   *[other] { $count } files are gone
}
say-brief-unsaved = { $count ->
    [one] 1 thing not saved yet
   *[other] { $count } things not saved yet
}
say-warn-lapses-to-do = The line receives only until { $date }, and accounts still use it.
say-warn-lapses-in-review = The line receives only until { $date }, but the review may take until { $latest }.
say-warn-still-used = { $state ->
    [closed] { $item } sent a code on { $date }, after it was marked as closed: it still uses this number.
   *[other] { $item } sent a code on { $date }, after it was marked as moved: it still uses this number.
}
say-warn-unsure = { $count ->
    [one] One account is unsure: it may still use the number.
   *[other] { $count } accounts are unsure: they may still use the number.
}
say-warn-files-lost = The file of { $items } is gone or is not the one that was attached: attach it again.
say-letter-lost = Not named as attached, because the file is gone or is not the same any more: { $items }. Attach it again; `ringoff document verify` looks at every file.
say-warn-unsaved = { $count ->
    [one] One thing will be lost with the line unless you save it.
   *[other] { $count } things will be lost with the line unless you save them.
}
say-warn-unsaved-in = { $count ->
    [one] One thing will be lost with the line unless you save it: { $place }
   *[other] { $count } things will be lost with the line unless you save them: { $place }
}
say-warn-not-the-holder = The line is not in your name: only its holder can ask the carrier.
say-warn-conflicts = { $count ->
    [one] One thing was changed differently on two sides of a merge: say which is right (`ringoff conflict`).
   *[other] { $count } things were changed differently on two sides of a merge: say which is right (`ringoff conflict`).
}
say-warn-conflicts-key = { $count ->
    [one] One thing was changed differently on two sides of a merge: say which is right ({ $key }).
   *[other] { $count } things were changed differently on two sides of a merge: say which is right ({ $key }).
}

say-did-opened = Case opened
say-did-label = Case renamed: { $label }
say-did-route-apply = Route: ask the carrier to cancel
say-did-route-lapse = Route: let the line lapse
say-did-line = Line details changed
say-did-search-over = Search for accounts: over
say-did-search-on = Search for accounts: reopened
say-did-abandoned = Case abandoned
say-did-resumed = Case resumed
say-did-checked = Done: { $item }
say-did-settled = Done: { $item } (paid)
say-did-conflict-kept = Conflict settled: what stands here is right
say-did-conflict = Conflict settled: { $what }
say-did-unchecked = To do again: { $item }
say-did-waived = Waived: { $item } ({ $reason })
say-did-attached = File attached: { $item }
say-did-noted = Note changed: { $item }
say-did-account-added = Account added: { $item }
say-did-account-changed = Account changed: { $item }
say-did-account-removed = Account removed: { $item }
say-did-account-state = { $item }: { $state }
say-did-found = { $count ->
    [one] One finding of a scan kept
   *[other] { $count } findings of a scan kept
}
say-did-found-removed = { $count ->
    [one] One finding merged or taken back
   *[other] { $count } findings merged or taken back
}
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
say-did-submitted-port = New carrier asked to take the number on { $date }
say-did-application-removed = Application record removed
say-did-approved = Approved: the line is cancelled
say-did-approved-port = The number has moved to another carrier, and the line here has ended
say-did-rejected = Rejected: { $reason }
say-did-rejected-port = Move refused: { $reason }

say-no-such-case = There is no case `{ $id }`.
say-no-such-item = There is no `{ $item }` in this case.
say-not-checkable-account = “{ $item }” is an account: it is not waived. It has a state, such as moved or closed.
say-not-checkable-contact = “{ $item }” stands in the contact log: it is neither ticked nor waived. A promise in it can be kept.
say-not-checkable-obstacle = “{ $item }” is an obstacle: it is not waived. It is resolved once it is out of the way.
say-not-checkable-application = An application is neither ticked nor waived: it ends with the carrier's answer.
say-not-checkable-line = A fact about the line is neither ticked nor waived: it is written down.
say-takes-no-file-precondition = “{ $item }” takes no file: it is ticked, or waived with a reason. A paper about it belongs to a document.
say-takes-no-file-account = “{ $item }” is an account: it takes no file. It has a state, such as moved or closed.
say-takes-no-file-contact = “{ $item }” stands in the contact log: it takes no file. A paper belongs to a document.
say-takes-no-file-obstacle = “{ $item }” is an obstacle: it takes no file. A paper belongs to a document.
say-takes-no-file-application = An application takes no file by itself: what the carrier sent belongs to its answer.
say-takes-no-file-line = A fact about the line takes no file: it is written down.
say-not-settleable = Nothing can be owed under “{ $item }”, so it cannot be settled.
say-blocked = { $count ->
    [one] Not yet: one required thing is still to do: { $items }.
   *[other] Not yet: { $count } required things are still to do: { $items }.
}
say-already-pending = An application submitted on { $date } is still waiting for its outcome.
say-nothing-pending = No application is waiting for an outcome.
say-ask-first = Ask the carrier first: the log holds no contact about this application after the day it was submitted.
say-ask-first-from = The carrier has to be asked first, once the answer is late, and that has to be in the log. If you ask on { $asked }, this letter can be written from { $date }; asking later moves that day.
say-too-early = The carrier still has time: this letter can be written from { $date }.
say-over = This case is over ({ $stage }).
say-no-name = A name is needed.
say-no-reason = A reason is needed.
say-duplicate = There is already one with this name: { $name }.
say-future = { $given } is in the future: in this case today is { $today }.
say-before-case = { $given } is before the case was opened ({ $opened }).
say-before-event = { $given } is too early: it can't be before { $event }.
say-grace-before-active = Grace until ({ $grace }) cannot come before active until ({ $active }).
say-not-a-number = “{ $number }” does not look like a phone number: 7 to 15 digits, preferably with + and country code.
say-own-number = “{ $number }” is the number of this very line: an account moves to another one.
say-moved-there = { $item } was moved to “{ $number }”, so that cannot be the number of the line here. Correct the one that is wrong.
say-already-resolved = It was resolved on { $date }.
say-nothing-to-undo = There is nothing to undo.
say-not-waiting = Only an account that is waiting has a day to wait until.
say-nothing-to-redo = There is nothing to redo.
say-not-a-date = “{ $typed }” isn't a date: write it as 2026-11-05, 5 Nov 2026, 5/11/2026 (day first), today, or +3d.
say-no-single-day = “{ $typed }” names no single day: write the day, such as 9 Nov 2026 or end of Nov.
say-six-figures = “{ $typed }” can be { $dates }: write it with signs, such as { $signs }.
say-hours = “{ $typed }” is no whole number of days: write days, such as +2d, or the date.
say-hour-or-day = “{ $typed }”: h can be hours or days. Write 2d or 2 days for days.
say-no-such-day = There is no such day: { $typed }.
say-day-order = There is no such day: { $typed }. The day comes before the month: 5/11/2026 is 5 November.
say-month-too-short = There is no such day: { $month } has only { $days } days. You typed { $typed }.
say-no-month-so-long = There is no such day: no month has more than 31 days. You typed { $typed }.
say-date-too-far = “{ $typed }” is more than 50 years away: check the year.
say-no-workdays = “{ $typed }”: whose working days count is not known here. Write the date, or days such as +7d.
say-other-weekday = “{ $typed }”: that day is { $date }. Check the day or leave the weekday out.
say-other-weekdays = “{ $typed }”: there is no such day near now. It is { $dates }. Check the day or leave the weekday out.
say-lapsing = This line is left to lapse: change the route first if you want to apply after all.
say-warn-ended = By the dates you gave, the line stopped receiving after { $date } (grace until).
say-warn-ended-then = The line stopped receiving after { $date }.
say-warn-last-chance = The validity ended on { $date }; { $until } (grace until) is the last chance to keep the line.
say-warn-expired = Active until ({ $date }) has passed, and until when the line receives is not noted.
say-porting = This number goes to another carrier: that one is asked, and this one is not asked to cancel the line. Change the route first if it should.
say-applying = The carrier is asked to cancel this line: change the route first if you want another way out.
say-asked-elsewhere = A new carrier is asked to end this line: this one gets no letter about it.
say-letter-signed = { $holder } signs this, the holder of the line. If you write on their behalf, add your own name to the line: the letters then say so.
# Lines of a list in a letter.
say-letter-entry = - { $date }: { $what }
say-letter-reference = reference { $reference }
say-letter-promised = answer promised by { $date }
say-letter-answered = answered on { $date }
say-letter-refused = refused on { $date }: { $reason }
say-letter-refused-only = refused on { $date }
say-next-search-late = The line is gone, but the search for accounts was never finished: make sure that none still uses its number.
say-next-save-late = The line is gone. Before you throw the SIM away, take care of this: { $item }.

say-next-await = You have already asked. If no answer comes, ask again on { $date }.
say-next-nudge = No reply since you asked: ask again, in writing (due since { $date }).
say-next-nudge-port = No reply since you asked: ask the new carrier again whether the number moves (due since { $date }).
say-next-nudge-elsewhere = The line has not ended: ask the new carrier again whether it has used the code, and get a new one if it has expired (due since { $date }).
say-next-complain = You can complain to a consumer forum (since { $date }): the carrier was asked and has not decided.
say-warn-lapses-before-answer = The line receives only until { $date }; submitted today, an answer may take until { $latest }.
say-day-nought = submitted: day 0
say-day-earliest = { $why }: earliest
say-day-latest = { $why }: latest
say-moved-extended = The carrier asked for more time ({ $reason }); originally until { $date }.
say-moved-promised = { $channel } promised this on { $on }; originally until { $date }.
say-moved-agent = { $agent } ({ $channel })
say-moved-day = { $why } ({ $date })
say-did-route-port = Route: take the number to another carrier
say-did-route-keep = Route: keep the line
say-kept = This line is kept: choose a way out first (`ringoff close`) if you want to close it.
say-no-such-route = This carrier’s playbook does not have this route: { $route }.
say-agenda-use_by = the line ends unless it is used by then
say-agenda-use_by-lapse = the line ends on this day if it is not used
say-agenda-use_by-lapse-top-up = the line ends on this day if it is not topped up
say-agenda-use_by-top-up = the line ends unless it is topped up by then
say-agenda-extend_by = top up by then to keep the line
say-agenda-extend_by-use = use the line by then to keep it
say-agenda-refuse_by = last day to refuse automatic retention
say-agenda-refund_by = last day to ask for the credit that is left
say-agenda-prolonged_until = credit can keep the line alive until then
say-warn-soon-use_by = The line ends unless it is used by { $date }.
say-warn-soon-use_by-lapse = The line ends on { $date } if it is not used.
say-warn-soon-use_by-lapse-top-up = The line ends on { $date } if it is not topped up.
say-warn-soon-use_by-top-up = The line ends unless it is topped up by { $date }.
say-warn-soon-extend_by = Top up by { $date }, or the line stops.
say-warn-soon-extend_by-use = Use the line by { $date }, or it stops.
say-warn-soon-refuse_by = Credit will keep the line alive unless you refuse that by { $date }.
say-warn-soon-refund_by = Leftover credit can be asked back until { $date }.
say-warn-ended-unused-top-up = Not topped up for as long as the carrier allows, the line ended on { $date }. If you topped it up after the top-up you noted, log that.
say-next-ask-use-top-up = Note when you last topped the line up: its carrier counts from that day.
say-warn-ended-unused = Unused for as long as the carrier allows, the line ended on { $date }. If you used it after the use you noted, log that.
say-next-kept = The line is kept; it asks for something by { $date }. { $how }
say-next-keep-alive = Keep the line by { $date }: { $how }
say-next-keep-late = { $date } has passed: see whether the line still lives, then note the new date. { $how }
say-next-keep-last = The validity ended on { $date }: the line only receives now, and { $until } (grace until) is the last chance to keep it. { $how }
say-next-keep-held = The validity ended on { $date }; credit can keep the line alive until { $until }. Top up before then to keep it, and note the new date.
say-next-ask-use = Note when you last used the line: its carrier counts from that day.
say-next-ask-validity = Note active until, the last day on which the line is valid, so that ringoff can remind you.
say-next-refuse = Today is the last day to refuse automatic retention.
say-next-refund_by = Today is the last day to ask for the credit that is left.
say-keep-how = top up or use the line, as your carrier asks.
say-moved-no-longer = { $date } is a normal day after all
say-did-moved-latest = Latest is now { $now }, was { $was }: { $why }.
say-did-moved-earliest = Earliest is now { $now }, was { $was }: { $why }.
say-did-terms = Counting of the review changed
say-did-terms-dates = Counting of the review changed: earliest { $earliest }, latest { $latest }
say-did-extended = More time until { $date }: { $reason }
say-doubt-uncovered = Holidays of { $year } are not known: in that year only weekends are skipped.
say-doubt-unpublished = Not all days off of { $year } in { $region } had been published when the tables were made.
say-doubt-estimated = { $count ->
    [one] This date is an estimate: { $names }.
   *[other] These dates are estimates: { $names }.
}
say-doubt-inferred = { $count ->
    [one] This day off follows from the Holidays Act, but no announcement was found: { $names }.
   *[other] These days off follow from the Holidays Act, but no announcement was found: { $names }.
}
say-doubt-weekends-only = Only weekends are skipped: no region with known holidays was chosen.
say-no-window = { $earliest } to { $latest } working days makes no sense: 1 ≤ earliest ≤ latest ≤ 400.
say-not-a-window = “{ $typed }” is not a range of working days: write it as 3..7.
say-not-later = { $given } is not later than the last day so far ({ $latest }).
say-too-far = { $given } is too far away: no review runs past { $limit }.
say-off-and-worked = { $date } cannot be both closed and open.
say-too-many-days = At most { $most } days of your own.
say-agenda-earliest = an answer can come from this day on
say-agenda-earliest-port = the number can move from this day on
say-agenda-latest = last day for the answer
say-agenda-latest-port = last day for the number to move
say-agenda-reminder = ask again if there is no answer
say-agenda-reminder-port = ask the new carrier again if nothing has happened
say-agenda-reminder-elsewhere = ask the new carrier again if nothing has happened
say-agenda-complaint = you can complain to a consumer forum
say-agenda-if-asked = { $what } (if you ask the carrier on { $date })
say-agenda-once-asked = { $what } (once you have asked the carrier)
say-unverified = { $what } (unverified)
say-agenda-promise = answer promised ({ $item })
say-agenda-follow_up = follow up: { $item }
say-agenda-active_until = active until: last day on which the line can call and send
say-agenda-active_until-passed = active until has passed: see whether the line still receives, then note grace until or what became of it
say-agenda-active_until-ends = active until: last day of the line
say-agenda-grace_until = grace until: last day on which the line receives
say-agenda-grace_until-passed = grace until has passed: see what became of the line, then note its new dates or the answer
say-agenda-grace_until-last = grace until: last chance to keep the line
say-agenda-watch_end = from this day on, somebody else may have the number
say-agenda-confirmation = the carrier’s confirmation is missing: the case stays open without it
say-agenda-confirmation-port = the new carrier’s confirmation is missing: the case stays open without it
say-did-moved-latest-plain = Latest is now { $now }, was { $was }.
say-did-moved-earliest-plain = Earliest is now { $now }, was { $was }.

say-did-accounts-added = { $count ->
    [one] One account added
   *[other] { $count } accounts added
}
say-did-accounts-changed = { $count ->
    [one] One account changed
   *[other] { $count } accounts changed
}
say-did-accounts-set = { $count ->
    [one] One account: { $what }
   *[other] { $count } accounts: { $what }
}
say-did-accounts-removed = { $count ->
    [one] One account removed
   *[other] { $count } accounts removed
}
say-did-names-ignored = { $count ->
    [one] Scans will no longer show one name
   *[other] Scans will no longer show { $count } names
}
say-did-names-back = { $count ->
    [one] Scans will show one name again
   *[other] Scans will show { $count } names again
}
say-scan-progress = { $share } % · { $read } of { $total } · { $left } s left
say-scan-malformed = { $path }: { $count ->
    [one] one record could not be read; it begins at { $at }. The rest was read.
   *[other] { $count } records could not be read; the first begins at { $at }. The rest was read.
}
say-scan-cut = { $path }: the file is cut off at { $at }; what comes before was read. Export it again if you can.
say-scan-unended = { $path }: the last line, at { $at }, has no line end: the file may be cut off. It was read as it stands.
say-scan-encoding = { $path }: its text is written in { $encoding } and was read as that.
say-scan-unnamed = { $path }: { $count ->
    [one] one code doesn't say which account it belongs
   *[other] { $count } codes don't say which account they belong
} to: look at such messages yourself.
say-scan-unnamed-from = { $path }: { $count ->
    [one] one code doesn't say which account it belongs
   *[other] { $count } codes don't say which account they belong
} to (sent by { $senders }): look at such messages yourself.
say-scan-authenticator = { $path }: good to know: an authenticator makes the codes of { $names }. Those do not depend on the number, but the account may still use it for recovery: check it too. Keep this file safe, or delete it.
say-scan-columns = { $path }: columns that were not understood: { $names }
say-scan-unread = { $path }: not read inside: { $names }
say-scan-last = { $what }, last on { $date }
say-agenda-credit_at_risk = last day to use or move the credit
say-agenda-registration_end = the registration ends, and the line with it
say-rule-promise = What the carrier promised on { $date }.
say-rule-given = The day you set.
say-rule-read-off = The date you noted.
say-rule-credit = Credit cannot be used or moved once the line can no longer call.
say-rule-reminder = { $count ->
    [one] The first working day after one full working day since you last asked.
   *[other] The first working day after { $count } full working days since you last asked.
}
say-rule-reminder-if-asked = { $count ->
    [one] The first working day after one full working day since you ask; no question after the answer was late is in the log yet.
   *[other] The first working day after { $count } full working days since you ask; no question after the answer was late is in the log yet.
}
say-rule-complaint = { $count ->
    [one] Once one full working day has passed since you first asked.
   *[other] Once { $count } full working days have passed since you first asked.
}
say-rule-complaint-if-asked = { $count ->
    [one] Once one full working day has passed since you first ask; no question after the answer was late is in the log yet.
   *[other] Once { $count } full working days have passed since you first ask; no question after the answer was late is in the log yet.
}
say-next-save-credit = Use or move the credit: after { $date } it is frozen until a top-up.
say-warn-registration-ended = By the rule for how it was registered, the line ended on { $date }. Check in the app whether yours still works.
say-with-ground = { $told } { $ground }
say-end-noted = You noted: { $fact } { $date }.
say-end-use = Counted from the last use you noted, { $date }.
say-end-use-top-up = Counted from the last top-up you noted, { $date }.
say-end-later = The day you noted is later ({ $date }).
say-end-prolonged = Valid until { $date }; credit prolongs it beyond that day.
say-warn-held = The validity ended on { $since }; credit can keep the line alive until { $date }.
say-warn-soon-active_until = The line can call and send only until { $date }.
say-warn-soon-ends = The line lasts only until { $date }.
say-warn-soon-grace_until = The line receives only until { $date }.
say-warn-soon-registration_end = By the rule for how it was registered, the line ends on { $date }. Check in the app.
say-warn-soon-credit_at_risk = The credit can be used or moved only until { $date }.
say-did-contact-kept = Promise kept on { $date }: { $item }
say-did-contact-unkept = Promise not kept after all: { $item }
say-did-agenda-done = Done: { $item }
say-did-agenda-snoozed = Put off until { $date }: { $item }
say-did-agenda-open = Open again: { $item }
say-no-promise = Nothing was promised in the contact of { $date }.
say-ends-by-itself = `{ $id }` cannot be ticked: it ends by itself, or when you record the outcome.
say-snooze-past = { $given } is not in the future: today is { $today }.
say-snooze-beyond = { $given } is too late: the day itself is { $limit }.
say-snooze-watch = { $given } is too late: the number rests only until { $limit }.
say-next-ask-again = Ask again: you expected an answer by { $date } ({ $item }).
say-next-ask-again-today = You expect an answer today ({ $item }). If none comes, ask again tomorrow.
say-next-see-account = See what became of { $item }: you waited for it until { $date }.
say-next-put-off = The answer is late; you put off asking for it until { $date }.
say-new-copy = { $item } (new copy)
say-next-sign_in = Sign in once to each moved account: do the codes reach the new number? (since { $date })
say-next-recovery = Look for mails about recovered or changed accounts (due since { $date }).
say-agenda-answer_by = answer expected ({ $item })
say-agenda-account_wait = waiting for { $item } until this day
say-rule-expected = The day by which you expect an answer; nobody promised it.

say-next-renew = Get a new version of { $item }: the carrier refused it ({ $reason }).
say-next-mend = Put this right: { $item }. The carrier refused it ({ $reason }).
say-next-confirm = The line is terminated. Get the confirmation and keep its reference or file here; watch for log-in alerts until { $date }.
say-next-confirm-late = Get the carrier's confirmation and keep its reference or file here: without it the case cannot be closed.
say-next-confirm-late-port = The number has moved. Keep the new carrier’s confirmation here, its reference or file: without it the case cannot be closed.
say-next-archive = Closed: the watch is over and nothing is left to do. The case can be archived.
say-next-archive-unmarked = { $count ->
    [one] The watch is over; one check was never ticked. The case can be archived.
   *[other] The watch is over; { $count } checks were never ticked. The case can be archived.
}
say-next-archive-port = Closed: the number has moved and nothing is left to do. The case can be archived.
say-next-archived = Closed and archived. Nothing is left to do.
say-did-archived = Case archived
say-did-unarchived = Case taken out of the archive
say-did-confirmed = Confirmation recorded
say-did-corrected = Answer corrected: { $what }
say-corrected-day = day { $new } (was { $old })
say-corrected-reference = reference { $new } (was { $old })
say-corrected-reference-gone = reference { $old } removed
say-corrected-reason = reason “{ $new }” (was “{ $old }”)
say-corrected-reason-gone = reason “{ $old }” removed
say-corrected-file = another file, { $new } (was { $old })
say-corrected-file-gone = file { $old } removed
say-did-rejected-for = Rejected: { $reason } (criticised: { $items })
say-did-rejected-for-port = Move refused: { $reason } (criticised: { $items })
say-refused = Refused on { $date }: { $reason }
say-changed = { $item }: put right on { $date }
say-changed-file = { $item }: new version of { $date } ({ $file })
say-changed-waived = { $item }: left out ({ $reason })
say-not-rejected = Only a rejection can name what was criticised.
say-not-criticisable = `{ $item }` is neither a precondition nor a document: the carrier cannot have criticised it.
say-needs-new-file = “{ $item }” was refused: attach a new version of it, or waive it with a reason.
say-same-file = This is the very file of “{ $item }” that was refused: a new version must differ.
say-not-closed = Only a closed or abandoned case can be archived; this one is still: { $stage }.
say-refused-late = It could be refused until { $date }. If you did refuse by then, say on which day: `ringoff check ITEM --on DATE`.
say-resting = The number rests until { $date }: the case can be archived then.
say-unconfirmed = The carrier’s confirmation is missing: keep its reference or file here, then the case can be archived.
say-unconfirmed-resting = The carrier’s confirmation is missing: keep its reference or file here. The number rests until { $date }: the case can be archived then.
say-archived = This case was archived on { $date }.
say-closing-carrier = Carrier
say-closing-number = Number
say-closing-route = Route
say-closing-submitted = Submitted
say-closing-submitted-port = New carrier asked
say-closing-approved = Approved
say-closing-approved-port = Number moved
say-closing-reference = Reference of the confirmation
say-closing-file = Confirmation
say-closing-print = SHA-256 of the confirmation
say-closing-lapsed = Received until
say-closing-ground = That day
say-closing-accounts = Accounts
say-closing-account = { $name } ({ $state })
say-closing-watch = Watch until
say-closing-archived = Archived
say-agenda-sign_in = sign in once to each moved account
say-agenda-recovery = look for mails about recovered accounts
say-rule-watch = Advice for the time in which the number rests
say-rule-confirmation = The day of the yes: without a confirmation the case is never closed.
say-did-by-hand = Changed in the file itself: { $what }
say-past = This is how it was on { $date }; nothing can be changed here.

say-agenda-brief-promise = answer promised
say-agenda-brief-answer_by = answer expected
say-agenda-brief-follow_up = follow up: { $item }
say-agenda-brief-earliest = answer can come
say-agenda-brief-earliest-port = can move
say-agenda-brief-latest = latest answer
say-agenda-brief-latest-port = latest move
say-agenda-brief-reminder = ask again
say-agenda-brief-reminder-port = ask again
say-agenda-brief-complaint = can complain
say-agenda-brief-if-asked = { $what } (if you ask)
say-agenda-brief-credit_at_risk = use the credit
say-agenda-brief-active_until = active until
say-agenda-brief-active_until-passed = does it still receive?
say-agenda-brief-active_until-ends = active until
say-agenda-brief-grace_until = grace until
say-agenda-brief-grace_until-passed = is it still alive?
say-agenda-brief-grace_until-last = last chance
say-agenda-brief-registration_end = line ends
say-agenda-brief-sign_in = sign in once
say-agenda-brief-recovery = look for mails
say-agenda-brief-use_by = use the line
say-agenda-brief-use_by-lapse = ends if unused
say-agenda-brief-use_by-lapse-top-up = ends if not topped up
say-agenda-brief-use_by-top-up = top up the line
say-agenda-brief-extend_by = top up
say-agenda-brief-extend_by-use = use the line
say-agenda-brief-refuse_by = refuse prolonging
say-agenda-brief-refund_by = ask for the credit
say-agenda-brief-prolonged_until = ends at the latest
say-agenda-brief-account_wait = wait for { $item }
say-agenda-brief-watch_end = may be reused
say-agenda-brief-confirmation = get confirmation
say-agenda-brief-confirmation-port = get confirmation
say-did-new-version = New version attached: { $item }
say-did-detached = Files taken off: { $item }
say-did-not-settled = Done: { $item } (nothing was owed)
say-idle-item = Nothing changed: already so for { $item }.
say-idle-file = Nothing changed: { $item } has this same file already.
say-did-accounts-seen = { $count ->
    [one] One account of the list was seen in a scan
   *[other] { $count } accounts of the list were seen in a scan
}
say-did-found-changed = { $count ->
    [one] One finding changed
   *[other] { $count } findings changed
}
say-did-obstacle-reopened = Obstacle open again: { $item }
say-did-extension-removed = More time taken back
say-did-outcome-removed = The carrier's answer taken back
say-did-application-changed = Application of { $date } changed
say-next-decide = { $count ->
    [one] Decide on the account that a scan found: does it use this number?
   *[other] Decide on the { $count } accounts that scans found: do they use this number?
}
say-next-archived-left = Closed and archived. Still open: { $left }.
say-next-nothing-left = This case was abandoned. Still open: { $left }.
say-left-findings = { $count ->
    [one] one finding of a scan is undecided
   *[other] { $count } findings of scans are undecided
}
say-account-done = { $item } does not use this number any more. If it does after all, edit it and choose its state.
say-alive = The line is kept. What keeps it alive: { $how }
say-next-last-calls = Today is the last day on which the line can call and send: do now what needs that.
say-next-last-day = Today is the last day of the line: see to what still needs it.
say-next-kept-until = The line is kept, but it ends after { $date } all the same.
say-line-ended = By what is known of it, the line ended after { $date }. If it still lives, note its new dates first; else ask by call or message what became of it.
say-agenda-still_used = { $item } still uses the number of a line that has ended
say-agenda-brief-still_used = { $item } still on it
say-rule-still_used = The day on which the line ended: somebody else may get its number.
say-next-apply-elsewhere = Everything required is ready: have a new carrier end the line, then log that you asked.
say-next-asked-elsewhere = The new carrier was asked on { $date }. Keep this line on until it has ended, then record it.
say-next-wait-elsewhere = Keep this line on: the new carrier does not end it before { $date }.
say-next-expect-elsewhere = Keep this line on: the new carrier should have ended it by { $date }.
say-next-chase-elsewhere = Ask the new carrier: the line was expected to end by { $date }.
say-next-submit-again-elsewhere = Everything that was refused is put right: ask the new carrier again.
say-next-resubmit-elsewhere = Fix what stopped it and ask the new carrier again: { $reason }.
say-agenda-earliest-elsewhere = the line can end from this day on
say-agenda-latest-elsewhere = last day for the new carrier to end the line
say-agenda-brief-earliest-elsewhere = can end
say-agenda-brief-latest-elsewhere = latest end
say-did-submitted-elsewhere = New carrier asked to end the line on { $date }
say-did-approved-elsewhere = The new carrier has ended the line
say-did-rejected-elsewhere = Refused by the new carrier: { $reason }
say-did-rejected-for-elsewhere = Refused by the new carrier: { $reason } (criticised: { $items })
say-closing-submitted-elsewhere = New carrier asked
say-closing-approved-elsewhere = Line ended
say-next-confirm-late-elsewhere = The line has ended. Keep the confirmation here, its reference or file: without it the case cannot be closed.
say-agenda-confirmation-elsewhere = the confirmation that the line has ended is missing: the case stays open without it
say-next-see-line-unasked = The line stopped receiving after { $date }: see whether it still lives and note its new dates; else change the route to letting it lapse.
say-next-save-credit-lost = Use or move the credit: after { $date } it is lost with the line.
say-own-line = The line is in your own name, so nobody has to authorise you. This letter is for a line that is registered to somebody else: enter them as Registered holder under Line first.
say-unauthorised = This is asked in the holder’s name: “{ $item }” is missing. Have the letter of authorisation signed and attach it to `{ $id }`; or waive that, if the holder signs. Until then a call or a message can only ask.
say-not-yet = This can be done from { $date }.
say-still-used = The number is still used by: { $items }. The case closes once nothing uses it.
say-no-term = No source says how long this carrier may take, and it named no day: ask by when it will answer, and log the day. The letter can be written on the day after.
say-letter-signed-only = { $holder } signs this, the holder of the line.
say-no-channel = This carrier is not reached that way: `ringoff channels` lists how it is.
say-next-last-day-latest = Today is the latest day up to which credit can keep the line alive: see whether it still lives, and to what still needs it.
say-next-last-day-rule = By the rule, today is the last day of the line: see to what still needs it.
say-next-see-line-latest = Credit could keep the line alive until { $date } at the latest: see what became of it, then note its new dates or the answer.
say-next-see-line-rule = By the rule the line ended after { $date }: see whether it still lives, then note its new dates or the answer.
say-next-see-line-unasked-latest = Credit could keep the line alive until { $date } at the latest: see whether it still lives and note its new dates; else change the route to letting it lapse.
say-next-see-line-unasked-rule = By the rule the line ended after { $date }: see whether it still lives. If it does, correct its registration or its dates under Line; else note how long it received.
say-warn-ended-then-latest = The line received until { $date } at the latest: that is as long as credit can keep it alive.
say-closing-lapsed-latest = Received until, at the latest
say-closing-lapsed-rule = Received until, by the rule
say-next-withdraw = You keep this line, but the carrier was asked to end it: ask it to stop that (call or message, under Letters), then note its answer as a rejection.
say-next-withdraw-port = You keep this line, but another carrier was asked to take its number: ask that one to stop, then note its answer as a rejection.
say-next-withdraw-elsewhere = You keep this line, but another carrier was asked to end it: ask that one to stop, then note its answer as a rejection.
say-authorisation-refused = The holder’s authorisation (“{ $item }”) was refused: attach a new one that the holder has signed, or waive it with a reason where the holder asks in person.
say-next-archive-left = { $told } Still open: { $left }.
