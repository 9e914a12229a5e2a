# The interview that opens a case, in the dashboard and in the guide.

ask-step = { $number } of { $total }
ask-carrier = Which carrier is the line with?
ask-number = What is its number? It is shown masked; ringoff itself sends it nowhere.
ask-names = What is your name, and in whose name is the line registered? Letters carry both.
ask-dates = Until when is the line active, and until when does it still receive? (Hotlink: *100#)
ask-place = Where are you now?
ask-place-no = in the carrier's country
ask-place-yes = abroad
ask-route = Which way out do you want to take?
ask-advice = Recommended: { $route }. { $why }
ask-why-unknown = Asking the carrier does not depend on the two dates, which are not known yet.
ask-why-ended = By the dates you gave it received until { $on } and not since: there is nothing left to apply for.
ask-why-grace = By the dates you gave it cannot call out any more and ends by itself: it receives until { $on }.
ask-why-later = Left alone it would receive until { $on }. If you submitted today, an answer could come by { $by }, as the review pane counts.
ask-why-sooner = By the dates you gave it ends by itself on { $on }, no later than an answer to an application could come ({ $by }).
ask-opened = The case is open. Next: find the accounts that use the number
ask-scan = Scan an export of messages or passwords
ask-scan-note = Read on this computer only; names, counts and dates are kept.
ask-list = Type or paste the names
ask-list-note = A list, one name a line, becomes as many accounts.
ask-tour = How this works
ask-tour-note = Four short steps.
ask-later = Not now
ask-later-note = The dashboard says what to do next.
ask-skip = Enter skips.
ask-next-scan = To find the accounts in your messages and passwords: ringoff scan FILE
