# What is wrong with a file, and what to do about it.

fault-unknown-field = unknown field `{ $found }`; known here: { $expected }
fault-unknown-variant = unknown word `{ $found }`; known here: { $expected }
fault-missing-field = field `{ $field }` is missing
fault-duplicate-field = field `{ $field }` is given twice
fault-cut-short = the text ends too early
fault-parser = { $said }
fault-not-a-slug = `{ $id }` is no id: lower-case letters and digits, joined by single hyphens
fault-twice = the id `{ $id }` is given twice
fault-unknown = nothing is called `{ $name }`
fault-no-text = no text in { $lang }
fault-window = a review from { $earliest } to { $latest } working days makes no sense: 1 ≤ earliest ≤ latest ≤ 400
