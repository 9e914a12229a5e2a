# Apa yang dilakukan oleh program lain pada fail kemajuan, dan sandarannya.

restore-title = Sandaran fail kemajuan anda
restore-none = Belum ada sandaran: perubahan seterusnya akan membuat satu.
restore-lead = { $key } menggantikan fail dengan sandaran. Fail yang ada sekarang disimpan di sebelahnya.
restore-looking = Fail kemajuan anda tidak dapat dibaca; tiada yang ditulis ganti. Mencari sandarannya…
restore-lost = Fail kemajuan anda tidak dapat dibaca; tiada yang ditulis ganti. Pilih sandaran untuk dipulihkan: { $key } meletakkannya di tempat fail itu dan menyimpan fail yang ada di sebelahnya; { $back } membiarkan semuanya seperti sedia ada. ({ $what })
restore-row = { $day }, { $time } · { $count } kes
restore-undated = belum ada apa-apa dibuat · { $count } kes
restore-same = Sama seperti sekarang.
restore-differs = { $count } perkara berbeza.
restore-more = { $count } perubahan lebih daripada sekarang.
restore-more-what = { $count } perubahan lebih daripada sekarang, misalnya: { $what }
restore-since = Tanpa { $count } perubahan terakhir.
restore-since-what = Tanpa { $count } perubahan terakhir, misalnya: { $what }
restore-own = Apa yang anda lihat sekarang
restore-own-note = Menulisnya semula menggantikan fail yang tidak boleh digunakan.
restore-afresh = Mula semula
restore-afresh-note = Sandaran dibiarkan seperti sedia ada dan tiada kes dibuka.
restore-damaged = { $what }. Skrin masih menunjukkan keadaan baik yang terakhir; { $key } menunjukkan sandaran.
restore-done = Dipulihkan kepada keadaan { $when }. { $key } membuat asal; fail tadi disimpan sebagai { $kept }.
restore-done-over = Dipulihkan kepada keadaan { $when }. Fail tadi disimpan sebagai { $kept }.
restore-done-alone = Dipulihkan kepada keadaan { $when }.
restore-beginning = sebelum perubahan pertama
restore-undone = Dibuat asal: fail kembali seperti sebelum sandaran digunakan.
restore-mended = Fail kemajuan boleh dibaca semula.
restore-live-one = Dari tempat lain: { $what }
restore-live = { $count ->
    [0] Fail kemajuan diubah di tempat lain; inilah keadaannya sekarang.
   *[other] { $count } perubahan datang dari tempat lain.
}
