//! `cargo xtask`: sets the machine up, builds, serves, tests and measures the project.

mod bench;
mod document;
mod editor;
mod engine;
mod files;
mod hooks;
mod http;
mod lessons;
mod linked_toolchain;
mod page;
mod process;
mod serve;
mod setup;
mod tally;
mod test;
mod wasm_opt;
mod wasm_toolchain;

use process::Outcome;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask setup          install what building and testing need; quick when nothing is missing
cargo xtask build          build dist/, which any static host serves, also from a sub-folder
cargo xtask serve          build, then serve dist/ on this machine and print the address
    --port N               listen there (0: any free port) instead of 8080
    --no-build             serve dist/ as it is
    --no-open              leave the browser alone
    --as-static-host       send no isolation headers, as static hosts do; the service worker adds them
    --without-isolation    send no isolation headers and no service worker: the page without threads
    --folder DIR           serve that folder instead of dist/
cargo xtask test [STEP…]   run every check and test: format, lint, docs, native, build, wasm-lint, wasm, browser
cargo xtask bench [PART…]  measure beside CPython, Pyodide and frontrun in the same run: download, native, programs, search, page
";

fn main() -> ExitCode {
    process::own();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => {
            setup::for_building()?;
            setup::for_testing()?;
            println!("Everything is in place.");
            Ok(())
        }
        ["build"] => page::build(),
        ["serve", options @ ..] => serve::run(options),
        ["test", steps @ ..] => test::run(steps),
        ["bench", parts @ ..] => bench::run(parts),
        ["trunk-hook", stage] => hooks::run(stage),
        ["help" | "--help" | "-h"] | [] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!(
            "I do not know `{}`; these exist:\n{HELP}",
            words.join(" ")
        )),
    }
}
