//! A `config.ron` of any bytes.
#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use ringoff::{
    shell::Config,
    text::{Lang, Text},
};

fuzz_target!(|bytes: &[u8]| {
    let folder = std::env::temp_dir().join(format!("ringoff-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("config.ron"), bytes).expect("writes");
    let _ = Config::read(&folder, &Text::new(Lang::En));
});
