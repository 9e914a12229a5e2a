//! Parses, runs, and ends with an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ringoff::shell::end_at_panics();
    ringoff::cli::main(std::env::args_os())
}
