# Single words: dates, states, kinds.

word-comma = ,{" "}
word-labelled = { $label }: { $value }
word-date = { $day } { $month }
word-date-year = { $day } { $month } { $year }
word-day = { $weekday } { $day } { $month }
word-full-date = { $weekday } { $day } { $month } { $year }
word-month-1 = Jan
word-month-2 = Feb
word-month-3 = Mar
word-month-4 = Apr
word-month-5 = May
word-month-6 = Jun
word-month-7 = Jul
word-month-8 = Aug
word-month-9 = Sep
word-month-10 = Oct
word-month-11 = Nov
word-month-12 = Dec
word-letter-date = { $day } { $month } { $year }
word-full-month-1 = January
word-full-month-2 = February
word-full-month-3 = March
word-full-month-4 = April
word-full-month-5 = May
word-full-month-6 = June
word-full-month-7 = July
word-full-month-8 = August
word-full-month-9 = September
word-full-month-10 = October
word-full-month-11 = November
word-full-month-12 = December
word-weekday-1 = Mon
word-weekday-2 = Tue
word-weekday-3 = Wed
word-weekday-4 = Thu
word-weekday-5 = Fri
word-weekday-6 = Sat
word-weekday-7 = Sun
word-weekday-letter-1 = M
word-weekday-letter-2 = T
word-weekday-letter-3 = W
word-weekday-letter-4 = T
word-weekday-letter-5 = F
word-weekday-letter-6 = S
word-weekday-letter-7 = S

word-stage-preparing = preparing
word-stage-ready = ready to apply
word-stage-ready-port = ready to move
word-stage-under_review = under review
word-stage-under_review-port = moving
word-stage-decision_due = decision due
word-stage-decision_due-port = move due
word-stage-overdue = overdue
word-stage-overdue-port = move late
word-stage-rejected = rejected
word-stage-rejected-port = move refused
word-stage-cancelled = cancelled
word-stage-cancelled-port = number moved
word-stage-lapsing = left to lapse
word-stage-stopped = line stopped
word-stage-lapsing-unprepared = lapsing, not all prepared
word-stage-lapsed = lapsed
word-stage-abandoned = abandoned

word-item-open = to do
word-item-done = done
word-item-waived = waived
word-item-not_needed = not needed
word-item-lost = lost with the line

word-account-to_do = to do
word-account-started = started
word-account-waiting = waiting
word-account-until = until { $date }
word-account-due = was due { $date }
word-account-to = → { $number }
word-account-seen = last message { $date }

word-answer-yes = yes
word-answer-no = no
word-answer-unknown = no page says

word-trust-high = reliable
word-trust-medium = less certain
word-trust-low = unverified
word-account-moved = moved
word-account-closed = closed
word-account-unsure = unsure
word-account-still-used = still in use

word-kind-bank = bank
word-kind-payment = payment
word-kind-government = government
word-kind-email = mail/cloud
word-kind-messaging = chat
word-kind-social = social
word-kind-shopping = shopping
word-kind-travel = travel
word-kind-game = leisure
word-kind-other = other

word-route-apply = ask the carrier to cancel
word-route-lapse = let it lapse

word-class-citizen = citizen
word-class-resident = permanent resident
word-class-work = work pass
word-class-student = student pass
word-class-tourist = visitor

word-verdict-approved = approved
word-verdict-approved-port = moved
word-verdict-rejected = rejected
word-verdict-rejected-port = refused

word-confidence-low = unverified
word-confidence-medium = one source, unverified
word-confidence-high = an official page or two sources say so
word-about = about { $date }

word-stage-kept = kept
word-route-port = take the number to another carrier
word-route-keep = keep it
word-line-last-used = Last used
word-line-last-used-top-up = Last top-up
word-line-number = Number
word-line-holder = Registered holder
word-line-name = Your name
word-line-reply-to = Reply address
word-line-abroad = Abroad
word-line-class = Registered as
word-line-registered = Registered on
word-line-active-until = Active until
word-line-grace-until = Grace until
word-line-credit = Credit left
word-holder-me = me
word-unknown = unknown
word-yes = yes
word-asked-application = about the application
word-asked-other = about something else
word-asked-nobody = nobody was reached
word-no = no
word-obstacle-open = unresolved
word-obstacle-resolved = resolved
word-obstacle-over = no longer in the way

word-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
word-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
word-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
word-working-days-span = { $earliest } to { $latest } working days
word-region = { $name } ({ $code })
word-semicolon = ;{" "}
word-hours = { $first } to { $last }, { $opens } to { $closes }
word-hours-day = { $first }, { $opens } to { $closes }
word-moment = { $day } { $time }
word-sign-holiday = H
word-weekend = weekend
word-weekend-too = weekend; { $name }
word-in-lieu = { $name }, in lieu
word-make-up = working day { $count } (make-up day)
word-working-day = working day { $count }
word-estimated = { $what } (estimated)
word-inferred = { $what } (inferred, not published)
word-own-day = { $what } (your own)
word-day-own = closed
word-slash = {" "}/{" "}
word-open-day = working day { $count }: { $name }
word-make-up-day = make-up day

word-bytes = { $count } B
word-kilobytes = { $count } kB
word-megabytes = { $count } MB
word-gigabytes = { $count } GB
word-format-sms-xml = SMS Backup & Restore
word-format-sms-ndjson = messages, one per line
word-format-sms-json = messages (JSON)
word-format-imessage = imessage-exporter
word-format-message-table = table of messages
word-format-account-table = password export (table)
word-format-bitwarden = Bitwarden
word-format-1password = 1Password
word-format-keepass = KeePass 2
word-format-vcard = contacts (vCard)
word-format-imessage-page = imessage-exporter (HTML)
word-format-google-voice = Google Voice
word-format-telegram = Telegram
word-format-signal = Signal
word-format-whatsapp = WhatsApp
word-format-proton-pass = Proton Pass
word-format-enpass = Enpass
word-format-aegis = Aegis
word-format-2fas = 2FAS
word-format-andotp = andOTP
word-format-keeper = Keeper
word-format-keeper-table = Keeper (table)
word-format-contact-table = contacts (table)
word-format-pdf = PDF
word-format-picture = picture
word-format-document = document
word-looks-table = a table with other columns
word-looks-json = JSON of another kind
word-looks-markup = a web page or XML of another kind
word-looks-text = plain text
word-looks-binary = a file without text
word-evidence-code = { $count ->
    [one] one code
   *[other] { $count } codes
}
word-evidence-account = an account holds the number
word-evidence-account_maybe = an account may hold the number
word-evidence-password = { $count ->
    [one] one notice of a changed password
   *[other] { $count } notices of changed passwords
}
word-evidence-login = { $count ->
    [one] one notice of a login
   *[other] { $count } notices of logins
}
word-evidence-welcome = a welcome
word-evidence-payment = { $count ->
    [one] one payment
   *[other] { $count } payments
}
word-evidence-delivery = { $count ->
    [one] one order or appointment
   *[other] { $count } orders or appointments
}
word-evidence-renewal = { $count ->
    [one] one renewal
   *[other] { $count } renewals
}
word-at-byte = byte { $at }
word-at-line = line { $at }
word-at-column = column { $at }
word-found-ignored = ignored
word-found-listed = on your list
word-found-still_used = { $state ->
    [closed] STILL USED on { $date }, though marked as closed
   *[other] STILL USED on { $date }, though marked as moved
}
word-found-other_sim = a code on { $date }, after it was marked as moved or closed: see which SIM it came to
word-sim = SIM { $which }
word-lang-en = English
word-lang-zh-CN = 简体中文
word-lang-ms = Bahasa Melayu
word-theme-own = the colours of your terminal
word-theme-dark = quiet, on dark
word-theme-light = quiet, on light
word-theme-contrast = high contrast
word-theme-plain = without colours
word-page-of = page of { $date }
word-page-undated = undated page
word-agenda-done = done
word-agenda-over = no longer counts
word-agenda-snoozed = put off (its own day: { $date })

word-stage-closed = closed
word-item-refused = refused

word-finding-score = Certainty
word-finding-account = Account
word-finding-kind = Kind
word-finding-seen = What was seen
word-finding-status = Status
word-overview-id = Id
word-overview-case = Case
word-overview-carrier = Carrier
word-overview-number = Number
word-overview-stage = Stage
word-overview-on = Date
word-overview-due = On that day
word-overview-next = Next
word-overview-credit = Credit
word-overview-ends = Ends by itself?
word-overview-yes = { $date }
word-overview-ended = has ended
word-overview-unknown = not known
word-prepaid-line = prepaid line
word-prepaid-number = prepaid number
word-stage-ready-elsewhere = ready to end
word-stage-under_review-elsewhere = being ended
word-stage-decision_due-elsewhere = end due
word-stage-overdue-elsewhere = end late
word-stage-rejected-elsewhere = refused
word-stage-cancelled-elsewhere = ended
word-verdict-approved-elsewhere = ended
word-verdict-rejected-elsewhere = refused
word-letter-call = Phone script
word-letter-comment = Public comment
word-letter-message = Private message
word-letter-application = Application
word-letter-question = Question about the end of the line
word-letter-authorisation = Authorisation by the holder
word-letter-dispute = Dispute of a charge
word-letter-chaser = Reminder to the carrier
word-letter-complaint = Complaint to the forum
