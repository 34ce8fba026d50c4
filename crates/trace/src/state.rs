//! What a stopped run looks like at one instruction: plain data for the page.

use serde::{Deserialize, Serialize};

use crate::{FiberId, LockId, Place, Step, WaitOn};

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
    /// Local variables that have a value.
    pub locals: Vec<Variable>,
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
