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
