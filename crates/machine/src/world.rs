//! The world of a run: its processes, and what they reach outside their heaps.

use trace::{EventKind, FiberId, Stream};

use crate::process::{Process, Turn};

/// Everything that a modelled run consists of. Cloning it is cheap, and equal worlds have equal futures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct World {
    /// The process: one so far; each has a heap and a GIL of its own.
    pub process: Process,
    /// What lies outside of processes.
    pub kernel: Kernel,
}

/// What the operating system keeps for processes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kernel {
    /// What was written to the terminal; neighbouring writes to one stream are one.
    pub terminal: Vec<Written>,
}

/// Text on the terminal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Written {
    /// Whether it was the error stream.
    pub error: bool,
    /// The text.
    pub text: String,
}

impl Kernel {
    /// Writes to the terminal.
    pub fn write(&mut self, stream: Stream, text: &str) {
        let error = stream == Stream::Err;
        match self.terminal.last_mut() {
            Some(last) if last.error == error => last.text.push_str(text),
            _ => self.terminal.push(Written {
                error,
                text: text.to_owned(),
            }),
        }
    }

    /// Bytes on the terminal.
    #[must_use]
    pub fn written(&self) -> usize {
        self.terminal.iter().map(|written| written.text.len()).sum()
    }
}

impl World {
    /// A world with one process.
    #[must_use]
    pub fn new(process: Process) -> Self {
        Self {
            process,
            kernel: Kernel::default(),
        }
    }

    /// Lets a fiber run: `budget` instructions, and with `to_switch_point` on to where CPython 3.11 might switch; in either
    /// case on to the end of what CPython does in one go. What it writes is on the terminal when this returns.
    pub fn run(&mut self, fiber: FiberId, budget: u64, to_switch_point: bool) -> Turn {
        let turn = if to_switch_point {
            self.process.run_to_switch_point(fiber, budget)
        } else {
            self.process.run_whole(fiber, budget)
        };
        for (_, event) in self.process.events() {
            if let EventKind::Output { stream, text } = event {
                self.kernel.write(*stream, text);
            }
        }
        turn
    }
}
