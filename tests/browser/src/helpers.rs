//! Programs that run beside a test: started, found, and ended with it.

use crate::Outcome;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

/// A running program; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Helper {
    child: Child,
    /// Held open: a program that prints into a closed pipe may die of it.
    output: BufReader<ChildStdout>,
    /// Where it is to be found.
    pub address: String,
}

impl Helper {
    /// Starts a program and waits for the line in which `address` finds where it is.
    pub(crate) fn start(command: Command, address: impl Fn(&str) -> Option<String>) -> Outcome<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut helper = Self::spawn(command)?;
        let mut line = String::new();
        while helper.output.read_line(&mut line)? > 0 {
            if let Some(address) = address(&line) {
                helper.address = address;
                return Ok(helper);
            }
            line.clear();
        }
        Err(format!("`{program}` ended without saying where it is.").into())
    }

    /// Starts a program that says nothing, and waits until it listens on the port that it was told.
    pub(crate) fn start_on(command: Command, port: u16) -> Outcome<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut helper = Self::spawn(command)?;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = helper.child.try_wait()? {
                return Err(format!("`{program}` did not listen on port {port}: {status}.").into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        helper.address = format!("http://{}:{port}", Ipv4Addr::LOCALHOST);
        Ok(helper)
    }

    fn spawn(mut command: Command) -> Outcome<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("`{program}` does not start: {error}."))?;
        let output = child.stdout.take().ok_or("a piped output is there.")?;
        Ok(Self {
            child,
            output: BufReader::new(output),
            address: String::new(),
        })
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        // Fails only for a program that has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens on, for a program that must be told one.
pub(crate) fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
