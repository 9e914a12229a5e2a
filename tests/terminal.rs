//! The built program on a real pseudo terminal: start, keys, quit, kill,
//! reopen, and every mode switched off afterwards.

#![cfg(unix)]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[cfg(target_os = "linux")]
#[path = "support/interposer.rs"]
mod interposer;
mod terminal {
    pub(crate) mod pty;
}

use std::time::Duration;

use terminal::pty::{Home, Pty};

#[test]
fn it_starts_takes_keys_quits_and_opens_where_it_was() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Welcome to ringoff");
    pty.press("\r");
    pty.wait_for("New case");
    pty.press("\x13");
    pty.wait_for("How it works");
    pty.press("\x1b");
    pty.wait_until("the tour is over", |screen| !screen.contents().contains("How it works"));
    pty.press(" \r");
    pty.wait_for("1/3");
    pty.press("2aMaybank\x13");
    pty.wait_for("Account added: Maybank");
    pty.leave("q");

    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Maybank");
    // The pane and the row are where they were: Space begins with Maybank.
    pty.press(" ");
    pty.wait_for("Maybank: started");
    pty.leave("q");
    assert!(home.book().contains("state: started"));
}

#[test]
fn a_killed_program_opens_on_the_last_saved_change() {
    let home = Home::new();
    home.run(&["new"]);
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    pty.press("2aGrab\x13");
    pty.wait_for("Account added: Grab");
    pty.wait_for("saved 10:00");
    pty.kill();
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Grab");
    pty.press("u");
    pty.wait_for("Undone: Account added: Grab");
    pty.leave("q");
}

#[test]
fn every_way_out_gives_the_terminal_back() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let home = Home::new();
        let mut pty = Pty::demo(&home);
        pty.signal(signal);
        assert_eq!(pty.ended(), code, "{signal}");
        pty.assert_given_back();
    }
}

#[test]
fn ctrl_c_leaves_and_esc_never_does() {
    let home = Home::new();
    let mut pty = Pty::demo(&home);
    pty.press("\x1b");
    // A key right behind Esc would be Alt and that key.
    pty.resize((24, 100));
    pty.wait_for("▰");
    pty.press("?");
    pty.wait_for("Keys · Accounts");
    pty.press("\x1b");
    pty.wait_until("help is gone", |screen| !screen.contents().contains("Keys ·"));
    pty.leave("\x03");
}

#[test]
fn stopping_gives_the_terminal_back_and_going_on_draws_it_again() {
    let home = Home::new();
    let mut pty = Pty::demo(&home);
    // By the key, and by whoever sends the signal.
    for by_key in [true, false] {
        if by_key {
            pty.press("\x1a");
        } else {
            pty.signal("TSTP");
        }
        pty.wait_until("the alternate screen is left", |screen| !screen.alternate_screen());
        pty.wait_for_stop();
        pty.signal("CONT");
        pty.wait_until("it is taken again", vt100::Screen::alternate_screen);
        pty.wait_for("Preconditions");
    }
    pty.leave("q");
}

#[test]
fn a_burst_of_keys_is_taken_whole() {
    let home = Home::new();
    let mut pty = Pty::demo(&home);
    // Odd and more than 1,024 bytes: mask, unmask, … and zoom at the end.
    pty.press(&("m".repeat(3000) + "9z"));
    pty.wait_until("the timeline has the screen", |screen| {
        screen.contents().contains("9 Timeline") && !screen.contents().contains("4 Review")
            || screen.contents().contains("Case opened")
    });
    pty.leave("q");
}

#[test]
fn a_key_writes_few_bytes_and_what_stands_still_writes_none() {
    let home = Home::new();
    home.run(&["new"]);
    for number in 1..=9 {
        home.run(&["account", "add", &format!("Club {number}")]);
    }
    let mut pty = Pty::start(&home, &[], (40, 120));
    pty.wait_for("Club 9");
    pty.press("2");
    // The selected account is explained beside the list.
    let explained =
        |screen: &vt100::Screen, name: &str| screen.contents().matches(name).count() > 1;
    pty.wait_until("the first account", |screen| explained(screen, "Club 1"));
    pty.listen(Duration::from_millis(100));
    for number in 2..=9 {
        let before = pty.written();
        let name = format!("Club {number}");
        pty.press("j");
        pty.wait_until(&name, |screen| explained(screen, &name));
        pty.listen(Duration::from_millis(30));
        let bytes = pty.written() - before;
        assert!(bytes <= 190, "{bytes} bytes for two rows and a name");
    }
    let (before, waits) = (pty.written(), pty.waits());
    // The last row is selected: there is nothing to draw.
    pty.press("j");
    pty.listen(Duration::from_millis(100));
    assert_eq!(pty.written(), before, "a key that changes nothing writes nothing");
    let waited = pty.waits();
    pty.listen(Duration::from_millis(300));
    assert_eq!(pty.written(), before, "nothing is written while nothing happens");
    assert_eq!(pty.waits(), waited, "nothing wakes while nothing happens");
    assert!(waits <= waited);
    pty.leave("q");
}

#[test]
fn a_resized_window_is_redrawn() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["demo"], (24, 80));
    pty.wait_for("5 Contact log");
    for size in [(1, 1), (5, 20), (60, 200), (15, 50), (40, 120)] {
        pty.resize(size);
    }
    pty.wait_for("9 Timeline");
    pty.wait_for("7 Obstacles");
    pty.leave("q");
}

#[test]
fn without_colour_the_selection_can_still_be_seen() {
    let home = Home::new();
    let mut pty = Pty::start_with(&home, &["demo"], (24, 80), &[("NO_COLOR", "1")]);
    pty.wait_for("Preconditions");
    let row = pty.row_of("Maybank  ");
    let screen = pty.screen();
    let cell = screen.cell(row, 5).expect("a cell");
    assert!(cell.inverse(), "the selected row is reversed");
    for row in 0..24 {
        for column in 0..80 {
            let cell = screen.cell(row, column).expect("a cell");
            assert_eq!(cell.fgcolor(), vt100::Color::Default, "{row} {column}");
            assert_eq!(cell.bgcolor(), vt100::Color::Default, "{row} {column}");
        }
    }
    pty.leave("q");
}

#[test]
fn a_paste_outside_a_field_does_nothing() {
    let home = Home::new();
    let mut pty = Pty::demo(&home);
    // A list of accounts is taken by the pane of accounts.
    pty.press("1");
    pty.wait_for("▸ 1 Preconditions");
    pty.press("\x1b[200~qqq\nq\x1b[201~");
    pty.wait_for("Nothing was pasted");
    pty.leave("q");
}

#[test]
fn a_book_that_vanishes_is_written_again() {
    for change in ["2aGrab\x13", "R"] {
        let home = Home::new();
        home.run(&["new", "--label", "made up"]);
        let mut pty = Pty::start(&home, &[], (24, 80));
        pty.wait_for("Debts cleared");
        home.lose_the_book();
        pty.press(change);
        // Whichever comes first: what the watch of the folder tells, or the save.
        pty.wait_until("the file is gone or is there again", |screen| {
            let shown = screen.contents();
            shown.contains("The file is gone") || shown.contains("saved 10:00")
        });
        pty.wait_for("made up");
        pty.leave("q");
        assert!(home.book().contains("made up"), "{change}");
    }
}

#[test]
fn the_command_line_works_while_the_dashboard_is_open() {
    let home = Home::new();
    home.run(&["new"]);
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    home.run(&["account", "add", "Maybank"]);
    pty.press("2aGrab\x13");
    pty.wait_for("Maybank");
    pty.wait_for("Grab");
    pty.leave("q");
    let book = home.book();
    assert!(book.contains("Maybank") && book.contains("Grab"), "{book}");
}

#[test]
fn what_others_write_appears_by_itself() {
    let home = Home::new();
    home.run(&["new"]);
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    // Without a key: the command line, then something that damages the file.
    home.run(&["account", "add", "Grab"]);
    pty.wait_for("From elsewhere: Account added: Grab");
    let good = home.book();
    home.damage("(");
    pty.wait_for("last good state");
    pty.wait_for("Grab");
    home.damage(&good);
    pty.wait_for("can be read again");
    pty.leave("q");
}

#[test]
fn a_damaged_file_is_restored_from_a_list_at_the_start() {
    let home = Home::new();
    home.run(&["new"]);
    home.run(&["account", "add", "Grab"]);
    home.run(&["account", "add", "Steam"]);
    home.damage("(");
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Backups of your progress file");
    pty.press("\x1b");
    assert_eq!(pty.ended(), 3);
    pty.assert_given_back();
    assert_eq!(home.book(), "(");
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Backups of your progress file");
    pty.press("\r");
    pty.wait_for("Restored as of");
    pty.wait_for("Grab");
    pty.leave("q");
    assert!(home.book().contains("grab"));
}

#[test]
fn a_letter_is_copied_changed_in_an_editor_with_arguments_and_saved() {
    let home = Home::new();
    home.run(&["new", "--number", "+60 12-345 6789"]);
    // Notes its arguments and the draft's mode, and adds a line.
    let editor = home.write(
        "editor.sh",
        "echo \"$1 $2\" > args\nstat -c %a \"$3\" >> args\necho 'Added \u{1b}[31mline' >> \"$3\"\n",
    );
    let visual = format!("cd {}; sh {editor} --wait 'two words'", home.path());
    let more = [("VISUAL", visual.as_str()), ("EDITOR", "false"), ("PATH", "/usr/bin:/bin")];
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Debts cleared");
    pty.press("L");
    pty.wait_for("Public comment");
    pty.press("j\r");
    pty.wait_for("private chat with me");
    pty.press("y");
    pty.wait_for("Letter copied");
    // "Hi Hotlin" begins so in Base64.
    assert!(pty.copied().starts_with("SGkgSG90bGlu"), "{}", pty.copied());
    pty.press("e");
    pty.wait_for("Changed here only");
    // What an editor leaves is text, not an order to the terminal.
    pty.wait_for("[31mline");
    assert_eq!(home.read("args").0, "--wait two words\n600\n");
    assert!(home.names("state/ringoff/drafts").is_empty(), "the draft is gone");
    pty.press("s");
    pty.wait_for("~/comment.txt");
    pty.press("\r");
    pty.wait_for("comment.txt");
    pty.wait_for("Written");
    let (text, mode) = home.read("comment.txt");
    assert!(text.ends_with("details.\nAdded \u{fffd}[31mline\n"), "{text}");
    assert_eq!(mode, 0o600);
    pty.press("q");
    pty.leave("q");
}

#[test]
fn an_editor_that_fails_or_is_not_named_leaves_the_letter_alone() {
    for (visual, told) in [("false", "failed ("), ("", "No editor was found")] {
        let home = Home::new();
        home.run(&["new"]);
        let path = if visual.is_empty() { home.path() } else { "/usr/bin:/bin" };
        let more = [("VISUAL", visual), ("EDITOR", " "), ("PATH", path)];
        let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
        pty.wait_for("Debts cleared");
        pty.press("L\r");
        pty.wait_for("May I have your name");
        pty.press("e");
        pty.wait_for(told);
        pty.wait_for("May I have your name");
        pty.leave("\x03");
    }
}

#[test]
fn passwords_scanned_without_a_number_say_what_is_missing() {
    let home = Home::new();
    home.run(&["new"]);
    home.write("passwords.csv", "name,url,username,password\nForum,,+60123456789,x\n");
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    pty.press("S~/pass\t");
    pty.wait_for("~/passwords.csv");
    pty.press("\r");
    pty.wait_for("searched for your number");
    pty.leave("\x03");
}

#[test]
fn a_file_of_a_newer_ringoff_is_not_offered_to_be_replaced() {
    let home = Home::new();
    home.run(&["new"]);
    home.run(&["account", "add", "Maybank"]);
    let newer = "V9((cases: []))\n";
    home.damage(newer);
    // Nothing is drawn: what an older version could show of it would be guessed.
    let mut pty = Pty::open(&home, &[], (24, 250), &[]);
    pty.wait_for("a newer ringoff wrote this file");
    assert_eq!(pty.ended(), 3);
    assert!(!pty.raw().contains("Backups of your progress file"), "{:?}", pty.raw());
    assert_eq!(home.book(), newer);
}

#[test]
fn a_draft_that_nobody_has_changed_is_gone_with_the_program() {
    let home = Home::new();
    home.run(&["new"]);
    // An editor that is not there is passed over.
    let more = [("VISUAL", "no-such-editor"), ("EDITOR", "true"), ("PATH", "/usr/bin:/bin")];
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Debts cleared");
    pty.press("L\r");
    pty.wait_for("May I have your name");
    pty.press("e");
    pty.wait_for("Nothing changed so far");
    assert_eq!(home.names("state/ringoff/drafts").len(), 1, "the editor may be open yet");
    pty.leave("\x03");
    assert!(home.names("state/ringoff/drafts").is_empty(), "the letter holds a number in full");
}

#[test]
fn an_editor_that_is_not_there_gives_way_and_a_draft_that_is_gone_is_not_promised() {
    let home = Home::new();
    home.run(&["new"]);
    let editor = home.write("bin/nano", "#!/bin/sh\nexit 3\n");
    std::process::Command::new("chmod").args(["+x", &editor]).status().expect("runs");
    // No editor of the machine is found: only these two programs are there.
    for tool in ["sh", "rm"] {
        let link = format!("{}/bin/{tool}", home.path());
        std::os::unix::fs::symlink(format!("/bin/{tool}"), link).expect("links");
    }
    let path = format!("{}/bin", home.path());
    let more = [("VISUAL", ""), ("EDITOR", "no-such-editor"), ("PATH", path.as_str())];
    let mut pty = Pty::start_with(&home, &["--lang", "zh-CN"], (24, 80), &more);
    pty.wait_for("没有欠费");
    pty.press("L\r");
    pty.wait_for("电话沟通提纲");
    // Which one opens is told before, and how to choose another one.
    pty.press("e");
    pty.wait_for("找不到 no-such-editor");
    pty.wait_for("EDITOR=nano ringoff");
    pty.press("e");
    pty.wait_for("错误代码 3");
    home.write("bin/nano", "#!/bin/sh\nrm \"$1\"\n");
    pty.press("e");
    pty.wait_for("草稿已被编辑器删除");
    pty.press("\x03");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn an_editor_that_returns_at_once_keeps_its_draft() {
    let home = Home::new();
    home.run(&["new"]);
    // An empty VISUAL names nothing; this one has a window of its own.
    let more = [("VISUAL", ""), ("EDITOR", "true --new-window"), ("PATH", "/usr/bin:/bin")];
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Debts cleared");
    pty.press("L\r");
    pty.wait_for("May I have your name");
    pty.press("e");
    pty.wait_for("Nothing changed so far");
    let drafts = home.names("state/ringoff/drafts");
    assert_eq!(drafts.len(), 1, "the draft stays: {drafts:?}");
    home.write(&format!("state/ringoff/drafts/{}", drafts[0]), "Said in another window\n");
    pty.press("e");
    pty.wait_for("Said in another window");
    pty.wait_for("Changed here only");
    assert!(home.names("state/ringoff/drafts").is_empty(), "the draft is gone");
    // Leaving asks about what is nowhere else.
    pty.press("\x03");
    pty.wait_for("Close it without my changes");
    pty.press("jj\r");
    pty.wait_until("the letter is gone", |screen| !screen.contents().contains("my changes"));
    pty.leave("\x03");
}

#[test]
fn esc_and_a_key_right_behind_it_both_count() {
    let home = Home::new();
    let mut pty = Pty::demo(&home);
    pty.press("?");
    pty.wait_for("Keys ·");
    pty.press("\x1b?");
    pty.press("\x1b\x1b[B");
    pty.wait_until("help is gone", |screen| !screen.contents().contains("Keys ·"));
    pty.press("\x1b[27;2;67~");
    pty.wait_for("New case");
    pty.leave("\x1b\x1bq");
}

/// A terminal sends the line ends of a paste as it sends Enter.
#[test]
fn a_blank_right_behind_esc_is_kept() {
    let home = Home::new();
    home.run(&["new"]);
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    pty.press("?");
    pty.wait_for("Keys ·");
    pty.press("\x1b ");
    pty.wait_for("Was anything owed?");
    pty.press("\x03");
    assert_eq!(pty.ended(), 0);
}

#[test]
fn a_pasted_list_is_one_account_a_line() {
    let home = Home::new();
    home.run(&["new"]);
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    pty.press("2a");
    pty.wait_for("Add an account");
    pty.press("\x1b[200~Kopi One\rKopi Two\rKopi Three\x1b[201~\x13");
    pty.wait_for("Kopi Three");
    pty.leave("q");
    // Each stands in the case and in its history.
    assert_eq!(home.book().matches("name: \"Kopi ").count(), 6, "{}", home.book());
}

#[test]
fn no_part_of_a_long_paste_becomes_a_key() {
    let home = Home::new();
    let mut pty = Pty::demo(&home);
    pty.press("2a");
    pty.wait_for("Add an account");
    pty.press(&format!("\x1b[200~{}\x1b[201~", "q\r".repeat(1 << 20)));
    pty.wait_for("500 accounts");
    pty.press("\x1b");
    pty.wait_for("Leave without saving?");
    pty.press("y");
    pty.wait_until("the form is gone", |screen| !screen.contents().contains("Add an account"));
    pty.leave("q");
}

#[test]
fn the_clock_of_a_call_runs_by_itself_and_what_was_noted_is_kept() {
    let home = Home::new();
    home.run(&["new"]);
    let more = [("RINGOFF_CLOCK", "")];
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Debts cleared");
    pty.press("p");
    pty.wait_for("On the phone");
    pty.wait_for("0:01");
    pty.wait_for("0:02");
    pty.press("rREF-7\r");
    pty.wait_for("REF-7");
    pty.leave("\x03");
    assert!(home.book().contains("reference: \"REF-7\""), "{}", home.book());
}

#[test]
fn what_was_noted_in_a_call_outlives_every_way_out() {
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let home = Home::new();
        home.run(&["new"]);
        let more = [("RINGOFF_CLOCK", "")];
        let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
        pty.wait_for("Debts cleared");
        pty.press("p");
        pty.wait_for("0:01");
        pty.press("rREF-7\r");
        pty.wait_for("REF-7");
        pty.signal(signal);
        assert_eq!(pty.ended(), code, "{signal}");
        pty.assert_given_back();
        assert!(home.book().contains("reference: \"REF-7\""), "{signal}: {}", home.book());
    }
}

#[test]
fn what_is_still_being_typed_in_a_call_outlives_every_way_out() {
    // A promise that is no day yet is kept as it was typed.
    for (signal, keys, kept) in [
        ("TERM", "nwill ask the shop", "will ask the shop"),
        // Under the help as well.
        ("HUP", "nwill ask again\x1bOP", "will ask again"),
        ("HUP", "rREF-7", "reference: \"REF-7\""),
        ("HUP", "pwhen the shop opens", "when the shop opens"),
        ("TERM", "p30 Nov 2026", "promised: \"2026-11-30\""),
    ] {
        let home = Home::new();
        home.run(&["new"]);
        let more = [("RINGOFF_CLOCK", "")];
        let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
        pty.wait_for("Debts cleared");
        pty.press("p");
        pty.wait_for("0:01");
        pty.press(keys);
        let typed = keys.get(1..).unwrap_or_default();
        pty.wait_for(if typed.contains('\x1b') { "Keys ·" } else { typed });
        pty.signal(signal);
        pty.ended();
        pty.assert_given_back();
        assert!(home.book().contains(kept), "{keys}: {}", home.book());
    }
}

#[test]
fn a_call_without_notes_outlives_every_way_out_too() {
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
        let home = Home::new();
        home.run(&["new"]);
        let more = [("RINGOFF_CLOCK", "")];
        let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
        pty.wait_for("Debts cleared");
        pty.press("p");
        pty.wait_for("0:01");
        pty.signal(signal);
        assert_eq!(pty.ended(), code, "{signal}");
        pty.assert_given_back();
        let book = home.book();
        assert!(book.contains("\"hotline\"") && book.contains("lasted: "), "{signal}: {book}");
    }
}

#[test]
fn ctrl_c_asks_before_it_loses_something_and_leaves_at_once_when_pressed_again() {
    let home = Home::new();
    home.run(&["new"]);
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    pty.press("2a");
    pty.wait_for("Add an account");
    pty.press("Forum\x03");
    pty.wait_for("Leave without saving?");
    pty.press("x");
    pty.wait_for("Forumx");
    pty.press("\x03");
    pty.wait_for("Leave without saving?");
    pty.press("\x03");
    assert_eq!(pty.ended(), 0);
    pty.assert_given_back();
}

#[test]
fn chinese_is_not_chosen_where_it_would_be_question_marks() {
    let home = Home::new();
    home.run(&["new"]);
    let more = [("LC_ALL", "en_US.ISO-8859-1"), ("RINGOFF_LANG", "")];
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Debts cleared");
    pty.press("gl");
    pty.wait_for("Bahasa Melayu");
    pty.press("j\r");
    pty.wait_for("has no Chinese");
    pty.wait_for("Debts cleared");
    pty.press("q");
    pty.leave("q");
}

#[test]
fn a_terminal_in_another_encoding_gets_its_own_bytes_and_programs_get_utf_8() {
    let home = Home::new();
    home.run(&["new"]);
    let more = [("LANG", "zh_CN.GB18030"), ("RINGOFF_LANG", "")];
    let told = |args: &[&str]| {
        let mut pty = Pty::open(&home, args, (50, 200), &more);
        pty.ended();
        pty.bytes().to_vec()
    };
    let all: [&[&str]; 5] = [
        &["letter", "call", "--lang", "zh-CN"],
        &["letter", "call", "--beside", "zh-CN"],
        &["config", "sample"],
        &["export", "md"],
        &["letter", "no-such-letter"],
    ];
    for args in all {
        let bytes = told(args);
        let (text, _, broken) = encoding_rs::GB18030.decode(&bytes);
        assert!(!broken && std::str::from_utf8(&bytes).is_err(), "{args:?}: {text}");
        let common = text.chars().filter(|sign| "的是一不在有你这".contains(*sign)).count();
        assert!(common > 0, "{args:?}: {text}");
    }
    for args in [["next", "--json"], ["show", "--json"], ["next", "--jsn"], ["nxt", "--json"]] {
        let bytes = told(&args);
        let is_utf_8 = std::str::from_utf8(&bytes).is_ok();
        assert_eq!(is_utf_8, args[1] == "--json", "{args:?}");
    }
}

#[test]
fn without_a_desktop_the_terminal_shows_the_reminder() {
    let home = Home::new();
    home.run(&["new", "--label", "made; up"]);
    home.run(&["submit", "--anyway", "--reason", "made up"]);
    // Nothing is called notify-send there.
    let more = [("PATH", home.path())];
    let args = ["remind", "--within", "2w", "--notify"];
    let mut pty = Pty::open(&home, &args, (24, 80), &more);
    pty.wait_for("last day for the answer");
    assert_eq!(pty.ended(), 0);
    let raw = pty.raw();
    let (title, body) =
        ("ringoff", "Wed 11 Nov 2026  made, up: an answer can come from this day on");
    assert!(raw.contains(&format!("\u{1b}]777;notify;{title};{body}")), "{raw:?}");
    assert!(raw.contains(&format!("\u{1b}]9;{title}: {body}")), "{raw:?}");
}

#[test]
fn a_file_is_scanned_and_what_is_found_goes_on_the_list() {
    let home = Home::new();
    home.run(&["new"]);
    home.write(
        "sms.xml",
        "<smses count=\"1\"><sms address=\"63001\" date=\"1793500000000\" type=\"1\" \
         body=\"Grab: your verification code is 482915\"/></smses>",
    );
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Debts cleared");
    pty.press("S~/sm\t");
    pty.wait_for("~/sms.xml");
    pty.press("\r");
    pty.wait_for("Grab  travel");
    pty.press("A");
    pty.wait_for("One account added");
    pty.leave("\x03");
    assert!(home.book().contains("name: \"Grab\""), "{}", home.book());
    assert!(!home.book().contains("482915"), "no code is kept");
}

/// A panic of the program itself: brought about by a clock that shows no time.
#[test]
#[cfg(target_os = "linux")]
fn a_panic_gives_the_terminal_back_and_leaves_a_report_without_personal_data() {
    let home = Home::new();
    home.run(&["new", "--label", "Made-up label", "--number", "+60 12-345 6789"]);
    let trigger = format!("{}/no-time", home.path());
    let library = interposer::built();
    let more = [
        ("LD_PRELOAD", library.as_str()),
        ("SYSTEM_CLOCK", trigger.as_str()),
        ("RINGOFF_CLOCK", ""),
    ];
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Debts cleared");
    pty.press("2aGrab\x13");
    pty.wait_for("saved 10:00");
    pty.wait_for("Account added: Grab");
    home.write("no-time", "");
    pty.press("j");
    assert_eq!(pty.ended(), 101);
    pty.assert_given_back();
    assert!(pty.raw().contains("this is a bug in the program"), "{}", pty.raw());
    let reports = home.names("state/ringoff");
    let name = reports.iter().find(|name| name.starts_with("crash-")).expect("a report");
    let (report, mode) = home.read(&format!("state/ringoff/{name}"));
    assert_eq!(mode, 0o600);
    assert!(report.starts_with("ringoff ") && report.contains("80x24"), "{report}");
    for private in ["Made-up", "345", "6789", "Grab", home.path(), "/home/", "/root/"] {
        assert!(!report.contains(private), "{private}: {report}");
    }
    assert!(home.book().contains("Grab"), "what was saved is safe");
}

/// An error that ends the loop: the terminal takes a write less.
#[test]
#[cfg(target_os = "linux")]
fn an_error_gives_the_terminal_back_and_is_told() {
    let home = Home::new();
    let trigger = format!("{}/no-write", home.path());
    let library = interposer::built();
    let more = [("LD_PRELOAD", library.as_str()), ("SYSTEM_WRITE", trigger.as_str())];
    let mut pty = Pty::start_with(&home, &["demo"], (24, 80), &more);
    pty.wait_for("Preconditions");
    home.write("no-write", "");
    pty.press("j");
    assert_eq!(pty.ended(), 1);
    pty.assert_given_back();
    assert!(pty.raw().contains("the disk is full"), "{}", pty.raw());
}

/// A terminal that is closed: whoever holds it is killed.
#[test]
#[cfg(target_os = "linux")]
fn a_closed_terminal_ends_the_program() {
    let home = Home::new();
    // The shell outlives its terminal, to tell how the program ended.
    let inner = format!(
        "trap '' HUP; {} demo; echo $? > {}/code",
        env!("CARGO_BIN_EXE_ringoff"),
        home.path()
    );
    let script = home.write("inner.sh", &inner);
    let more = [("PATH", "/usr/bin:/bin")];
    let args = ["-qec", &format!("sh {script}"), "/dev/null"];
    let mut pty = Pty::run(&home, "script", &args, (24, 80), &more);
    pty.wait_for("Preconditions");
    pty.signal("KILL");
    pty.ended();
    let code = home.wait_for("code");
    assert!(["129", "0"].contains(&code.trim()), "{code}");
}

#[test]
fn two_hundred_resizes_end_in_a_correct_picture() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &["demo"], (24, 80));
    // The end of the last row, which is drawn last.
    pty.wait_for("? help");
    let before = pty.screen().contents();
    for at in 0..200_u16 {
        pty.resize((1 + at * 7 % 60, 1 + at * 13 % 200));
    }
    pty.resize((24, 80));
    pty.wait_until("the picture is as before", |screen| screen.contents() == before);
    pty.leave("q");
}

#[test]
fn the_background_is_asked_for_and_nobody_waits_for_the_answer() {
    let auto = ["demo", "--theme", "auto"];
    let home = Home::new();
    let more = [("COLORTERM", "truecolor")];
    // A terminal that answers nothing is drawn on all the same.
    let mut pty = Pty::start_with(&home, &auto, (24, 80), &more);
    pty.wait_for("Preconditions");
    assert!(pty.raw().contains("\x1b]11;?\x1b\\\x1b[c"), "{:?}", pty.raw());
    pty.leave("q");
    // One that answers is believed, and its answer is no key.
    for (answer, background) in
        [("ffff/ffff/ffff", (0xfb, 0xfa, 0xf7)), ("0/0/0", (0x14, 0x18, 0x1f))]
    {
        let mut pty = Pty::start_with(&home, &auto, (24, 80), &more);
        pty.wait_for("Preconditions");
        pty.press(&format!("\x1b]11;rgb:{answer}\x1b\\\x1b[?62;22c"));
        let (red, green, blue) = background;
        pty.wait_until("the theme is applied", |screen| {
            let cell = screen.cell(20, 60).expect("a cell");
            cell.bgcolor() == vt100::Color::Rgb(red, green, blue)
        });
        pty.leave("q");
    }
    // Where an answer could go astray nothing is asked.
    for (name, value) in [("SSH_TTY", "/dev/pts/1"), ("TMUX", "x"), ("COLORFGBG", "0;15")] {
        let mut pty = Pty::start_with(&home, &auto, (24, 80), &[(name, value)]);
        pty.wait_for("Preconditions");
        assert!(!pty.raw().contains("\x1b]11"), "{name}");
        pty.leave("q");
    }
}

#[test]
fn a_terminal_that_draws_frames_wide_gets_ascii() {
    let home = Home::new();
    let more = [("LANG", "zh_CN.UTF-8")];
    let mut pty = Pty::start_with(&home, &["demo"], (24, 80), &more);
    pty.wait_for("╭─");
    pty.press("\x1b[3;3R\x1b[?62c");
    pty.wait_for("+> 2 Accounts");
    pty.leave("q");
    for more in [[("LANG", "C")], [("TERM", "linux")]] {
        let mut pty = Pty::start_with(&home, &["demo"], (24, 80), &more);
        pty.wait_for("+> 2 Accounts");
        pty.leave("q");
    }
}

#[test]
fn clicks_select_and_open_and_a_key_releases_the_mouse() {
    let home = Home::new();
    let mut pty = Pty::demo(&home);
    pty.wait_until("the mouse is taken", |screen| {
        screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    let row = pty.row_of("Maybank   ") + 1;
    let click = format!("\x1b[<0;10;{row}M\x1b[<0;10;{row}m");
    pty.press(&click);
    pty.wait_until("it is selected", |screen| {
        screen.cell(row - 1, 10).is_some_and(vt100::Cell::inverse)
    });
    pty.press(&click);
    pty.wait_for("esc back");
    pty.press("q");
    pty.wait_for("space");
    pty.press("gm");
    pty.wait_until("the mouse is released", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    pty.leave("q");
    let mut pty = Pty::start(&home, &["demo", "--no-mouse"], (24, 80));
    pty.wait_for("Preconditions");
    assert!(!pty.raw().contains("\x1b[?1000h"));
    pty.leave("q");
}

#[test]
fn an_upgrade_is_told_of_once_and_a_tour_comes_once() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Welcome to ringoff");
    pty.press("\r");
    pty.wait_for("New case");
    pty.press("\x13");
    pty.wait_for("1/4");
    pty.press("\r");
    pty.wait_for("2/4");
    pty.press("\r");
    pty.wait_for("3/4");
    pty.press("\r");
    pty.wait_for("4/4");
    pty.press("\r");
    pty.wait_for("space done");
    pty.leave("q");
    let (views, _) = home.read("state/ringoff/views.ron");
    let version = format!("version: \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(views.contains(&version), "{views}");
    home.write("state/ringoff/views.ron", &views.replace(&version, "version: \"0.0.9\""));
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("newer than last time: g n shows");
    pty.press("gn");
    pty.wait_for("What's new");
    pty.leave("\x03");
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("space done");
    pty.leave("q");
}

#[test]
fn a_language_and_a_theme_chosen_on_the_screen_are_there_after_a_restart() {
    let home = Home::new();
    // Nothing outside asks for a language.
    let more = [("RINGOFF_LANG", ""), ("LC_ALL", "en_US.UTF-8")];
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Welcome to ringoff");
    pty.press("\x1b");
    pty.press("gt");
    pty.wait_for("kept for the next start");
    pty.press("j\r");
    pty.wait_for("Kept in");
    pty.press("gl");
    pty.wait_for("kept for the next start");
    pty.press("j\r");
    pty.wait_for("choices.ron");
    pty.leave("q");
    let (choices, _) = home.read("state/ringoff/choices.ron");
    assert!(choices.contains("zh-CN") && choices.contains("theme"), "{choices}");
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("欢迎使用 ringoff");
    pty.leave("q");
    // A setting that is written later counts.
    home.write("config/ringoff/config.ron", "(lang: \"ms\")");
    let mut pty = Pty::start_with(&home, &[], (24, 80), &more);
    pty.wait_for("Selamat datang");
    pty.leave("q");
}

#[test]
fn the_clock_of_the_demo_can_be_turned() {
    let home = Home::new();
    let mut pty = Pty::start_with(&home, &["demo"], (40, 120), &[("RINGOFF_CLOCK", "")]);
    pty.wait_for("demo: nothing is saved");
    pty.press(">>");
    pty.wait_for("a day a second");
    // The days turn by themselves, without a key.
    pty.wait_for("Sat 7 Nov");
    pty.press("<<");
    pty.wait_for("demo: nothing is saved");
    pty.leave("q");
}

#[test]
fn what_is_wrong_with_settings_keys_and_themes_is_told_on_the_screen() {
    let home = Home::new();
    std::fs::create_dir_all(format!("{}/config/ringoff/themes", home.path())).expect("makes");
    home.write("config/ringoff/config.ron", "(theme: \"zebra\")");
    let mut pty = Pty::start(&home, &["demo"], (24, 120));
    pty.wait_for("There is no theme `zebra`");
    pty.leave("q");
    home.write("config/ringoff/config.ron", "(mouse: 3)");
    home.write(
        "config/ringoff/keys.ron",
        "(dashboard: {\"fly\": [\"x\"], \"quit\": []}, everywhere: {\"leave\": []})",
    );
    let mut pty = Pty::start(&home, &["demo"], (24, 160));
    pty.wait_for("and one more: `ringoff config check`");
    // Nobody is locked in.
    pty.leave("\x03");
}

#[test]
fn the_case_that_is_named_is_opened() {
    let home = Home::new();
    let labels = ["First line", "Second line"];
    for label in labels {
        home.run(&["new", "--label", label]);
    }
    for (at, id) in ["first-line", "second-line", "first-line"].into_iter().enumerate() {
        let (right, other) = (labels[at % 2], labels[(at + 1) % 2]);
        let mut pty = Pty::start(&home, &["-C", id], (24, 80));
        pty.wait_until("the case is open", |screen| {
            screen.contents().contains(right) && !screen.contents().contains(other)
        });
        pty.leave("q");
    }
}

#[test]
fn a_first_file_that_is_made_elsewhere_appears_by_itself() {
    let home = Home::new();
    let mut pty = Pty::start(&home, &[], (24, 80));
    pty.wait_for("Welcome to ringoff");
    home.run(&["new", "--label", "Made elsewhere"]);
    pty.wait_for("Made elsewhere");
    pty.wait_until("the file is there", |screen| !screen.contents().contains("not saved yet"));
    pty.leave("q");
}
