//! Programs that run beside a test and say on which port.

use crate::Outcome;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running program; it ends when this is dropped.
#[derive(Debug)]
pub struct Helper {
    child: Child,
    /// Held open: a program that prints into a closed pipe may die of it.
    output: BufReader<ChildStdout>,
    /// Where it listens.
    pub address: String,
}

impl Helper {
    /// Starts a program and waits for the line in which `address` finds where it listens.
    pub fn start(mut command: Command, address: impl Fn(&str) -> Option<String>) -> Outcome<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("`{program}` does not start: {error}."))?;
        let output = child.stdout.take().ok_or("a piped output is there.")?;
        let mut helper = Self {
            child,
            output: BufReader::new(output),
            address: String::new(),
        };
        let mut line = String::new();
        while helper.output.read_line(&mut line)? > 0 {
            if let Some(address) = address(&line) {
                helper.address = address;
                return Ok(helper);
            }
            line.clear();
        }
        Err(format!("`{program}` ended without saying where it listens.").into())
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        // Fails only for a program that has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
