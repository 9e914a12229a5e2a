//! The library that has the system refuse, built when it is first asked for.

use std::{path::PathBuf, process::Command, sync::OnceLock};

/// Its path. It is built by the compiler that builds the tests.
pub(crate) fn built() -> String {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let library = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("libinterpose-{}.so", std::process::id()));
        // Beside cargo lies the compiler of the same toolchain.
        let cargo = std::env::var_os("CARGO").map(PathBuf::from);
        let beside = cargo.map(|cargo| cargo.with_file_name("rustc")).filter(|path| path.exists());
        let status = Command::new(beside.unwrap_or_else(|| "rustc".into()))
            .args([
                "--edition",
                "2024",
                "--crate-type",
                "cdylib",
                "tests/support/interpose.rs",
                "-o",
            ])
            .arg(&library)
            .status();
        assert!(status.expect("a compiler").success());
        library
    });
    built.to_str().expect("text").to_owned()
}
