//! Runs the built `interleave` in a folder of a test's own.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder with programs.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty folder; each test has a name of its own.
    pub fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("tests have a folder");
        Self(path)
    }

    /// The same with a file.
    pub fn with(self, name: &str, text: &str) -> Self {
        fs::write(self.0.join(name), text).expect("it can be written to");
        self
    }

    /// What a file holds.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("it is there")
    }

    /// `interleave` with arguments, to be started here.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_interleave"));
        command.current_dir(&self.0).args(arguments).stdin(Stdio::null());
        command
    }

    /// Runs `interleave`.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::new(&self.command(arguments).output().expect("it starts"))
    }

    /// Its path, as tracebacks show it.
    pub fn path(&self) -> String {
        self.0.display().to_string()
    }
}

/// What it did.
#[derive(Debug)]
pub struct Ran {
    /// Its standard output.
    pub out: String,
    /// Its standard error stream.
    pub err: String,
    /// Its exit status.
    pub status: Option<i32>,
}

impl Ran {
    /// Reads what a process left.
    pub fn new(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            out: text(&output.stdout),
            err: text(&output.stderr),
            status: output.status.code(),
        }
    }

    /// Checks that nothing was run, and why.
    #[track_caller]
    pub fn refused(&self, reason: &str) {
        assert_eq!(self.status, Some(2), "{self:?}");
        assert_eq!(self.out, "", "{self:?}");
        assert!(self.err.contains(reason), "{reason}: {self:?}");
    }
}
