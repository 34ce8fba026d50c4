//! Probabilistic concurrency testing.

use std::collections::{BTreeMap, BTreeSet};

use trace::FiberId;

use super::Rules;
use crate::random::Random;
use crate::stage::{Stage, Went};

/// The highest priority among those that can run does; at some instructions the one that runs falls behind all others.
#[derive(Clone, Debug)]
pub(crate) struct Pct {
    random: Random,
    priorities: BTreeMap<FiberId, u64>,
    /// Instructions at which the priority of the one that runs changes.
    changes: BTreeSet<u64>,
}

impl Pct {
    /// `steps` is how many instructions the program executes, about: the changes are among them.
    pub fn new(seed: u64, depth: u32, steps: u64) -> Self {
        let mut random = Random::new(seed);
        let changes = (1..depth).map(|_| random.below(steps.max(1) as usize) as u64 + 1);
        let changes = changes.collect();
        Self {
            random,
            priorities: BTreeMap::new(),
            changes,
        }
    }

    pub fn decide(&mut self, stage: &Stage, rules: Rules) -> (FiberId, u64) {
        let candidates = stage.candidates();
        for fiber in (0..stage.world.fibers() as u32).map(FiberId) {
            // The lowest are for those that have fallen.
            self.priorities
                .entry(fiber)
                .or_insert_with(|| self.random.next() >> 1 | 1 << 62);
        }
        let highest = candidates.into_iter().max_by_key(|fiber| self.priorities[fiber]);
        let fiber = highest.unwrap_or(FiberId::MAIN);
        let left = |at: u64| at.saturating_sub(stage.steps()).max(1);
        let budget = self
            .changes
            .first()
            .map_or(rules.most, |at| rules.most.min(left(*at)));
        // Whoever wakes may have a higher priority.
        let budget = stage
            .next_timer()
            .map_or(budget, |at| budget.min(stage.steps_until(at)));
        (fiber, budget)
    }

    pub fn turned(&mut self, stage: &Stage, went: Went) {
        if let Some(at) = self.changes.first().copied()
            && stage.steps() >= at
        {
            self.changes.remove(&at);
            self.priorities.insert(went.fiber, self.changes.len() as u64);
        }
    }
}
