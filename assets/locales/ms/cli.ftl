# Baris arahan.

cli-about = Menutup talian telefon tanpa kehilangan akaun yang bergantung padanya.
cli-usage = Cara guna:
cli-heading-commands = Arahan
cli-heading-options = Pilihan

cli-do-new = Buka kes dan cetak idnya
cli-do-cases = Senaraikan kes dalam jadual, tarikh terdekat dahulu
cli-do-status = Kedudukan sesuatu kes
cli-do-show = Segala-galanya tentang sesuatu kes
cli-do-next = Satu perkara untuk dibuat sekarang
cli-do-line = Maklumat talian: lihat atau isi
cli-line-fact = { $name }: { $value }
cli-do-check = Tandakan sesuatu sebagai selesai: precondition:arrears, document:identity, account:maybank
cli-do-uncheck = Tandakan semula sebagai belum selesai
cli-do-waive = Teruskan tanpanya, dengan sebab
cli-do-account = Akaun yang menggunakan nombor itu
cli-do-channels = Cara menghubungi penyedia, juga dari luar negara
cli-account-add = Tambah akaun
cli-account-set = Tetapkan sama ada ia masih terpaut
cli-account-remove = Buang daripada senarai
cli-account-list = Senaraikan akaun
cli-account-how = Cara menukar nombor di sana
cli-account-no-how = Tiada laman dibaca yang menyatakan cara menukar nombor pada { $name }.
cli-account-no-address = Tiada alamat laman diketahui untuk { $name }.
cli-account-unknown = “{ $name }” tiada dalam kes dan tidak dikenali oleh ringoff.
cli-account-taken-for = “{ $name }” dianggap sebagai { $other }.
cli-account-own-words = ringoff tidak mengenali akaun bernama “{ $name }”: ia disenaraikan mengikut sebutan anda, sebagai “{ $kind }”. Untuk memberi jenis: `ringoff undo`, kemudian tambah dengan `--kind`.
cli-account-own-words-many = { $count } daripada nama ini tidak dikenali ringoff: semuanya disenaraikan mengikut sebutan anda ({ $names } …). Untuk memberi jenis: `ringoff account remove`, kemudian tambah dengan `--kind`.
cli-account-which = “{ $name }” mungkin: { $other }.
cli-account-which-hint = Nyatakan yang mana satu; dengan `--kind` ia ditambah mengikut sebutan anda.
cli-account-none = Belum ada akaun disenaraikan.
cli-do-contact = Log komunikasi dengan penyedia
cli-contact-add = Catat panggilan, sembang, mesej atau lawatan
cli-do-document = Fail lampiran bagi dokumen
cli-document-attach = Lampirkan fail: laluan, saiz dan nilai semaknya disimpan
cli-document-verify = Semak sama ada fail lampiran masih ada dan sama
cli-do-submit = Hantar permohonan
cli-do-outcome = Catat keputusan penyedia
cli-do-obstacle = Halangan
cli-obstacle-open = Catat halangan: owner-unreachable, disputed-amount, registration, no-answer
cli-obstacle-resolve = Tandakan halangan sebagai sudah diatasi
cli-do-history = Segala yang telah dibuat
cli-do-undo = Buat asal perubahan terakhir kes
cli-do-redo = Buat semula yang dibuat asal
cli-do-playbook = Prosedur penyedia
cli-playbook-list = Senaraikan prosedur
cli-playbook-check = Senaraikan setiap ralat dalam fail prosedur
cli-do-demo = Papan pemuka dengan data contoh; tiada yang dibaca atau ditulis

cli-flag-file = Fail kemajuan yang digunakan (RINGOFF_FILE)
cli-flag-case = Kes yang dimaksudkan
cli-flag-json = Cetak satu objek JSON
cli-flag-lang = Bahasa: en, zh-CN, ms (RINGOFF_LANG)
cli-flag-no-input = Jangan tanya apa-apa
cli-flag-color = Warna papan pemuka: auto, always, never
cli-flag-help = Bantuan
cli-flag-version = Versi

cli-arg-playbook = Prosedur penyedia: id daripada `ringoff playbook list`
cli-arg-label = Nama panggilan kes
cli-arg-number = Nombor telefon, sebaiknya dengan + dan kod negara
cli-arg-holder = Atas nama siapa talian itu
cli-arg-own-name = Nama anda sendiri, seperti dalam surat
cli-arg-reply-to = Alamat balasan dalam surat
cli-arg-abroad = Anda di luar negara: surat menyatakan anda tidak dapat ke kedai
cli-arg-from-abroad = Cara dari luar negara, walau apa pun maklumat talian
cli-arg-class = Cara talian didaftarkan: citizen, resident, work, student, tourist
cli-arg-registered = Tarikh talian didaftarkan
cli-arg-active-until = Aktif hingga: hari terakhir ia boleh menelefon dan menghantar mesej
cli-arg-grace-until = Ihsan hingga: hari terakhir ia boleh menerima
cli-arg-credit = Baki kredit; tulis ikut cara anda
cli-arg-forget = Maklumat yang sebenarnya tidak diketahui: number, holder, name, reply-to, class, registered, active-until, grace-until, last-used, credit, abroad
cli-arg-route = apply: mohon kepada penyedia; lapse: biarkan luput; port: pindahkan nombor; keep: terus simpan
cli-arg-all = Semua kes, termasuk dalam arkib
cli-arg-line = Satu baris ringkas, untuk bar status
cli-arg-item = kind:id, seperti dalam `ringoff show`
cli-arg-settled = Ada tunggakan yang sudah dibayar: resit menjadi wajib
cli-arg-reason = Sebabnya; ia disimpan
cli-arg-name = Namanya
cli-arg-kind = Jenis akaun: bank, payment, government, email (e-mel, log masuk, awan), messaging, social, shopping, travel, game (permainan, filem, muzik), other
cli-arg-note = Nota; tanpa kata laluan, kod atau nombor pengenalan
cli-arg-state = to_do, started, waiting, moved, closed atau unsure
cli-arg-to = Nombor yang digunakannya sekarang
cli-arg-wait-until = Tunggu jawapan hingga bila; hanya dengan waiting
cli-arg-sort = danger (paling rugi jika hilang dahulu), seen (mesej terkini dahulu) atau name
cli-arg-channel = Saluran, dengan id atau nama yang dipaparkan oleh `ringoff channels`: hotline, website, …
cli-arg-on = Tarikh; hari ini jika tidak diberi
cli-arg-agent = Siapa menjawab
cli-arg-asked = Apa yang ditanya: application (permohonan) dikira sebagai bertanyakan jawapan; other (perkara lain) dan nobody (tiada sesiapa dapat dihubungi) tidak
cli-arg-reference = Nombor rujukan penyedia
cli-arg-promised = Tarikh jawapan dijanjikan
cli-arg-answer-by = Tarikh jawapan dijangka
cli-arg-path = Fail
cli-arg-anyway = Hantar walaupun ada yang wajib belum selesai; perlu --reason
cli-arg-verdict = approved atau rejected
cli-arg-obstacle = Halangan yang mana
cli-arg-follow-up = Bila perlu disemak semula

cli-no-such-command = Tiada arahan `{ $given }`.
cli-no-such-flag = Tiada pilihan `{ $given }` di sini.
cli-missing = Tidak diberikan: { $what }
cli-needs-value = `{ $what }` memerlukan nilai.
cli-bad-value = `{ $given }` bukan nilai sah untuk { $what }; pilihan: { $valid }
cli-twice = `{ $what }` diberi dua kali.
cli-hint-equals = Tarikh yang bermula dengan tanda sempang ditulis selepas `=`: `--used=-1w`
cli-no-channel = Tiada saluran `{ $given }` dalam prosedur ini.
cli-hint-channels = Salurannya: { $names }
cli-hint-help = Lihat `ringoff --help`.
cli-hint-new = `ringoff new` untuk membuka kes.
cli-hint-sync = `ringoff sync` mengembalikan fail kemajuan daripada repositori di sebelahnya: { $place }.
cli-hint-due = Jika ada kes, nilainya diambil daripada prosedurnya: `ringoff new`.
cli-hint-due-days = Berikan sendiri hari bekerja, seperti --days 3..7.
cli-hint-opened = Dibuka. `ringoff` memaparkannya; `ringoff next` memberitahu langkah seterusnya.
cli-hint-blocked = Belum selesai: { $items }. Guna `--anyway --reason SEBAB` untuk tetap menghantar.
cli-hint-item-precondition = `ringoff check precondition:{ $id }` menandanya; `ringoff document attach document:…` melampirkan kertas.
cli-hint-item-account = `ringoff account set { $id } moved` (atau closed, unsure …) menyatakan keadaannya; `ringoff account remove { $id }` mengeluarkannya daripada senarai.
cli-hint-item-contact = `ringoff contact kept { $id }` menyatakan bahawa janji ditunaikan.
cli-hint-item-obstacle = `ringoff obstacle resolve { $id }` menyatakan bahawa ia tidak lagi menghalang.
cli-hint-item-application = `ringoff outcome approved` atau `rejected` mencatat jawapan, dengan `--file` apa yang dihantar syarikat.
cli-hint-item-line = `ringoff line` menyenaraikan dan mengubah maklumat itu.
cli-no-case = Belum ada kes.
cli-which = Kes: { $id } ({ $label })
cli-next = Seterusnya: { $next }
cli-line = { $label }: { $stage } { $done }/{ $total }
cli-line-review = { $label }: { $stage } { $done }/{ $total }, paling lewat { $date }
cli-status-next = {"  "}Seterusnya: { $next }
cli-status-count = { $what } { $done }/{ $total }
cli-status-review = {"  "}Dihantar { $submitted }; paling awal { $earliest }; paling lewat { $latest }
cli-undone = Dibuat asal: { $what }
cli-redone = Dibuat semula: { $what }
cli-verify-same = { $item }  { $path }: sama
cli-verify-changed = { $item }  { $path }: BERUBAH sejak dilampirkan
cli-verify-gone = { $item }  { $path }: HILANG
cli-verify-unreadable = { $item }  { $path }: tidak dapat dibaca
cli-verify-nothing = Tiada fail dilampirkan.
cli-playbook-fine = { $file }: tiada ralat
cli-playbook-abroad = Tidak dinyatakan sama ada ini boleh digunakan dari luar negara: { $channels }. Jika ada laman yang menyatakannya, tulis `abroad: (reach: yes, sources: […])` pada saluran itu; jika tiada, `abroad: (reach: unknown)`.

cli-examples =
    Contoh
      ringoff                                   papan pemuka
      ringoff demo                              sama, dengan data contoh
      ringoff new --label "SIM simpanan KL"     buka kes
      ringoff next                              apa perlu dibuat sekarang
      ringoff check precondition:arrears        tanda selesai
      ringoff account add Maybank --kind bank   akaun yang menggunakan nombor itu
      ringoff status --line                     satu baris untuk bar status
cli-exit-codes =
    Kod keluar: 0 berjaya · 1 gagal · 2 arahan salah · 3 fail kemajuan tidak dapat dibaca · 4 dikunci atau diubah di tempat lain · 5 tidak dibenarkan sekarang · 6 tidak ditemui · 10 hampir tiba, 11 sudah lewat (hanya dengan --exit-code)
cli-takes-no-value = { $what } tidak menerima nilai.
cli-not-text = Ada argumen yang bukan teks UTF-8 yang sah.

cli-do-due = Kira tarikh hari bekerja dan jelaskan sebabnya; kes tidak diperlukan
cli-do-export = Tulis fail untuk orang lain: ics, md, html, csv, json
cli-do-extend = Penyedia meminta masa tambahan
cli-do-review = Cara tarikh semakan dikira
cli-arg-from = Hari penghantaran (hari ke-0); hari ini jika tidak diberi
cli-arg-days = Dari hari bekerja paling awal hingga paling lewat, seperti 3..7; mengikut kes jika tidak diberi
cli-arg-region = Hari bekerja di mana: MY-14, SG, GB-ENG, …; mengikut kes jika tidak diberi
cli-arg-until = Hari terakhir baharu
cli-arg-closed = Hari penyedia tutup, dengan sebab; boleh diulang
cli-arg-open = Hari penyedia tetap bekerja, dengan sebab; boleh diulang
cli-arg-usual = Buang tetapan terdahulu: kira menurut prosedur
cli-arg-format = ics (kalendar), md atau html (bukti), csv (jadual), json (semuanya)
cli-arg-output = Fail untuk ditulis; - atau tanpa nilai: ke stdout
cli-arg-reveal = Nombor penuh; jika tidak, disembunyikan
cli-arg-force = Ganti fail yang sedia ada
cli-due-from = Dihantar { $date } (hari ke-0)
cli-due-earliest = Paling awal   { $date } (hari bekerja ke-{ $day })
cli-due-latest = Paling lewat  { $date } (hari bekerja ke-{ $day })
cli-due-provisional = Belum muktamad: tarikh ini masih boleh berubah.
cli-exists = Fail sudah ada: { $path }
cli-is-kept = { $path } ialah fail kemajuan atau sebahagian daripadanya: ia tidak akan diganti, walaupun dengan `--force`.
cli-hint-other-path = Namakan fail lain.
cli-hint-force = `--force` menggantikannya.
cli-no-region = Tiada kawasan `{ $given }`.
cli-region-parts = `{ $given }` sahaja tidak cukup: cuti setiap bahagiannya berbeza.
cli-region-which = Nyatakan salah satu: { $names }.
cli-hint-regions = `ringoff playbook regions` menyenaraikannya.

cli-do-guide = Keseluruhan prosedur sebagai soal jawab
cli-do-letter = Surat dan skrip: call, comment, message, application, question, authorisation, dispute, chaser, complaint
cli-do-remind = Apa yang hampir tiba dan yang sudah lewat
cli-do-import = Import fail JSON
cli-do-restore = Senaraikan sandaran, atau kembali kepada salah satunya; yang ada sekarang dikekalkan
cli-arg-list = Senaraikan sandaran: kandungan setiap satu dan bilangan perubahan selepasnya
cli-arg-backup = Nombor dalam senarai, atau fail
cli-restore-row = { $n }. { $date } · { $count } kes · { $since }
   { $path }
cli-restore-since = { $count ->
    [0] tiada perubahan selepasnya
   *[other] { $count } perubahan selepasnya
}
cli-do-keep = Kekalkan talian dan bukan menutupnya, dan catat apa yang mengekalkannya
cli-do-close = Tutup talian yang selama ini dikekalkan
cli-arg-used = Tarikh talian digunakan, atau ditambah nilai jika itu sahaja yang dikira; hari ini jika tidak diberi
cli-line-kept = { $label }: { $stage }, selewat-lewatnya { $date }
cli-line-kept-unknown = { $label }: { $stage }, tarikhnya belum diketahui
cli-hint-kept = Kemudian catat sehingga bila ia sah: `ringoff keep --active-until TARIKH`
cli-hint-kept-use = Kemudian catat kali terakhir anda menggunakannya dengan cara yang dikira penyedia: `ringoff keep --used=TARIKH`
cli-hint-kept-top-up = Kemudian catat kali terakhir anda menambah nilai: `ringoff keep --used=TARIKH`
cli-keep-shown = Penyedia ini memaparkan tarikhnya sendiri: catat dengan `ringoff keep --active-until TARIKH`. Kali terakhir digunakan sahaja tidak memberi tarikh.
cli-keep-noted = Tiada sumber menyatakan penyedia ini memaparkan tarikhnya: tanya penyedia atau kira sendiri, dan catat dengan `ringoff keep --active-until TARIKH`. Kali terakhir digunakan sahaja tidak memberi tarikh.
cli-restore-none = Tiada sandaran sebegitu.
cli-restored = Dipulihkan daripada { $path }: { $count } kes.
cli-restored-kept = Yang ada tadi disimpan sebagai { $path }; `ringoff restore` dengan fail itu kembali kepadanya.
cli-restore-closed = Sandaran ini tidak dapat dibuka: { $path }.
cli-restore-by-name = Pilih nombor lain, atau namakan failnya: `ringoff restore FAIL`.
cli-edited = Fail diubah di luar ringoff, atau rosak, sejak simpanan terakhir; fail dibaca dalam keadaan sekarang. { $count ->
    [0] Semua yang berbeza daripada { $backup } ada dalam sejarahnya.
   *[other] { $count } perkara berbeza daripada { $backup } dan tiada dalam sejarahnya.
} Simpanan seterusnya mengekalkan salinan fail ini.
cli-fragile = Disimpan, tetapi cakera tidak mengesahkannya: gangguan elektrik boleh menghilangkannya.
cli-saved-unprinted = Perubahan sudah disimpan; cuma jawapan ini tidak dapat dicetak. `ringoff history` menunjukkannya.
cli-doctor-write = Menyimpan
cli-doctor-no-locks = Sistem fail ini tiada kunci; satu fail di sebelah fail kemajuan menggantikannya.
cli-do-merge = Gabungkan satu salinan ke dalam fail kemajuan, atau tiga versinya sebagai pemacu gabungan git
cli-do-conflict = Apa yang diubah secara berbeza di dua pihak, dan mana yang betul
cli-conflict = { $n }. di sini: { $kept }
   pihak satu lagi: { $other }
cli-arg-conflict = Nombornya dalam senarai
cli-arg-side = keep: yang ada di sini betul; take: pihak satu lagi betul
cli-arg-base = Salinan itu; di depan dua fail lain, versi asal kedua-duanya
cli-arg-ours = Versi ini; hasilnya ditulis di sini
cli-arg-theirs = Versi pihak satu lagi
cli-arg-merged = Nama fail itu, untuk mesej
cli-merge-setup = Kod keluar: 0 digabungkan; 1 digabungkan, ada konflik untuk diselesaikan; lebih 128 tiada apa-apa dibuat.
    Sekali sahaja, dalam folder fail itu:
    git config merge.ringoff.driver "ringoff merge %O %A %B %P"
    echo "progress.ron merge=ringoff" >> .gitattributes
cli-merged = { $count ->
    [0] { $path }: digabungkan.
   *[other] { $path }: digabungkan; { $count } perkara diubah secara berbeza di kedua-dua pihak. `ringoff conflict` menunjukkannya.
}
cli-do-config = Di mana tetapan, dan apa yang salah
cli-config-path = Cetak folder config.ron, keys.ron dan prosedur
cli-config-check = Senaraikan setiap ralat di dalamnya
cli-do-doctor = Di mana segalanya, dan cara membaiki apa yang salah
cli-do-completions = Pelengkapan shell: bash, zsh, fish, powershell
cli-do-man = Tulis halaman manual ke dalam folder
cli-playbook-show = Paparkan seluruh prosedur dengan sumbernya
cli-playbook-new = Tulis templat untuk prosedur anda sendiri
cli-playbook-regions = Senaraikan kawasan yang hari bekerjanya diketahui
cli-arg-into = Hanya yang tiada dalam kes ini
cli-arg-within = Sejauh mana ke hadapan: 3d, 2w, 1m
cli-arg-exit-code = Tamat dengan 10 jika ada yang hampir tiba, 11 jika ada yang lewat
cli-arg-notify = Paparkan pemberitahuan juga
cli-arg-recipe = Cetak cara diingatkan setiap pagi: cron, systemd, launchd, windows
cli-arg-letter = Yang mana; tanpanya semua disenaraikan, termasuk sama ada boleh ditulis sekarang: call, comment, message, application, question, authorisation, dispute, chaser, complaint
cli-arg-beside = Surat yang sama dalam bahasa lain, di bawahnya: en, zh-CN, ms
cli-arg-sent = Catat bahawa ia dihantar hari ini
cli-arg-submitted = Bagi surat permohonan: tandakan juga sebagai dihantar
cli-hint-submitted = Jika ini dikira sebagai menghantar permohonan: `ringoff submit --channel { $channel }`
cli-ask-submitted = Adakah ini dikira sebagai menghantar permohonan? [y/N]
cli-no-application = { $letter } bukan permohonan: menghantarnya tidak mengemukakan permohonan.
cli-arg-shell = bash, zsh, fish atau powershell
cli-arg-folder = Folder; dicipta jika perlu
cli-written = Ditulis: { $path }
cli-imported = { $count ->
    [0] Tiada yang baharu: semua kes sudah ada.
   *[other] { $count } kes diimport.
}
cli-imported-items = { $count ->
    [0] Tiada yang baharu untuk kes ini.
   *[other] { $count } perkara diimport; `ringoff undo` membuat asal satu demi satu.
}
cli-import-differs = { $count } perkara berbeza dalam fail itu: yang di sini tidak diubah.
cli-hint-export = Fail itu mestilah yang ditulis oleh `ringoff export json --reveal`.
cli-hint-reveal = Eksport semula dengan --reveal.
cli-hint-playbook = Isikan menurut penyedia anda; `ringoff playbook check { $path }` menyenaraikan setiap ralat.
cli-playbook-taken = `{ $id }` ialah panduan yang disertakan dengan program; panduan anda akan menggantikannya. Pilih nama lain.
cli-letter-row = { $letter }: { $title }
cli-letter-now = Boleh ditulis sekarang.
cli-letter-not-now = Belum boleh: { $why }
cli-hint-letter = `ringoff letter JENIS` menulis salah satu.
cli-no-letter = Tiada surat `{ $given }`: { $valid }
cli-letter-no-chinese = Pengekodan terminal ini tiada aksara Cina. `-o FAIL` menulis surat ke dalam fail UTF-8.
cli-letter-unread = Bahasa surat yang diketahui dibaca penyedia: { $langs }
cli-not-a-span = “{ $typed }” bukan tempoh: tulis sebagai 3d, 2w atau 1m.
cli-due-today = hari ini
cli-due-in = { $count ->
    [1] esok
   *[other] { $count } hari lagi
}
cli-due-late = lewat { $count } hari
cli-due-since = { $count } hari lalu
cli-nothing-due = Tiada yang perlu dibuat sekarang. Seterusnya: { $next }
cli-nothing-ahead = Tiada yang perlu dibuat, dan tiada perkara bertarikh selepas ini.
cli-no-notification = Pemberitahuan tidak dapat dipaparkan: pasang notify-send, atau jalankan dalam terminal.
cli-recipe-what = Peringatan daripada ringoff
cli-recipe-cron = Tambah baris ini dengan: crontab -e
cli-recipe-systemd = Simpan kedua-dua fail, kemudian: systemctl --user enable --now ringoff-remind.timer
cli-recipe-launchd = Simpan sebagai ~/Library/LaunchAgents/ringoff.remind.plist, kemudian: launchctl load FAIL
cli-recipe-windows = Jalankan baris ini sekali; tetingkap akan dibuka pada waktu pagi apabila ada yang perlu dibuat
cli-pages = { $count } halaman ditulis.
cli-config-fine = Tiada ralat.
cli-doctor-program = Program
cli-doctor-book = Fail kemajuan
cli-doctor-modes = Siapa boleh membacanya
cli-doctor-backups = Sandaran terbaharu
cli-doctor-config = Tetapan
cli-doctor-state = Keadaan
cli-doctor-playbook = Prosedur
cli-doctor-calendar = Kalendar
cli-doctor-terminal = Terminal
cli-doctor-locale = Lokal
cli-doctor-zone = Zon waktu
cli-doctor-no-book = { $path }: belum ada
cli-doctor-cases = { $path }: { $count } kes
cli-doctor-chmod = Orang lain boleh membaca atau menggantikannya: chmod 600 { $path }, dan chmod 700 foldernya.
cli-doctor-no-backup = belum ada: simpanan kedua menciptanya
cli-doctor-mend = Baiki tempat yang dinyatakan; selebihnya digunakan seperti biasa.
cli-doctor-playbooks = { $count } tiada masalah, yang paling lama disemak { $date }
cli-doctor-verified = { $id }, disemak { $date }
cli-doctor-old = Faktanya melebihi setahun: tanya penyedia sebelum bergantung padanya.
cli-doctor-regions = { $count } kawasan, 2024 hingga 2031
cli-doctor-doubtful = Dalam setengah tahun akan datang, cuti belum diumumkan sepenuhnya bagi: { $names }. Kiraan di situ belum muktamad.
cli-doctor-drawn = papan pemuka boleh dipaparkan
cli-doctor-not-drawn = bukan terminal: `ringoff guide` dan arahan lain berfungsi
cli-doctor-utf8 = Bingkai dan tulisan Cina memerlukan lokal UTF-8, seperti LANG=C.UTF-8.
cli-no-dates = Belum ada tarikh untuk dimasukkan ke dalam kalendar.
cli-arg-plain = Batalkan tetapan bagi hari ini; boleh diulang
cli-heading-examples = Contoh

cli-do-scan = Akaun yang ditemui dalam eksport mesej dan kata laluan
cli-do-findings = Penemuan imbasan yang belum diputuskan
cli-findings-accept = Tambah penemuan ke senarai akaun
cli-findings-dismiss = Jangan tunjuk penemuan ini lagi
cli-arg-findings-all = Semuanya
cli-arg-files = Eksport mesej atau kata laluan; - ialah stdin
cli-arg-since = Abaikan mesej sebelum tarikh ini
cli-arg-add = Tambah akaun ini, dipisahkan koma
cli-arg-add-all = Tambah semua yang belum tersenarai
cli-arg-ignore = Jangan tunjukkan ini lagi
cli-scan-file = { $path }: { $format }, { $messages } mesej{ $accounts ->
    [0] {""}
   *[other] , { $accounts } entri akaun
}
cli-arg-qr = Lukis alamat sebagai kod yang boleh diimbas telefon
cli-arg-how = Terangkan cara membuat eksport, langkah demi langkah; tanpa NAME, senaraikan yang diketahui
cli-scan-how-list = `ringoff scan --how NAME` menerangkan cara membuat setiap satu:
cli-scan-how-unknown = Cara mengeksport “{ $name }” tidak diketahui.
cli-scan-found = { $count ->
    [0] Tiada akaun ditemui.
   *[other] { $count } akaun ditemui, e-mel dan wang dahulu:
}
cli-scan-add = Semuanya menunggu dalam `ringoff findings`; --add NAMA,… atau --add-all memasukkannya ke dalam senarai. Padam fail eksport selepas selesai: isinya tidak patut dibaca orang lain.
cli-scan-unsure = { $count } akaun disenaraikan sebagai tidak pasti: mesejnya datang ke telefon dengan beberapa SIM. `ringoff account set NAMA to_do` menyatakan bahawa ia menggunakan nombor ini; `remove` mengeluarkannya daripada senarai.
cli-scan-no-number = Akaun dalam eksport kata laluan dicari dengan nombor: berikan dengan --number, atau isikan pada maklumat talian.
cli-scan-not-found = Tiada “{ $name }” ditemui.

cli-do-backup = Sama ada sandaran kenalan atau mesej lengkap
cli-backup-check = Apa isinya, dan sama ada ia lengkap
cli-arg-backups = Sandaran kenalan atau mesej; jika dua, yang lama dahulu
cli-backup-contacts = { $count } kenalan, { $numbers } dengan nombor.
cli-backup-messages = { $count } mesej.
cli-backup-declared = Fail ini menyatakan ada { $count }.
cli-backup-malformed = { $count } rekod tidak dapat dibaca; yang pertama bermula di { $at }.
cli-backup-cut = Fail TERPUTUS di { $at }: buat salinan sandaran sekali lagi.
cli-backup-unended = Baris terakhirnya, di { $at }, tiada penghujung baris, jadi fail ini mungkin terputus: bandingkan mesej terakhirnya dengan telefon. Jika lengkap, tandakan sendiri.
cli-backup-chat = Ini sembang aplikasi mesej, bukan SMS talian ini, maka bukan sandarannya.
cli-backup-unsigned = Tiada satu pun menyatakan pengirim dan masanya, maka ini bukan sandaran.
cli-backup-no-number = Tiada satu pun yang ada nombor, maka ini bukan sandaran.
cli-backup-holds-contacts = Isinya kenalan, bukan mesej talian ini.
cli-backup-holds-messages = Isinya mesej, bukan kenalan.
cli-hint-tick-by-hand = `ringoff check { $item }` menandanya dengan tangan, jika apa yang tidak dapat dibaca ringoff memang lengkap.
cli-backup-unread = Fail di dalamnya yang tidak dibaca: { $names }
cli-backup-missing-contacts = { $count ->
    [0] Semua isi fail pertama ada dalam fail kedua.
   *[other] { $count } kenalan fail pertama tiada dalam fail kedua: { $names }
}
cli-backup-missing-messages = { $count ->
    [0] Semua isi fail pertama ada dalam fail kedua.
   *[other] { $count } mesej fail pertama tiada dalam fail kedua.
}
cli-flag-theme = Tema papan pemuka: own, dark, light, contrast, plain, auto, atau tema sendiri (RINGOFF_THEME)
cli-flag-ascii = Lukis bingkai dan tanda dalam ASCII
cli-flag-no-mouse = Serahkan tetikus kepada terminal
cli-config-sample = Cetak config.ron dengan setiap tetapan diterangkan
cli-sample = Tetapan ringoff. Salin apa yang ingin diubah ke dalam config.ron di folder yang dinamakan oleh `ringoff config path`; apa yang tidak ditulis kekal seperti di sini. ringoff tidak pernah menulis fail itu.
cli-setting-lang = Bahasa: en, zh-CN atau ms. Jika tidak ditulis: bahasa sistem. --lang dan RINGOFF_LANG diutamakan.
cli-setting-theme = Tema papan pemuka: own (warna terminal anda), dark, light, contrast, plain (tanpa warna), auto (gelap atau cerah, mengikut terminal), atau nama fail dalam themes/. --theme dan RINGOFF_THEME diutamakan.
cli-setting-signs = Bingkai dan tanda dilukis dengan: auto (mengikut kemampuan terminal), full, atau ascii.
cli-setting-mouse = Sama ada klik dan roda berfungsi. Apabila tetikus digunakan, tahan Shift untuk memilih teks dalam kebanyakan terminal.
cli-setting-title = Sama ada tajuk tetingkap memaparkan ringoff.
cli-setting-tour = Sama ada panduan empat langkah ditunjukkan selepas kes pertama.
cli-setting-days = Hari anda sendiri, mengikut kawasan: bila penyedia tutup, atau tetap buka. Contohnya: {"{"}"MY-14": (closed: {"{"}"2026-11-12": "pejabat berpindah"{"}"}, open: {"{"}{"}"}){"}"}
cli-do-agenda = Setiap perkara bertarikh, dengan peraturan dan sumbernya
cli-agenda-done = Nyatakan sesuatu perkara selesai
cli-agenda-snooze = Tangguhkan sesuatu perkara
cli-agenda-until = Hari ia diingatkan semula
cli-agenda-all = Termasuk yang sudah selesai
cli-agenda-empty = Tiada perkara bertarikh.
cli-arg-id = ID seperti dalam senarai
cli-contact-kept = Nyatakan janji sudah ditepati

cli-do-archive = Arkibkan kes yang ditutup atau dihentikan
cli-arg-which = Kes; kes semasa jika tidak diberi
cli-arg-confirmation = Fail pengesahan atau surat penolakan. Di sini --file bukan fail kemajuan; fail kemajuan dinamakan dahulu (ringoff --file LALUAN outcome …)
cli-arg-about = Perkara yang dipersoalkan: prasyarat dan dokumen
cli-archived = { $count } kes dalam arkib tidak ditunjukkan: `ringoff cases --all`
cli-do-sync = Kongsi satu fail kemajuan antara beberapa mesin melalui git
cli-arg-remote = Tempat repositori bersama; ia diingati
cli-sync-setup = Kali pertama, folder data dijadikan repositori git; hanya fail kemajuan ada di dalamnya. Tanpa REMOTE, dan tiada yang diketahui, perubahan dikomit di sini sahaja. Komit orang lain digabungkan satu demi satu; yang diubah secara berbeza di kedua-dua pihak menunggu dalam `ringoff conflict`. Jika terputus di tengah jalan, kali seterusnya menyambungnya.
cli-sync-subject = { $count } perubahan
cli-sync-merge = Digabungkan
cli-sync-committed = { $count ->
    [0] Tiada apa-apa baharu di mesin ini.
   *[other] Dikomit di sini: { $count } perubahan.
 }
cli-sync-came = Daripada { $from }: { $case }: { $what }
cli-sync-went-back = Daripada { $from }: kembali kepada satu sandaran
cli-sync-more = … dan { $count } lagi.
cli-sync-brought-back = Fail kemajuan telah hilang; kini ia ada semula seperti dalam commit terakhir.
cli-sync-put-back = Fail kemajuan telah dikeluarkan daripada repositori; kini ia ada semula dengan semua isinya.
cli-sync-left = Fail berikut juga diubah oleh orang lain; di sini ia dibiarkan seperti yang ada pada anda: { $files }. `git diff` dalam folder fail kemajuan menunjukkan perbezaannya; semak sebelum anda melakukan commit.
cli-sync-conflicts = { $count } perkara diubah secara berbeza di kedua-dua pihak. `ringoff conflict` menunjukkannya.
cli-sync-sent = { $count ->
    [0] Tiada apa-apa untuk dihantar ke { $remote }.
   *[other] Dihantar ke { $remote }: { $count } perubahan.
 }
cli-sync-sent-joined = { $remote } menerima gabungan kedua-dua pihak; tiada perubahan baharu pada fail kemajuan di dalamnya.
cli-sync-no-remote = Belum ada repositori bersama: `ringoff sync REMOTE` menetapkannya.
cli-sync-again = Perubahan anda selamat di sini; jalankan `ringoff sync` sekali lagi.
cli-sync-clash = Perubahan anda selamat di sini. Dalam folder fail kemajuan, jalankan `git merge { $other }` dan selesaikannya, kemudian jalankan `ringoff sync` sekali lagi.
cli-sync-anew = Fail kemajuan anda tidak terjejas. Namakan semula { $place }, kemudian jalankan `ringoff sync{ $remote }`: repositori baharu dibuat, dan isi fail anda digabungkan dengan yang dihantar oleh orang lain. Yang anda buat asal selepas sync terakhir mungkin muncul semula; buat asal sekali lagi.
cli-arg-as-of = Seperti pada akhir hari itu
cli-as-of = Seperti pada { $date }; { $count ->
    [0] tiada perubahan selepas itu.
   *[other] { $count } perubahan dibuat selepas itu.
 } Yang dibuat asal selepas itu tidak ditunjukkan.
cli-copy-new = Alat penyegerakan meninggalkan salinan di sebelah fail kemajuan: { $path }. { $count } perubahan di dalamnya tiada di sini. `ringoff merge` dengan fail itu membawanya masuk.
cli-overtaken = Salinan lama telah mengambil tempat fail kemajuan. { $path } mempunyai { $count } perubahan yang tiada di sini; `ringoff merge` dengan fail itu membawanya masuk.
cli-copy-old = { $path }: tiada apa-apa di dalamnya yang tiada di sini; anda boleh memadamnya.
cli-merge-itself = { $path } ialah fail kemajuan itu sendiri: tiada apa-apa untuk digabungkan.
cli-backup-old = { $path }: tiada apa-apa di dalamnya yang tiada di sini. Ia salah satu sandaran.
cli-merged-edited = { $path } diubah di luar ringoff, atau rosak: apa yang berbeza kini ada dalam sejarah. `ringoff history` menunjukkannya.
cli-copy-unreadable = { $path }: ia tidak dapat dibaca sebagai fail kemajuan.
cli-doctor-copies = Salinan
cli-merged-copy = { $path }: digabungkan, { $count } perubahan masuk. Anda boleh memadam fail itu sekarang; `ringoff restore` kembali kepada yang tadi.
cli-merged-conflicts = { $count } perkara diubah secara berbeza di kedua-dua pihak. `ringoff conflict` menunjukkannya.
cli-confirmation-is-book = { $path } ialah fail kemajuan, bukan pengesahan: selepas `outcome`, --file ialah fail daripada penyedia. Tiada apa-apa diubah.
cli-hint-book-first = Untuk menggunakan fail kemajuan lain, namakannya dahulu: `ringoff --file { $path } outcome …`
cli-hint-file-behind = Sebelum `outcome`, --file ialah fail kemajuan. Pengesahan penyedia diletakkan selepasnya: `ringoff outcome { $verdict } --file { $path }`
cli-imported-not = Tidak diimport, kerana kes ini mencatat yang lain atau perkara begini tidak pernah ditambah pada kes: { $what }. `ringoff import FILE` tanpa --into membawa masuk seluruh kes sebagai kes baharu.
cli-left-account = akaun
cli-left-document = dokumen
cli-left-mark = tanda, pengecualian dan fail
cli-left-contact = log komunikasi
cli-left-obstacle = halangan
cli-left-application = permohonan
cli-left-line = maklumat talian
cli-left-route = cara tutup
cli-left-agenda = agenda yang selesai atau ditangguhkan
cli-left-search = sama ada carian akaun sudah tamat
cli-left-terms = cara semakan dikira
