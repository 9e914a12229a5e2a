# Temu bual yang membuka kes, dalam papan pemuka dan dalam panduan.

ask-step = { $number } daripada { $total }
ask-carrier = Talian ini dengan penyedia mana?
ask-number = Apakah nombornya? Ia dipaparkan separa tersembunyi; ringoff sendiri tidak menghantarnya ke mana-mana.
ask-names = Siapa nama anda, dan atas nama siapa talian didaftarkan? Surat memuatkan kedua-duanya.
ask-dates = Talian aktif hingga bila, dan ihsan hingga bila? (Hotlink: *100#)
ask-place = Anda di mana sekarang?
ask-place-no = di negara penyedia
ask-place-yes = di luar negara
ask-route = Cara mana yang anda mahu guna?
ask-advice = Disyorkan: { $route }. { $why }
ask-why-unknown = Permohonan kepada penyedia tidak bergantung pada dua tarikh itu, yang belum diketahui.
ask-why-ended = Mengikut tarikh anda, talian hanya menerima hingga { $on }: tiada apa lagi untuk dimohon.
ask-why-grace = Mengikut tarikh anda, talian tidak boleh membuat panggilan lagi dan tamat sendiri: ia menerima hingga { $on }.
ask-why-later = Jika dibiarkan, ia menerima hingga { $on }. Jika anda menghantar hari ini, jawapan mungkin tiba selewat-lewatnya { $by }, mengikut kiraan panel semakan.
ask-why-sooner = Mengikut tarikh anda, talian tamat sendiri pada { $on }, tidak lewat daripada jawapan kepada permohonan ({ $by }).
ask-opened = Kes sudah dibuka. Seterusnya: cari akaun yang menggunakan nombor itu
ask-scan = Imbas eksport mesej atau kata laluan
ask-scan-note = Dibaca di komputer ini sahaja; hanya nama, kiraan dan tarikh disimpan.
ask-list = Taip atau tampal nama
ask-list-note = Satu nama setiap baris; senarai menjadi banyak akaun.
ask-tour = Cara menggunakannya
ask-tour-note = Empat langkah pendek.
ask-later = Bukan sekarang
ask-later-note = Papan pemuka memberitahu langkah seterusnya.
ask-skip = Enter untuk melangkau.
ask-next-scan = Untuk mencari akaun dalam mesej dan kata laluan: ringoff scan FAIL
