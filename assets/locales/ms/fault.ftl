# Apa masalah pada fail, dan apa yang perlu dibuat.

fault-unknown-field = medan `{ $found }` tidak dikenali; yang dikenali di sini: { $expected }
fault-unknown-variant = perkataan `{ $found }` tidak dikenali; yang dikenali di sini: { $expected }
fault-missing-field = medan `{ $field }` tiada
fault-duplicate-field = medan `{ $field }` diberi dua kali
fault-cut-short = teks berakhir terlalu awal
fault-parser = { $said }
fault-not-a-slug = `{ $id }` bukan id yang sah: huruf kecil dan angka, disambung dengan satu sempang
fault-twice = id `{ $id }` diberi dua kali
fault-unknown = tiada apa-apa bernama `{ $name }`
fault-no-text = tiada teks dalam { $lang }
fault-window = semakan { $earliest } hingga { $latest } hari bekerja tidak munasabah: 1 ≤ earliest ≤ latest ≤ 400
fault-unreadable = { $place }: { $what }
fault-empty = fail kosong, seperti selepas sistem ranap; tiada yang ditulis ganti
fault-zeros = fail hanya mengandungi bait sifar, seperti selepas bekalan elektrik terputus; tiada yang ditulis ganti
fault-bom = fail bermula dengan tanda tertib bait (BOM), seperti ditulis sesetengah editor teks
fault-utf16 = fail ini UTF-16; ringoff menulis UTF-8
fault-not-text = baris { $line } bukan teks
fault-json = fail ini JSON (atau TOML), bukan fail kemajuan ringoff
fault-conflict = gabungan meninggalkan penanda konflik di baris { $line }
fault-newer = fail ditulis oleh ringoff yang lebih baharu (format { $version }); ia tidak disentuh
fault-foreign = ini bukan fail kemajuan ringoff
fault-too-large = { $size } bait: tiada fail kemajuan sebesar itu
fault-not-a-file = ini bukan fail biasa
fault-name-not-text = namanya bukan teks dan tidak dapat dicatat
fault-hint-newer = Gunakan ringoff yang lebih baharu untuk membukanya.
fault-hint-bom = Simpan sebagai UTF-8 tanpa BOM dan cuba lagi.
fault-hint-conflict = Selesaikan konflik dalam editor teks dan cuba lagi.
fault-hint-backup = Sandaran ini boleh dibaca: { $backup }. Salin ke atas fail itu untuk kembali kepadanya.
fault-hint-mend = Baiki fail dalam editor teks, atau alihkan untuk bermula semula.
fault-changed-elsewhere = Fail telah diubah di tempat lain; tiada yang ditulis ganti.
fault-locked = Satu lagi proses ringoff masih menyimpan.
fault-not-saved = Tidak disimpan: { $path }: { $what }
fault-disk-full = cakera penuh
fault-quota = kuota cakera anda telah habis
fault-read-only = sistem fail hanya boleh dibaca
fault-permission = tiada kebenaran: semak pemilik fail dan foldernya
fault-not-found = tiada fail atau folder sebegitu
fault-disk = cakera melaporkan ralat
fault-io = sistem menyatakan: { $said }
fault-no-playbook = Tiada panduan `{ $id }`.
fault-nearest = Adakah maksud anda: { $names }?
fault-no-home = Tiada folder utama untuk menyimpan kemajuan anda: namakan fail dengan --file.
fault-no-moment = RINGOFF_NOW bukan masa: { $given }. Tulis seperti 2026-11-05T02:00:00Z.
fault-no-lang = Tiada bahasa `{ $given }`: en, zh-CN, ms.
fault-key-unreadable = { $file }:{ $line }:{ $column }: { $what }
fault-key-command = { $file }:{ $line }: tiada arahan `{ $name }` di sini
fault-key-key = { $file }:{ $line }: `{ $key }` bukan kekunci
fault-key-conflict = { $file }:{ $line }: `{ $key }` sudah bermaksud `{ $with }`
fault-gone = Fail tiada lagi: mungkin dialih atau dibuang. Perubahan seterusnya, atau keluar, akan menulisnya semula.

fault-config-region = tiada kawasan `{ $given }`; yang hampir: { $names }

fault-masked = nombornya disembunyikan: untuk dibaca, bukan untuk diimport
fault-import-not-text = ia bukan teks

fault-no-editor = Tiada penyunting ditetapkan. Tetapkan VISUAL atau EDITOR, contohnya EDITOR=nano, kemudian buka ringoff semula.
fault-editor = Penyunting “{ $editor }” tidak tamat dengan baik ({ $what }); surat kekal seperti asal.

fault-scan-encrypted = fail ini disulitkan. Eksport semula tanpa kata laluan, imbas, kemudian padam
fault-scan-database = ini pangkalan data. Eksport mesej dengan SMS Backup & Restore, SMS Import/Export atau imessage-exporter
fault-scan-vault = ini peti kata laluan yang berkunci. Eksport sebagai CSV atau XML tanpa penyulitan, imbas, kemudian padam
fault-scan-packed = fail ini dimampatkan dengan cara yang tidak dibuka di sini. Nyahmampatkan dahulu
fault-scan-document = ini dokumen atau gambar. Yang diperlukan ialah eksport mesej atau kata laluan
fault-scan-empty = fail ini kosong
fault-scan-vcard = ini kenalan: `ringoff backup check` memeriksanya
fault-scan-unknown = kandungannya bukan format yang dikenali. Yang dikenali: SMS Backup & Restore (XML), SMS Import/Export, imessage-exporter (txt), serta CSV, JSON atau XML pengurus kata laluan
fault-scan-nothing = tiada eksport mesej atau kata laluan dalam arkib ini
fault-scan-bomb = isinya mengembang jauh melebihi mana-mana eksport; ia dibiarkan
fault-scan-pipe = arkib tidak boleh dibaca daripada paip: namakan failnya
fault-scan-stopped = dihentikan sebelum tamat
fault-no-theme = Tiada tema `{ $given }`. Yang ada: { $names }.
fault-no-role = tema tidak mempunyai peranan `{ $name }`
fault-no-colour = `{ $given }` bukan warna: gunakan default, nama seperti cyan atau bright-red, 0 hingga 255, atau #rrggbb
fault-crashed = ringoff telah berhenti: ini pepijat program, bukan salah anda. Apa yang telah disimpan selamat. Laporan tanpa data peribadi ada di { $path }.
fault-crashed-unkept = ringoff telah berhenti: ini pepijat program, bukan salah anda. Apa yang telah disimpan selamat. Laporan tidak dapat ditulis.
fault-key-section = { $file }:{ $line }: tiada bahagian `{ $name }`. Yang ada: { $names }
