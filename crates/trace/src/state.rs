//! What a stopped run looks like at one instruction: plain data for the page.

use serde::{Deserialize, Serialize};

use crate::{FiberId, LockId, Place, ResourceId, Step, WaitOn};

/// The state of a run behind some instruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateView {
    /// Instructions executed so far.
    pub step: Step,
    /// All fibers, at the index of their id.
    pub fibers: Vec<FiberView>,
    /// Global variables, in order of first assignment; functions and modules are left out.
    pub globals: Vec<Variable>,
    /// Locks, at the index of their id.
    pub locks: Vec<LockView>,
    /// Queues, events, semaphores and the like that have been used and still exist, in order of their numbers.
    pub resources: Vec<ResourceView>,
    /// Where the line before begins, and the next one: counts of instructions. None where that is far away.
    pub lines: (Option<Step>, Option<Step>),
}

/// A fiber at one instruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiberView {
    /// What it is doing.
    pub state: FiberState,
    /// Its frames, the outermost first; none once it has ended.
    pub frames: Vec<FrameView>,
}

/// What a fiber is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FiberState {
    /// It could execute its next instruction.
    Ready,
    /// It waits.
    Blocked(WaitOn),
    /// It has ended.
    Finished,
}

/// A call on a fiber's stack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameView {
    /// The function's name, `<module>` for the program itself.
    pub function: String,
    /// The expression or statement whose instruction comes next.
    pub place: Place,
    /// The next instruction as `dis` prints it: `LOAD_GLOBAL counter`.
    pub instruction: String,
    /// All instructions of that line, and which of them comes next; nothing for a frame that waits for a call.
    pub line_code: Option<LineCode>,
    /// Local variables that have a value.
    pub locals: Vec<Variable>,
}

/// The instructions of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineCode {
    /// As `dis` prints them, in order.
    pub instructions: Vec<String>,
    /// The place of the next one among them.
    pub at: u32,
}

/// A queue, an event, a semaphore or the like at one instruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceView {
    /// Which.
    pub resource: ResourceId,
    /// `repr` of what is in it, how much is left of it, or whether it is set; cut to a bounded length.
    pub value: String,
}

/// A variable and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// `repr(value)`, cut to a bounded length.
    pub value: String,
}

/// A lock at one instruction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockView {
    /// Which.
    pub lock: LockId,
    /// Who holds it.
    pub owner: Option<FiberId>,
    /// Who waits for it.
    pub waiters: Vec<FiberId>,
}
