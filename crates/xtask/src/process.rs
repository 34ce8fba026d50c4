//! Child processes: run one, read its output, find a program.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What a step gives back: a value, or a sentence for the person at the terminal.
pub type Outcome<T> = Result<T, String>;

/// Runs to the end, with the terminal as its output. Fails with a sentence that names the command.
pub fn run(command: &mut Command) -> Outcome<()> {
    let name = describe(command);
    let status = command
        .status()
        .map_err(|error| format!("`{name}` did not start: {error}."))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("`{name}` failed ({status}); its own message is above."))
}

/// What the command printed, trimmed; `None` if it could not start or failed.
pub fn read(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first program of this name on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|directory| directory.join(program))
        .find(|candidate| candidate.is_file())
}

static OWN: OnceLock<PathBuf> = OnceLock::new();

/// The file of this program. `main` asks first: tests of the whole workspace may build it anew, and from then on the system calls
/// the file that runs deleted.
pub fn own() -> PathBuf {
    OWN.get_or_init(|| std::env::current_exe().unwrap_or_else(|_| PathBuf::from("xtask")))
        .clone()
}

fn describe(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let name = program.rsplit('/').next().unwrap_or(&program).to_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(name.into())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
