//! What a run is given (settings, schedule, inputs) and what it leaves behind (slices, events): plain data.
//!
//! A run is a program, its inputs and a schedule; everything that the page shows is a view of a [`Trace`].
//! This crate depends on no other crate of the workspace, so that the machine, the drivers, the page and the links can
//! all speak of the same things without knowing each other.

mod ids;
mod recording;
mod resource;
mod run;
mod settings;
mod source;
mod state;
mod statistics;
mod tasks;
mod timeline;
mod waits;

pub use ids::{FiberId, KernelId, LockId, Nanos, ProcessId, Step};
pub use recording::{Recording, Run, Schedule, TimedRun};
pub use resource::{ResourceId, ResourceInfo, ResourceKind, Sleeper, TaskStep, TaskWait, Use};
pub use run::{
    End, Event, EventKind, ExitStatus, FiberInfo, KernelKind, LimitKind, LockInfo, ProcessInfo, Slice,
    Stream, Trace, WaitEdge, WaitFor, WaitOn,
};
pub use settings::{Limits, Model, Policy, SwitchPoints};
pub use source::{Diagnostic, Place, Severity, Text};
pub use state::{FiberState, FiberView, FrameView, LineCode, LockView, ResourceView, StateView, Variable};
pub use statistics::{FiberTimes, Statistics};
pub use tasks::{Level, TaskLane, TaskSegment, TaskState};
pub use timeline::{Lane, LaneState, LockHold, Segment, Timeline};
pub use waits::WaitsFor;
