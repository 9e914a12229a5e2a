# Data contoh.

demo-label = SIM simpanan KL
demo-old-label = Talian pelajar lama
demo-agent = petugas 7
demo-note = akan tanya borang yang mana
