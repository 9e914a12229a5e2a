# What stands in exports.

export-title = { $label }: evidence
export-stage = As of { $date }: { $stage }.
export-next = Next: { $next }
export-open = What is still required
export-files = Fingerprints of the files
export-applications = Applications
export-working = How the dates were computed
export-carrier = Carrier
export-what = What
export-when = When
export-size = Bytes
export-print = SHA-256
export-attached = Attached
export-window = Earliest – latest

export-closing = Closing summary
