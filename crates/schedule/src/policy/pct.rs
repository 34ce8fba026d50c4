//! Probabilistic concurrency testing.

use std::collections::{BTreeMap, BTreeSet};

use trace::{End, FiberId};

use super::Rules;
use crate::random::Random;
use crate::stage::Stage;

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

    pub fn turn(&mut self, stage: &mut Stage, rules: Rules) -> Result<(), End> {
        let candidates = stage.candidates();
        for fiber in (0..stage.world.fibers() as u32).map(FiberId) {
            // The lowest are for those that have fallen.
            self.priorities
                .entry(fiber)
                .or_insert_with(|| self.random.next() >> 1 | 1 << 62);
        }
        let highest = candidates.into_iter().max_by_key(|fiber| self.priorities[fiber]);
        let fiber = highest.unwrap_or(FiberId::MAIN);
        let steps = stage.builder().steps();
        let next = self.changes.first().copied();
        let budget = next.map_or(rules.most, |at| rules.most.min(at.saturating_sub(steps).max(1)));
        // Whoever wakes may have a higher priority.
        let budget = stage
            .next_timer()
            .map_or(budget, |at| budget.min(stage.steps_until(at)));
        stage.turn(fiber, budget, rules.to_switch_point)?;
        if let Some(at) = next
            && stage.builder().steps() >= at
        {
            self.changes.remove(&at);
            self.priorities.insert(fiber, self.changes.len() as u64);
        }
        Ok(())
    }
}
