//! Requests, replies and their bytes.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use trace::{Diagnostic, End, LimitKind, Model, Recording, Schedule, StateView, Step, Stream, Text, Trace};

/// Names a run, so that late replies of an older run can be told apart; the page counts up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RunId(pub u32);

/// What the page asks of the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Is this program right? Answered by [`Reply::Checked`].
    Check {
        /// Python source, parameters already written into it.
        source: String,
    },
    /// Run it. Answered by [`Reply::Progress`], [`Reply::Console`] and at last one [`Reply::Finished`], [`Reply::Outcomes`],
    /// [`Reply::Refused`] or [`Reply::Failed`].
    Run(RunRequest),
    /// Stop whatever runs. The run still ends with its own last reply.
    Stop,
    /// What did the last finished run look like behind instruction `step`? Answered by [`Reply::Inspected`].
    Inspect {
        /// Which run.
        run: RunId,
        /// Instructions executed.
        step: Step,
    },
}

/// A program and how to run it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRequest {
    /// The run's name.
    pub id: RunId,
    /// Python source, parameters already written into it.
    pub source: String,
    /// The model's settings; a live run takes its limits and its switch interval from here.
    pub model: Model,
    /// How.
    pub mode: Mode,
}

/// How to run a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// On real workers, a worker per Python thread.
    Live,
    /// On the deterministic model.
    Model,
    /// All outcomes over all schedules.
    Search,
    /// A schedule that search found, or that a link carries, repeated in the model.
    Replay(Schedule),
    /// A live run that a link carries, repeated with its recorded times.
    ReplayLive(Recording),
}

/// What the engine tells the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// The engine is loaded.
    Ready(Engine),
    /// The answer to [`Request::Check`].
    Checked {
        /// What is wrong; nothing, if empty.
        diagnostics: Vec<Diagnostic>,
    },
    /// How far a run is; sent at most some 60 times a second.
    Progress {
        /// Which run.
        run: RunId,
        /// How far.
        progress: Progress,
    },
    /// The program printed something.
    Console {
        /// Which run.
        run: RunId,
        /// What, in order.
        writes: Vec<Console>,
    },
    /// What has happened so far in a live run that goes on, or a moment before; as often as that costs it next to nothing.
    SoFar {
        /// Which run.
        run: RunId,
        /// What.
        trace: Trace,
    },
    /// A live, modelled or replayed run is over.
    Finished {
        /// Which run.
        run: RunId,
        /// What it left.
        result: RunResult,
    },
    /// What search found; `done` is false while it goes on.
    Outcomes {
        /// Which run.
        run: RunId,
        /// The table.
        outcomes: Outcomes,
    },
    /// The program was not started, for these reasons.
    Refused {
        /// Which run.
        run: RunId,
        /// Why.
        diagnostics: Vec<Diagnostic>,
    },
    /// A fault of the engine or of its surroundings ended the run.
    Failed {
        /// Which run.
        run: RunId,
        /// What happened, for the learner.
        message: Text,
    },
    /// The answer to [`Request::Inspect`].
    Inspected {
        /// Which run.
        run: RunId,
        /// The state.
        state: StateView,
    },
}

/// What the engine can do here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    /// Whether live runs are possible.
    pub live: bool,
    /// How many cores search uses.
    pub cores: u32,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Instructions executed so far.
    pub instructions: u64,
    /// Threads alive in a live run.
    pub threads: u32,
    /// How often a GIL of a live run went to another thread.
    pub switches: u64,
    /// Bytes that a live run's processes use.
    pub memory: u64,
    /// Machine states visited by search.
    pub states: u64,
    /// Whether every thread of a live run waits for another: nothing will happen any more, but only Stop ends it.
    pub stuck: bool,
}

/// A write to the terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Console {
    /// Where to.
    pub stream: Stream,
    /// What.
    pub text: String,
}

/// What a run left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunResult {
    /// The trace.
    pub trace: Trace,
    /// The turns that were taken: repeating them repeats the run.
    pub schedule: Schedule,
    /// A live run's turns with their times.
    pub recording: Option<Recording>,
    /// How many distinct workers (or OS threads) executed Python; 0 in a model.
    pub workers: u32,
}

/// What search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcomes {
    /// Every distinct outcome, in the order of their output.
    pub outcomes: Vec<Outcome>,
    /// What is proven by that.
    pub proof: Proof,
    /// Machine states visited.
    pub states: u64,
    /// Transitions between them.
    pub transitions: u64,
    /// Whether search is over.
    pub done: bool,
}

/// What a search proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Proof {
    /// All interleavings were visited.
    All,
    /// It stopped at a limit or was stopped: there may be more outcomes.
    Partial {
        /// The limit, unless the learner stopped it.
        limit: Option<LimitKind>,
    },
}

/// One way in which a program can end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What it prints.
    pub console: Vec<Console>,
    /// How it ends.
    pub end: End,
    /// A schedule that leads there, with few switches.
    pub witness: Schedule,
    /// Whether CPython 3.11 can do it at its own switch points, or only a machine that switches after any instruction.
    pub at_cpython_switch_points: bool,
}

/// The bytes of a message.
///
/// # Errors
/// None in practice: these types have no failing serialiser; the type says so for the caller's sake.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_stdvec(message)
}

/// The message behind some bytes.
///
/// # Errors
/// When the bytes are not a message of that type.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(bytes)
}
