//! Why the loop stops, and what an instruction outside of it leads to.

use trace::LimitKind;

use crate::fiber::{Clock, ThreadKind, Wait};
use crate::native::Fault;
use crate::opcode::Instr;
use crate::system::SystemCall;
use crate::value::Value;

/// Why the loop stopped.
pub(crate) enum Exit {
    /// The budget is used up.
    Budget,
    /// The fiber waits.
    Wait(Wait),
    /// The driver has to read a clock.
    Clock(Clock),
    /// The kernel has to do something.
    System(SystemCall),
    /// Garbage is to be collected; the call returns how many objects that were.
    CollectNow,
    /// A thread is to be started, which calls a function with a tuple of arguments.
    Spawn {
        function: Value,
        args: Value,
        kind: ThreadKind,
    },
    /// This instruction did what other fibers may have waited for, or what the driver has to hear of.
    Told(Instr),
    /// There may be many dead cycles of objects.
    Collect,
    /// The fiber's last frame returned.
    Finished,
    /// An exception left the fiber's last frame, which has let go of everything.
    Uncaught,
    /// The process ends, with this status.
    ProcessEnds(i32),
    /// A bound was reached.
    Limit(LimitKind),
}

/// What an instruction outside the loop leads to.
pub(super) enum Next {
    /// The next instruction, maybe of another frame.
    Continue,
    /// Out of the loop.
    Exit(Exit),
}

impl From<Exit> for Result<Next, Fault> {
    fn from(exit: Exit) -> Self {
        Ok(Next::Exit(exit))
    }
}
