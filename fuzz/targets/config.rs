//! A `config.ron` of any bytes.
#![no_main]

use std::{fs, path::PathBuf, sync::LazyLock};

use libfuzzer_sys::fuzz_target;
use ringoff::{
    shell::Config,
    text::{Lang, Text},
};

static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("ringoff-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    folder
});

thread_local! {
    static TEXT: Text = Text::new(Lang::En);
}

fuzz_target!(|bytes: &[u8]| {
    fs::write(FOLDER.join("config.ron"), bytes).expect("writes");
    TEXT.with(|text| drop(Config::read(&FOLDER, text)));
});
