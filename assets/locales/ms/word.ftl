# Perkataan tunggal: tarikh, keadaan, jenis.

word-comma = ,{" "}
word-date = { $day } { $month }
word-date-year = { $day } { $month } { $year }
word-day = { $weekday } { $day } { $month }
word-full-date = { $weekday } { $day } { $month } { $year }
word-month-1 = Jan
word-month-2 = Feb
word-month-3 = Mac
word-month-4 = Apr
word-month-5 = Mei
word-month-6 = Jun
word-month-7 = Jul
word-month-8 = Ogos
word-month-9 = Sep
word-month-10 = Okt
word-month-11 = Nov
word-month-12 = Dis
word-weekday-1 = Isn
word-weekday-2 = Sel
word-weekday-3 = Rab
word-weekday-4 = Kha
word-weekday-5 = Jum
word-weekday-6 = Sab
word-weekday-7 = Ahd
word-weekday-letter-1 = I
word-weekday-letter-2 = S
word-weekday-letter-3 = R
word-weekday-letter-4 = K
word-weekday-letter-5 = J
word-weekday-letter-6 = S
word-weekday-letter-7 = A

word-stage-preparing = persediaan
word-stage-ready = sedia dihantar
word-stage-under_review = dalam semakan
word-stage-decision_due = jawapan dijangka
word-stage-overdue = lewat
word-stage-rejected = ditolak
word-stage-cancelled = ditamatkan
word-stage-lapsing = menunggu luput
word-stage-lapsed = telah luput
word-stage-abandoned = dihentikan

word-item-open = belum
word-item-done = selesai
word-item-waived = diketepikan
word-item-not_needed = tidak perlu

word-service-linked = dipautkan
word-service-moved = dipindah
word-service-closed = ditutup
word-service-unsure = tidak pasti

word-kind-bank = bank
word-kind-payment = bayaran
word-kind-government = rasmi
word-kind-email = e-mel
word-kind-messaging = mesej
word-kind-social = sosial
word-kind-shopping = beli-belah
word-kind-travel = perjalanan
word-kind-game = permainan
word-kind-other = lain-lain

word-route-apply = mohon penamatan daripada penyedia
word-route-lapse = biarkan luput

word-class-citizen = warganegara
word-class-resident = pemastautin tetap
word-class-work = pas kerja
word-class-student = pas pelajar
word-class-tourist = pelancong

word-verdict-approved = diluluskan
word-verdict-rejected = ditolak

word-confidence-low = belum disahkan
word-confidence-medium = satu sumber yang baik
word-confidence-high = disahkan dua sumber

word-line-number = Nombor
word-line-holder = Pemilik berdaftar
word-line-class = Didaftar sebagai
word-line-registered = Tarikh daftar
word-line-active-until = Aktif hingga
word-line-grace-until = Tempoh ihsan
word-line-credit = Baki kredit
word-holder-me = saya
word-unknown = tidak diketahui
word-yes = ya
word-no = tidak
word-obstacle-open = belum selesai
word-obstacle-resolved = selesai

word-region = { $name } ({ $code })
word-semicolon = ; {""}
word-moment = { $day } { $time }
word-sign-holiday = C
word-weekend = hujung minggu
word-weekend-too = hujung minggu; { $name }
word-in-lieu = { $name }, cuti ganti
word-make-up = hari bekerja { $count } (hari kerja gantian)
word-working-day = hari bekerja { $count }
word-estimated = { $what } (anggaran)
word-inferred = { $what } (disimpulkan, belum diumumkan)
word-own-day = { $what } (tetapan anda)
word-day-own = tutup
word-slash = {" "}/{" "}
word-open-day = hari bekerja { $count }: { $name }
word-make-up-day = hari kerja gantian
