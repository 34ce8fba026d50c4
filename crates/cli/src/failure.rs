//! Exit statuses that are not the program's own, and why there is one.

use std::process::ExitCode;

use crate::console;

/// A program or a command line that is wrong or not supported.
pub(crate) const REFUSED: u8 = 2;
/// No thread could ever run again.
pub(crate) const DEADLOCK: u8 = 3;
/// A bound on what a run may use was reached.
pub(crate) const LIMIT: u8 = 4;
/// Ctrl-C, as shells tell it: 128 and the signal's number.
pub(crate) const INTERRUPTED: u8 = 130;

/// Why a command could not be carried out.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// For the standard error stream; may be several lines.
    pub message: String,
}

impl Failure {
    /// A failure with one sentence.
    pub fn new(sentence: impl std::fmt::Display) -> Self {
        Self {
            message: format!("interleave: {sentence}"),
        }
    }

    /// Tells it.
    pub fn report(&self) -> ExitCode {
        console::complain(&self.message);
        ExitCode::from(REFUSED)
    }
}
