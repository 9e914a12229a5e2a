//! Commands of ours that a message names, as they work where the person is.

/// How a command stands in a message.
const COMMAND: &str = "`ringoff";

/// Commands for which it makes no difference which file is worked on.
const WITHOUT_BOOK: [&str; 4] = ["config", "demo", "playbook", "-"];

/// Commands that are about no case, or about all of them.
const WITHOUT_CASE: [&str; 7] = ["cases", "doctor", "import", "merge", "new", "restore", "sync"];

/// Whether there is one in it.
pub(super) fn names_command(message: &str) -> bool {
    message.contains(COMMAND)
}

/// The message with the file and the case named in each of its commands that need them.
/// Both are words of a shell.
pub(super) fn addressed(message: &str, book: Option<&str>, case: Option<&str>) -> String {
    let mut parts = message.split(COMMAND);
    let mut told = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        told.push_str(COMMAND);
        let whole = rest.starts_with([' ', '`']);
        let command = rest.trim_start();
        let of = |words: &[&str]| words.iter().any(|word| command.starts_with(word));
        let on_book = whole && !of(&WITHOUT_BOOK);
        if let Some(book) = book.filter(|_| on_book) {
            told.extend([" --file ", book]);
        }
        if let Some(case) = case.filter(|_| on_book && !of(&WITHOUT_CASE)) {
            told.extend([" -C ", case]);
        }
        told.push_str(rest);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_in_a_message_names_the_file_and_the_case() {
        let told = |message| addressed(message, Some("'my line.ron'"), None);
        assert_eq!(
            told("`ringoff undo` undoes it."),
            "`ringoff --file 'my line.ron' undo` undoes it."
        );
        let both = "`ringoff` shows it; `ringoff next` says what to do.";
        let right = "`ringoff --file 'my line.ron'` shows it; `ringoff --file 'my line.ron' next` \
                     says what to do.";
        assert_eq!(told(both), right);
        for same in
            ["`ringoff config sample`", "`ringoff --file x outcome`", "ringoff", "`ringoffs`"]
        {
            assert_eq!(told(same), same);
        }
        let told = |message, book| addressed(message, book, Some("kl"));
        assert_eq!(told("`ringoff close`", None), "`ringoff -C kl close`");
        let both = told("`ringoff keep --used`", Some("x"));
        assert_eq!(both, "`ringoff --file x -C kl keep --used`");
        for same in ["`ringoff new`", "`ringoff cases --all`", "`ringoff playbook list`"] {
            assert_eq!(told(same, None), same);
        }
    }
}
