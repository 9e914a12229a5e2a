//! Commands of ours that a message names, as they work where the person is.

/// How a command stands in a message.
const COMMAND: &str = "`ringoff";

/// Commands for which it makes no difference which file is worked on.
const WITHOUT_BOOK: [&str; 4] = ["config", "demo", "playbook", "--"];

/// Whether there is one in it.
pub(super) fn names_command(message: &str) -> bool {
    message.contains(COMMAND)
}

/// The message with the file named in each of its commands. `book` is a word of a shell.
pub(super) fn on_book(message: &str, book: &str) -> String {
    let mut parts = message.split(COMMAND);
    let mut told = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        told.push_str(COMMAND);
        let whole = rest.starts_with([' ', '`']);
        let command = rest.trim_start();
        if whole && !WITHOUT_BOOK.iter().any(|word| command.starts_with(word)) {
            told.push_str(" --file ");
            told.push_str(book);
        }
        told.push_str(rest);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_in_a_message_names_the_file() {
        let told = |message| on_book(message, "'my line.ron'");
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
    }
}
