# What is wrong with a file, and what to do about it.

fault-unknown-field = unknown field `{ $found }`; known here: { $expected }
fault-unknown-variant = unknown word `{ $found }`; known here: { $expected }
fault-missing-field = field `{ $field }` is missing
fault-duplicate-field = field `{ $field }` is given twice
fault-cut-short = the text ends too early
fault-parser = { $said }
fault-not-a-slug = `{ $id }` isn't a valid id: lower-case letters and digits, joined by single hyphens
fault-twice = the id `{ $id }` is given twice
fault-unknown = there is nothing called `{ $name }`
fault-no-text = no text in { $lang }
fault-window = a review from { $earliest } to { $latest } working days makes no sense: 1 ≤ earliest ≤ latest ≤ 400
fault-unreadable = { $place }: { $what }
fault-empty = the file is empty, perhaps after a crash; nothing was overwritten
fault-zeros = the file holds only zero bytes, perhaps after a power cut; nothing was overwritten
fault-utf16 = the file is UTF-16; ringoff writes UTF-8
fault-not-text = line { $line } is not text
fault-json = the file is JSON (or TOML), not a ringoff progress file
fault-conflict = a merge left conflict markers on line { $line }
fault-newer = a newer ringoff wrote this file (format { $version }); it was left untouched
fault-foreign = this is not a ringoff progress file
fault-too-large = { $size } bytes: no progress file is that large
fault-not-a-file = this is not a regular file
fault-name-not-text = its name is not valid text and cannot be recorded
fault-hint-newer = Use the newer ringoff to open it.
fault-hint-conflict = Resolve the conflict in an editor and try again.
fault-hint-backup = This backup can be read: { $backup }. `ringoff restore` goes back to it.
fault-hint-mend = Fix the file in an editor, or move it away to start fresh.
fault-missing = { $path }: there is no file, but a backup of it: { $backup } ({ $count ->
    [one] one case
   *[other] { $count } cases
}).
fault-hint-missing = `ringoff restore` brings it back; `ringoff new` starts afresh and keeps the backup.
fault-mounted = the file is mounted by itself and cannot be replaced: mount its folder instead
fault-changed-elsewhere = The file was changed elsewhere; nothing was overwritten.
fault-locked = Another ringoff process is still saving.
fault-not-saved = Not saved: { $path }: { $what }
fault-disk-full = the disk is full
fault-quota = your disk quota is used up
fault-read-only = the file system is read-only
fault-permission = permission denied: check who owns the file and its folder
fault-not-sure = a day is computed here: one of its `sources` must be of confidence `high` and carry a date
fault-missing-part = `{ $name }` is missing
fault-not-found = there is no such file or folder
fault-disk = the disk reports an error
fault-io = the system says: { $said }
fault-no-playbook = There is no playbook `{ $id }`.
fault-nearest = Did you mean: { $names }?
fault-no-home = There is no home folder to keep your progress in: name a file with --file.
fault-no-moment = RINGOFF_NOW isn't a valid time: { $given }. Write it as 2026-11-05T02:00:00Z.
fault-no-zone = TZ is set to “{ $given }”, which is no time zone: times are in UTC. Set it to one such as Asia/Kuala_Lumpur.
fault-no-lang = There is no language `{ $given }`. Available: en, zh-CN, ms.
fault-key-unreadable = { $file }:{ $line }:{ $column }: { $what }
fault-key-command = { $file }:{ $line }: there is no command `{ $name }` here
fault-key-key = { $file }:{ $line }: `{ $key }` isn't a key
fault-key-conflict = { $file }:{ $line }: `{ $key }` already means `{ $with }`
fault-gone = The file is gone: it was moved or deleted. Your next change, or quitting, writes it again.

fault-config-region = there is no region `{ $given }`; similar ones: { $names }

fault-masked = its numbers are masked: it is for reading, not for importing
fault-import-not-text = it is not text

fault-no-editor = No editor was found. Install nano, or set VISUAL or EDITOR and start ringoff again.
fault-editor = The editor “{ $editor }” failed ({ $what }); the letter is unchanged.

fault-scan-encrypted = it is encrypted. Export it again without a password, scan it, and delete it afterwards
fault-scan-database = it is a database. Export messages with SMS Backup & Restore, SMS Import/Export or imessage-exporter
fault-scan-vault = it is a locked vault. Export it as CSV or unencrypted XML, scan it, and delete it afterwards
fault-scan-packed = it cannot be unpacked here. Unpack it first
fault-scan-document = it is a document or picture, not an export of messages or passwords
fault-scan-empty = it is empty
fault-scan-vcard = these are contacts: check them with `ringoff backup check`
fault-scan-unknown = not readable: it looks like { $looks }. What can be read: { $known }
fault-scan-no-record = not readable: its format seems to be “{ $looks }”, but no record in it can be used. What can be read: { $known }
fault-scan-no-backup = it holds logins, and no messages or contacts: `ringoff scan` reads it
fault-scan-authenticator = these are the secrets of an authenticator app. Its accounts get their codes there, not by text message. Keep this file safe, or delete it
fault-scan-known = messages (SMS Backup & Restore, SMS Import/Export, iMazing, imessage-exporter, Google Voice, tables), chats (WhatsApp, Telegram, Signal), passwords (Bitwarden, 1Password, KeePass, Proton Pass, Enpass, Keeper, tables), authenticators (Aegis, 2FAS, andOTP) and, as backups, contacts (vCard, tables); each also in a ZIP
fault-scan-nothing = nothing in this archive is an export of messages or passwords
fault-scan-bomb = it unpacks to far more than any export would, so it was not read
fault-scan-pipe = an archive cannot be read from a pipe: name the file
fault-scan-stopped = it was stopped before it was done
fault-no-theme = There is no theme `{ $given }`. Available: { $names }.
fault-no-role = a theme has no role `{ $name }`
fault-no-colour = `{ $given }` isn't a colour: default, a name such as cyan or bright-red, 0 to 255, or #rrggbb
fault-crashed = ringoff has stopped: this is a bug in the program, not your mistake. What was saved is safe. A report without personal data is in { $path }.
fault-crashed-unkept = ringoff has stopped: this is a bug in the program, not your mistake. What was saved is safe. No report could be written.
fault-key-section = { $file }:{ $line }: there is no section `{ $name }`. Known here: { $names }
fault-no-git = This needs the program git, which is not installed.
fault-git = git did not do it: { $said }
fault-remote-away = { $remote } cannot be reached: { $said }
fault-remote-refused = { $remote } did not take the changes: { $said }
fault-remote-restless = { $remote } keeps changing; others are sending at this moment.
fault-version = The shared progress file cannot be read; nothing was merged.
fault-version-newer = A newer ringoff wrote the shared progress file (version { $version }); nothing was merged. Update ringoff.
