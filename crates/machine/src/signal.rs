//! Signals of a process: what it does about them, and which have come (`signal(7)`).

/// `SIGINT`
const INTERRUPT: i64 = 2;

/// `SIGKILL`
const KILL: i64 = 9;

/// `SIGSTOP`
const STOP: i64 = 19;

/// Signals that stop a process unless it wants otherwise: `SIGSTOP`, `SIGTSTP`, `SIGTTIN`, `SIGTTOU`.
const STOPPING: [i64; 4] = [STOP, 20, 21, 22];

/// Signals that do nothing unless a process wants otherwise: `SIGCHLD`, `SIGCONT`, `SIGURG`, `SIGWINCH`; and `SIGPIPE` and
/// `SIGXFSZ`, which CPython ignores.
const HARMLESS: [i64; 6] = [17, 18, 23, 28, 13, 25];

/// There are signals 1 to 64; 0 asks whether there is such a process.
pub(crate) const MOST_SIGNALS: i64 = 64;

/// What a process wants to happen when a signal comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// What happens to processes that have not said anything.
    Default,
    /// Nothing.
    Ignore,
    /// A function of the program is called.
    Call,
    /// `KeyboardInterrupt` is raised, as a process begins for `SIGINT`.
    Raise,
}

/// What comes of a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reaction {
    Nothing,
    /// Its main thread hears of it.
    Hear,
    /// It is kept until the process lets it in.
    Hold,
    /// It ends.
    End,
    /// It stops until told to go on, which no process does here.
    Stop,
}

/// What a process does about signals, and which have come; a bit for each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signals {
    ignored: u64,
    /// Those for which a function of the program is called.
    called: u64,
    /// Those for which `KeyboardInterrupt` is raised.
    raised: u64,
    /// Those that have come and that the main thread has not heard of.
    pending: u64,
    /// Those that are kept when they come; CPython has a set for each thread.
    blocked: u64,
    /// Those that have come and are kept.
    held: u64,
}

/// The set of one signal, a number from 1 to 64.
pub(crate) fn bit(signal: i64) -> u64 {
    1 << (signal - 1)
}

/// The signals of a set, the lowest first.
pub(crate) fn numbers(set: u64) -> impl Iterator<Item = i64> {
    (1..=MOST_SIGNALS).filter(move |signal| set & bit(*signal) != 0)
}

impl Signals {
    /// What a process begins with; one that was spawned goes on to ignore and to block what its parent did.
    pub fn new(parent: Option<Self>) -> Self {
        let ignored = parent.map_or(0, |parent| parent.ignored);
        Self {
            blocked: parent.map_or(0, |parent| parent.blocked),
            held: 0,
            ignored,
            called: 0,
            raised: bit(INTERRUPT) & !ignored,
            pending: 0,
        }
    }

    /// Says what is to happen when a signal comes, a number from 1 to 64.
    pub fn set(&mut self, signal: i64, action: Action) {
        let bit = bit(signal);
        for (set, is_it) in [
            (&mut self.ignored, action == Action::Ignore),
            (&mut self.called, action == Action::Call),
            (&mut self.raised, action == Action::Raise),
        ] {
            if is_it { *set |= bit } else { *set &= !bit }
        }
    }

    /// What comes of a signal, a number from 1 to 64.
    pub fn reaction(&self, signal: i64) -> Reaction {
        let is_in = |set: u64| set & bit(signal) != 0;
        if signal == KILL {
            Reaction::End
        } else if is_in(self.blocked) {
            Reaction::Hold
        } else if is_in(self.called | self.raised) {
            Reaction::Hear
        } else if is_in(self.ignored) || HARMLESS.contains(&signal) {
            Reaction::Nothing
        } else if STOPPING.contains(&signal) {
            Reaction::Stop
        } else {
            Reaction::End
        }
    }

    /// Notes that a signal has come.
    pub fn note(&mut self, signal: i64) {
        self.pending |= bit(signal);
    }

    /// Whether there is something for the main thread to hear of.
    pub fn is_pending(&self) -> bool {
        self.pending != 0
    }

    /// The lowest of those that have come; it has been heard of then.
    pub fn take(&mut self) -> Option<i64> {
        let signal = numbers(self.pending).next()?;
        self.pending &= !bit(signal);
        Some(signal)
    }

    /// Keeps a signal that has come.
    pub fn hold(&mut self, signal: i64) {
        self.held |= bit(signal);
    }

    /// Has these and no others kept when they come; those that were kept and are no longer, which the process is to be sent
    /// again.
    pub fn block(&mut self, signals: u64) -> u64 {
        self.blocked = signals & !bit(KILL) & !bit(STOP);
        let released = self.held & !self.blocked;
        self.held &= self.blocked;
        released
    }

    /// Those that are kept when they come.
    pub fn blocked(&self) -> u64 {
        self.blocked
    }

    /// Those that have come and are kept.
    pub fn held(&self) -> u64 {
        self.held
    }

    /// The lowest of some signals that is kept; it no longer is then.
    pub fn take_held(&mut self, among: u64) -> Option<i64> {
        let signal = numbers(self.held & among).next()?;
        self.held &= !bit(signal);
        Some(signal)
    }

    /// Forgets what has come: a forked process has not been sent it.
    pub fn forget(&mut self) {
        self.pending = 0;
        self.held = 0;
    }

    /// Whether a function of the program may be called at any time.
    pub fn calls_functions(&self) -> bool {
        self.called != 0
    }

    /// Words that tell it from others.
    pub fn words(&self) -> [u64; 6] {
        [
            self.ignored,
            self.called,
            self.raised,
            self.pending,
            self.blocked,
            self.held,
        ]
    }
}
