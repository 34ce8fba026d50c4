//! By chance.

use trace::FiberId;

use super::Rules;
use crate::random::Random;
use crate::stage::{Stage, Went};

/// Each candidate is equally likely, and a fair coin says at each switch point whether it stays.
#[derive(Clone, Debug)]
pub(crate) struct Chance {
    random: Random,
    /// Who stays, and for how many more switch points.
    stays: Option<(FiberId, u32)>,
}

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            stays: None,
        }
    }

    pub fn decide(&mut self, stage: &Stage, rules: Rules) -> (FiberId, u64) {
        // A signal may have ended its process.
        let is_ready = |fiber: FiberId| stage.ready.iter().any(|(other, _)| *other == fiber);
        if let Some((fiber, left @ 1..)) = self.stays
            && is_ready(fiber)
        {
            self.stays = Some((fiber, left - 1));
            return (fiber, 1);
        }
        if stage.is_alone() {
            // There is nothing to decide, so nothing is drawn.
            return (stage.ready[0].0, rules.most);
        }
        let candidates = stage.candidates();
        let fiber = candidates[self.random.below(candidates.len())];
        // As many switch points as a fair coin says to stay.
        self.stays = Some((fiber, self.random.heads()));
        (fiber, 1)
    }

    pub fn turned(&mut self, stage: &Stage, went: Went) {
        // Where others run at the same time, their turns come first that begin before this one goes on.
        if !went.goes_on || stage.is_parallel() {
            self.stays = None;
        }
    }
}
