//! What the learner may set about a run.

use serde::{Deserialize, Serialize};

/// Where the machine may hand over to another thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SwitchPoints {
    /// Where CPython 3.11's interpreter loop looks at its eval breaker: backward jumps, the start of a function, the end of
    /// a call into C (`CHECK_EVAL_BREAKER` in `Python/ceval.c`), and wherever a thread blocks.
    #[default]
    CPython,
    /// After any instruction: the textbook's machine, which no CPython release promises to be kinder than.
    Instruction,
}

/// Who runs next in a modelled run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Policy {
    /// CPython's GIL: the holder keeps it until it blocks, or until another has waited for the switch interval; waiters are
    /// served in order of arrival.
    #[default]
    CPython,
    /// At each switch point a fair coin decides whether to switch, and each ready thread is equally likely to be next.
    Random,
    /// As batch systems did: a thread runs until it ends, and while it sleeps or writes nobody runs; only when it waits for
    /// another does the oldest one that can run get its turn.
    RunToCompletion,
    /// As multiprogramming did: a thread runs until it blocks; then the one that has waited longest.
    SwitchOnBlock,
    /// As time-sharing did: a thread runs until it blocks or its quantum is over; then the one that has waited longest.
    RoundRobin,
    /// Probabilistic concurrency testing: every thread has a random priority and the highest one that can run does; at `depth`
    /// minus 1 random instructions the one that runs falls behind all others. A bug that needs `depth` orderings in a program of
    /// `n` threads and `k` instructions shows with a probability of at least `1 / (n * k ** (depth - 1))` (Burckhardt et al.,
    /// "A randomized scheduler with probabilistic guarantees of finding bugs", ASPLOS 2010). `k` is counted in a run under
    /// CPython's policy that comes before.
    Pct,
}

impl Policy {
    /// All policies.
    pub const ALL: [Self; 6] = [
        Self::CPython,
        Self::Random,
        Self::RunToCompletion,
        Self::SwitchOnBlock,
        Self::RoundRobin,
        Self::Pct,
    ];

    /// Its name in links, manifests and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::CPython => "cpython",
            Self::Random => "random",
            Self::RunToCompletion => "batch",
            Self::SwitchOnBlock => "block",
            Self::RoundRobin => "round-robin",
            Self::Pct => "pct",
        }
    }
}

/// The settings of a modelled run. Equal settings, program and inputs give equal traces on every machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Model {
    /// Who runs next.
    pub policy: Policy,
    /// Where a switch may happen.
    pub switch_points: SwitchPoints,
    /// The seed of every random choice of the policy, and of the numbers that a program draws without a seed of its own.
    pub seed: u64,
    /// `sys.getswitchinterval()`, in microseconds; CPython's default is 5000.
    pub switch_interval_us: u32,
    /// What an instruction costs in virtual time, in nanoseconds.
    pub instruction_ns: u32,
    /// Processors: as many threads of different processes run at the same time, 1 to 64; without a GIL also of one process.
    pub cores: u32,
    /// Whether each process has a GIL.
    pub gil: bool,
    /// How long a turn of round robin lasts, in microseconds.
    pub quantum_us: u32,
    /// How many orderings PCT looks for a bug in, at least 1.
    pub depth: u32,
    /// `python3 -u`: `print` writes text and line end one after the other instead of a whole line.
    pub unbuffered: bool,
    /// What stops a run that would not end by itself.
    pub limits: Limits,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            policy: Policy::default(),
            switch_points: SwitchPoints::default(),
            seed: 1,
            switch_interval_us: 5_000,
            instruction_ns: 50,
            cores: 4,
            gil: true,
            quantum_us: 10_000,
            depth: 3,
            unbuffered: false,
            limits: Limits::default(),
        }
    }
}

/// Bounds on what a run may use; reaching one ends the run with a message that names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limits {
    /// Instructions of all fibers together.
    pub instructions: u64,
    /// Bytes of Python objects.
    pub memory: u64,
    /// Bytes printed.
    pub output: u64,
    /// Entries of the trace: turns, events, and what clocks answered. An event takes 58 bytes (measured, without its text), a turn
    /// 80 and in a live run 120; as a message 10 to 17.
    pub trace: u64,
    /// Threads alive at once; one more raises `RuntimeError`.
    pub threads: u32,
    /// Processes at once, with those that have ended and that nobody has waited for; one more raises `BlockingIOError`.
    pub processes: u32,
    /// Frames of one thread; CPython raises `RecursionError` at 1000.
    pub recursion: u32,
}

impl Limits {
    /// Processes that a run may begin, one after the other: those that find no room for a child end, and make room for others.
    #[must_use]
    pub fn processes_begun(&self) -> u32 {
        self.processes.saturating_mul(4)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            instructions: 200_000_000,
            memory: 256 << 20,
            output: 4 << 20,
            trace: 1_000_000,
            threads: 1_000,
            processes: 300,
            recursion: 1_000,
        }
    }
}
