//! Counts what test runners report, while their output goes on to the terminal.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

/// How many tests ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a test runner and adds up the summaries it prints. A runner that fails without a failed test (its tests did
/// not compile, or it was killed) counts as one failure.
pub fn count(command: &mut Command) -> Tally {
    let mut tally = Tally::default();
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => {
            println!("{:?} did not start: {error}.", command.get_program());
            return Tally { passed: 0, failed: 1 };
        }
    };
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some(summary) = line.trim().strip_prefix("test result: ") {
                tally += read(summary);
            }
        }
    }
    let succeeded = child.wait().is_ok_and(|status| status.success());
    if !succeeded && tally.failed == 0 {
        tally.failed = 1;
    }
    tally
}

/// Reads `ok. 5 passed; 0 failed; 0 ignored; …`.
fn read(summary: &str) -> Tally {
    let words: Vec<&str> = summary
        .split([' ', ';'])
        .filter(|word| !word.is_empty())
        .collect();
    let before = |label: &str| {
        let place = words.iter().position(|word| *word == label)?;
        words.get(place.checked_sub(1)?)?.parse().ok()
    };
    Tally {
        passed: before("passed").unwrap_or(0),
        failed: before("failed").unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Tally {
        count(Command::new("sh").args(["-c", script]))
    }

    #[test]
    fn summaries_of_one_run_are_added() {
        let tally = shell(
            "echo 'test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s'
             echo 'test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 filtered out'; exit 101",
        );
        assert_eq!(tally, Tally { passed: 7, failed: 1 });
    }

    #[test]
    fn runner_that_dies_counts_as_a_failure() {
        assert_eq!(shell("exit 101"), Tally { passed: 0, failed: 1 });
        assert_eq!(
            shell("echo 'test result: ok. 3 passed; 0 failed'; exit 1"),
            Tally { passed: 3, failed: 1 }
        );
        assert_eq!(
            count(&mut Command::new("no-such-runner")),
            Tally { passed: 0, failed: 1 }
        );
    }
}
