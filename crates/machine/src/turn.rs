//! Turns: how far a fiber may go, how far it went, and why it stopped.

use trace::{LimitKind, WaitOn};

use crate::fiber::Clock;

/// How many instructions beyond its budget a turn may take so as not to end in the middle of what CPython does in one go.
/// That may have no end: `list(itertools.count())`.
const LONGEST_ATOMIC: u64 = 100_000;

/// How far a turn goes, and what is left of it.
///
/// A turn is executed in one or more parts, each as long as whoever drives it likes; what the parts do together, and where the
/// turn ends, does not depend on how it is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Instructions before the turn is to end.
    steps: u64,
    /// Instructions before it ends wherever that is.
    longest: u64,
    /// Whether it may end only where CPython 3.11 might switch.
    to_switch_point: bool,
    is_over: bool,
}

impl Budget {
    /// So many instructions, wherever the turn ends then.
    #[must_use]
    pub fn exactly(steps: u64) -> Self {
        Self {
            steps,
            longest: steps,
            to_switch_point: false,
            is_over: false,
        }
    }

    /// So many instructions, and on to the end of what CPython does in one go.
    #[must_use]
    pub fn whole(steps: u64) -> Self {
        Self {
            longest: steps.saturating_add(LONGEST_ATOMIC),
            ..Self::exactly(steps)
        }
    }

    /// So many instructions, at least one, and on to where CPython 3.11 might switch.
    #[must_use]
    pub fn to_switch_point(steps: u64) -> Self {
        Self {
            to_switch_point: true,
            ..Self::whole(steps)
        }
    }

    /// Whether the turn has come to its end.
    #[must_use]
    pub fn is_over(self) -> bool {
        self.is_over
    }

    pub(crate) fn steps(self) -> u64 {
        self.steps
    }

    pub(crate) fn longest(self) -> u64 {
        self.longest
    }

    pub(crate) fn ends_at_switch_point(self) -> bool {
        self.to_switch_point
    }

    /// The turn ends here.
    pub fn end(&mut self) {
        self.is_over = true;
    }

    /// Takes account of a part; `in_one_go` says whether the fiber is in the middle of what CPython does in one go.
    pub(crate) fn spend(&mut self, part: &Turn, in_one_go: bool) {
        self.longest -= part.steps.min(self.longest);
        self.steps = if part.told {
            0
        } else {
            self.steps.saturating_sub(part.steps)
        };
        let may_end = !in_one_go && (part.at_switch_point || !self.to_switch_point);
        self.is_over = part.outcome != Outcome::BudgetUsed || self.longest == 0 || self.steps == 0 && may_end;
    }
}

/// How a fiber's turn went, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Instructions executed.
    pub steps: u64,
    /// Why it stopped.
    pub outcome: Outcome,
    /// Whether it is known to have stopped where CPython 3.11 looks at its eval breaker, so that a switch may happen there.
    pub at_switch_point: bool,
    /// Whether it did what others can notice: then it ends as soon as it may.
    pub(crate) told: bool,
}

impl Turn {
    pub(crate) fn new(steps: u64, outcome: Outcome) -> Self {
        Self {
            steps,
            outcome,
            at_switch_point: false,
            told: false,
        }
    }

    /// One of a fiber whose process has ended.
    #[must_use]
    pub fn finished() -> Self {
        Self::new(0, Outcome::Finished)
    }

    /// Whether it did what others can notice.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.told
    }

    /// One that others can notice and that ends where a call returns.
    pub(crate) fn told(steps: u64, outcome: Outcome) -> Self {
        Self {
            at_switch_point: outcome == Outcome::BudgetUsed,
            told: true,
            ..Self::new(steps, outcome)
        }
    }
}

/// Why a fiber's turn stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The fiber could go on: the budget is used up, or something happened that others can notice.
    BudgetUsed,
    /// The fiber waits.
    Blocked(WaitOn),
    /// The fiber reads a clock: `answer_clock`, then it can go on.
    Clock(Clock),
    /// The fiber has made a system call, which the world answers before drivers see this.
    System,
    /// The fiber has ended.
    Finished,
    /// The run has used up what it may use. The instruction that went too far counts as executed.
    Limit(LimitKind),
}
