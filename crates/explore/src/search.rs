//! The search that callers see: where a switch may happen after any instruction, and which of the outcomes CPython can
//! show.

use std::sync::Arc;

use machine::{Program, World, Written};
use trace::{End, LimitKind, Model, Schedule, SwitchPoints};

use crate::pass::{Pass, key};

/// Bounds on a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// States to visit, for each of the two kinds of switch points.
    pub states: u64,
    /// Bytes for states, about.
    pub memory: u64,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            states: 1_000_000,
            // All of a wasm engine's memory is 1 GiB (crates/xtask/src/engine.rs).
            memory: if cfg!(target_family = "wasm") {
                512 << 20
            } else {
                1 << 30
            },
        }
    }
}

/// A search for all outcomes of a program.
#[derive(Debug)]
pub struct Search {
    bounds: Bounds,
    /// A switch may happen after any instruction.
    any: Pass,
    /// A switch may happen where CPython 3.11 has one.
    cpython: Pass,
    stopped: bool,
}

/// What a search has found so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// All distinct outcomes, by what is on the terminal.
    pub outcomes: Vec<Found>,
    /// States visited.
    pub states: u64,
    /// Transitions between them.
    pub transitions: u64,
    /// What stopped the search before it had visited everything: `Instructions` when there were too many states, `Memory`
    /// when they were too large.
    pub limit: Option<LimitKind>,
    /// Whether the search is over.
    pub done: bool,
    /// Whether it has visited everything, so that there are no other outcomes.
    pub complete: bool,
}

/// An outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What is on the terminal in the end.
    pub terminal: Vec<Written>,
    /// How it ends.
    pub end: End,
    /// A schedule that leads there, with few switches.
    pub witness: Schedule,
    /// Whether it happens at CPython 3.11's switch points too.
    pub at_cpython_switch_points: bool,
}

impl Search {
    /// A search that is about to begin; of the model it heeds the limits of a run, `cores` and `unbuffered`.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn new(program: Arc<Program>, model: &Model) -> Result<Self, LimitKind> {
        Self::bounded(program, model, Bounds::default())
    }

    /// The same with bounds of one's own.
    ///
    /// # Errors
    /// When the program's constants do not even fit into the memory that it may use.
    pub fn bounded(program: Arc<Program>, model: &Model, bounds: Bounds) -> Result<Self, LimitKind> {
        let world = World::new(program, model)?;
        let any = Pass::new(world.clone(), SwitchPoints::Instruction, model.limits.clone());
        let cpython = Pass::new(world, SwitchPoints::CPython, model.limits.clone());
        Ok(Self {
            bounds,
            any,
            cpython,
            stopped: false,
        })
    }

    /// Works for about `steps` instructions more, or as long as that takes; whether the search is over. However it is cut in
    /// pieces, the result is the same.
    pub fn advance(&mut self, steps: u64) -> bool {
        if self.stopped {
            return true;
        }
        // Neither needs anything of the other, so small searches, too, keep two processors busy.
        let half = steps.div_ceil(2);
        let (cpython, any, bounds) = (&mut self.cpython, &mut self.any, self.bounds);
        let (of_cpython, of_any) =
            rayon::join(|| cpython.advance(half, bounds), || any.advance(half, bounds));
        // What one has no more states for is the other's.
        any.advance(of_cpython, bounds);
        cpython.advance(of_any, bounds);
        self.is_done()
    }

    /// Ends the search where it is; what it has found stays. States that are still to be expanded stay too until the search is
    /// dropped: giving up many takes a while.
    pub fn stop(&mut self) {
        self.stopped |= !self.is_done();
    }

    fn is_done(&self) -> bool {
        self.stopped || (self.any.is_done() && self.cpython.is_done())
    }

    fn states(&self) -> u64 {
        self.any.states() + self.cpython.states()
    }

    /// What was found so far.
    #[must_use]
    pub fn report(&self) -> Report {
        let found = |pass: &Pass, ending: &crate::pass::Ending, at_cpython_switch_points| Found {
            terminal: ending.terminal.clone(),
            end: ending.end.clone(),
            witness: pass.witness(ending),
            at_cpython_switch_points,
        };
        // Whatever CPython can do is possible after any instruction too, but that search may not have come so far.
        let of_cpython = self
            .cpython
            .endings()
            .iter()
            .map(|ending| found(&self.cpython, ending, true));
        let only_any = self
            .any
            .endings()
            .iter()
            .filter(|ending| !self.cpython.has(&key(&ending.terminal, &ending.end)));
        let mut outcomes: Vec<Found> = of_cpython
            .chain(only_any.map(|ending| found(&self.any, ending, false)))
            .collect();
        outcomes.sort_by(|a, b| a.terminal.cmp(&b.terminal));
        let limit = self.any.limit.or(self.cpython.limit);
        let done = self.is_done();
        Report {
            outcomes,
            states: self.states(),
            transitions: self.any.transitions + self.cpython.transitions,
            limit,
            done,
            complete: done && limit.is_none() && !self.stopped,
        }
    }
}
