//! Parses, runs, and ends with an exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ringoff::cli::main(std::env::args_os())
}
