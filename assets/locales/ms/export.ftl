# Teks dalam fail eksport.

export-title = { $label }: bukti
export-stage = Setakat { $date }: { $stage }.
export-next = Seterusnya: { $next }
export-open = Yang masih wajib
export-files = Nilai semak fail
export-applications = Permohonan
export-working = Cara tarikh dikira
export-carrier = Penyedia
export-what = Perkara
export-when = Bila
export-size = Bait
export-print = SHA-256
export-attached = Dilampirkan
export-window = Paling awal – paling lewat

export-closing = Ringkasan penutup
