//! Sessions with workers and without, and what tests do with them.

use std::thread::sleep;
use std::time::Duration;

use live::Pool;
use session::Session;
use trace::{Limits, Model};
use wire::{Mode, Reply, Request, RunId, RunRequest};

/// Threads that never end.
pub const BUSY: &str = "import threading
def work():
    n = 0
    while True:
        n += 1
for _ in range(3):
    threading.Thread(target=work).start()
work()
";

/// Threads that wait for each other.
pub const DEADLOCK: &str = "import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.01)
        with second:
            pass
threading.Thread(target=work, args=(a, b)).start()
threading.Thread(target=work, args=(b, a)).start()
";

/// One without workers, one with some.
pub fn sessions() -> [Session; 2] {
    [Session::new(None), Session::new(Some(Pool::native(16)))]
}

/// A request without bounds.
pub fn run_request(id: u32, source: &str, mode: Mode) -> Request {
    Request::Run(RunRequest {
        id: RunId(id),
        source: source.to_owned(),
        model: Model {
            limits: Limits {
                instructions: u64::MAX,
                output: u64::MAX,
                trace: u64::MAX,
                ..Limits::default()
            },
            ..Model::default()
        },
        mode,
    })
}

/// Replies until the last of a run, or until there is nothing left to do.
pub fn work(session: &mut Session, until: impl Fn(&Reply) -> bool) -> Vec<Reply> {
    let mut replies = Vec::new();
    let mut looks = 0;
    while session.is_busy() && !replies.iter().any(&until) {
        replies.extend(session.work(100_000));
        if session.only_watches() {
            sleep(Duration::from_millis(1));
            looks += 1;
            assert!(looks < 30_000, "it goes on for ever");
        }
    }
    replies
}

/// Whether a run is over with that.
pub fn is_last(reply: &Reply) -> bool {
    match reply {
        Reply::Outcomes { outcomes, .. } => outcomes.done,
        Reply::Finished { .. } | Reply::Refused { .. } | Reply::Failed { .. } => true,
        _ => false,
    }
}
