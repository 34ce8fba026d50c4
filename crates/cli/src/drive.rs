//! Drives a session to the end of what it was asked for: output is written as it comes, Ctrl-C stops.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use session::Session;
use trace::{StateView, Step};
use wire::{Outcomes, Reply, Request, RunId, RunResult};

use crate::console;
use crate::failure::{Failure, INTERRUPTED};

/// The only run of a session.
pub(crate) const RUN: RunId = RunId(1);

/// Instructions between two looks at whether to stop, some milliseconds; what is printed is written that often.
const SLICE: u64 = 200_000;

/// How long to leave a live run alone between two looks.
const LOOK: Duration = Duration::from_millis(1);

static INTERRUPT: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C ends runs, and a second one this process.
///
/// # Errors
/// When the operating system does not allow that.
pub(crate) fn listen_for_interrupts() -> Result<(), Failure> {
    let handler = || {
        if INTERRUPT.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED.into());
        }
    };
    ctrlc::set_handler(handler).map_err(Failure::new)
}

/// Whether Ctrl-C was pressed.
pub(crate) fn is_interrupted() -> bool {
    INTERRUPT.load(Ordering::Relaxed)
}

/// Works until a run is over; what it printed is on our own streams then.
///
/// # Errors
/// When it could not begin.
pub(crate) fn run(session: &mut Session, first: Option<Reply>) -> Result<RunResult, Failure> {
    let mut finished = None;
    let mut failed = None;
    let mut reader_left = false;
    work(session, first, |reply| {
        match reply {
            Reply::Console { writes, .. } => {
                let written = writes
                    .iter()
                    .try_for_each(|written| console::write(written.stream, &written.text));
                reader_left |= written.is_err();
            }
            Reply::Finished { result, .. } => finished = Some(result),
            Reply::Failed { message, .. } => failed = Some(message.en),
            _ => {}
        }
        !reader_left
    });
    match (finished, failed) {
        (Some(result), _) if !reader_left => Ok(result),
        (Some(_), _) => Err(Failure::new("nobody reads what the program writes any more.")),
        (None, failed) => Err(Failure::new(failed.unwrap_or_default())),
    }
}

/// Works until a search is over.
///
/// # Errors
/// When it could not begin.
pub(crate) fn search(session: &mut Session, first: Option<Reply>) -> Result<Outcomes, Failure> {
    let mut found = None;
    let mut failed = None;
    work(session, first, |reply| {
        match reply {
            Reply::Outcomes { outcomes, .. } => found = Some(outcomes),
            Reply::Failed { message, .. } => failed = Some(message.en),
            _ => {}
        }
        true
    });
    found.ok_or_else(|| Failure::new(failed.unwrap_or_default()))
}

/// The state of the run that was last finished, behind an instruction.
pub(crate) fn inspect(session: &mut Session, step: Step) -> Option<StateView> {
    let mut view = None;
    let first = session.request(Request::Inspect { run: RUN, step }).pop();
    work(session, first, |reply| {
        if let Reply::Inspected { state, .. } = reply {
            view = Some(state);
        }
        true
    });
    view
}

/// Works until there is nothing left to do. `hear` gets each reply and says whether to go on.
fn work(session: &mut Session, first: Option<Reply>, mut hear: impl FnMut(Reply) -> bool) {
    let mut goes_on = first.is_none_or(&mut hear);
    while session.is_busy() {
        if !goes_on || is_interrupted() || session.is_stuck() {
            session.request(Request::Stop);
        }
        for reply in session.work(SLICE) {
            goes_on &= hear(reply);
        }
        if session.is_busy() && session.only_watches() {
            std::thread::sleep(LOOK);
        }
    }
}
