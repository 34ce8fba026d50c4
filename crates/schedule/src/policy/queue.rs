//! What systems did before there was a GIL: batch, multiprogramming, time-sharing.

use trace::{FiberId, Nanos};

use super::Rules;
use crate::stage::{Stage, Went};

/// One thread until it ends, whatever time it wastes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Batch {
    current: Option<FiberId>,
}

impl Batch {
    /// While whoever ran last sleeps nobody runs.
    pub fn waste_time(&self, stage: &mut Stage) {
        if let Some(current) = self.current {
            stage.hurry_to_end_of_sleep(current);
        }
    }

    pub fn decide(&mut self, stage: &Stage, rules: Rules) -> (FiberId, u64) {
        let candidates = stage.candidates();
        let current = self.current.filter(|current| candidates.contains(current));
        let oldest = candidates.into_iter().min();
        let fiber = current.or(oldest).unwrap_or(FiberId::MAIN);
        self.current = Some(fiber);
        (fiber, rules.most)
    }
}

/// First come, first served; each until it blocks, or until its quantum is over.
#[derive(Clone, Debug)]
pub(crate) struct Queue {
    quantum: Option<Nanos>,
    /// Who runs, by process, and since when.
    current: Vec<Option<(FiberId, Nanos)>>,
}

impl Queue {
    pub fn new(quantum: Option<Nanos>) -> Self {
        Self {
            quantum,
            current: Vec::new(),
        }
    }

    pub fn decide(&mut self, stage: &mut Stage, rules: Rules) -> (FiberId, u64) {
        let candidates = stage.candidates();
        let process = stage.world.process_of(stage.longest_waiting());
        if self.current.len() <= process.index() {
            self.current.resize(process.index() + 1, None);
        }
        let mut ours = candidates
            .iter()
            .copied()
            .filter(|fiber| stage.world.process_of(*fiber) == process);
        let current = self.current[process.index()].filter(|(fiber, _)| candidates.contains(fiber));
        let (fiber, since) = match current {
            Some(current) => current,
            None => (ours.next().unwrap_or(FiberId::MAIN), stage.now),
        };
        self.current[process.index()] = Some((fiber, since));
        let end = self.quantum.map(|quantum| since.saturating_add(quantum));
        let budget = end.map_or(rules.most, |end| stage.steps_until(end).min(rules.most));
        (fiber, budget)
    }

    pub fn turned(&mut self, stage: &mut Stage, went: Went) {
        let current = &mut self.current[stage.world.process_of(went.fiber).index()];
        let since = current.map_or(0, |(_, since)| since);
        let end = self.quantum.map(|quantum| since.saturating_add(quantum));
        let is_over = end.is_some_and(|end| stage.ready_since(went.fiber) >= end);
        if !went.goes_on || is_over {
            *current = None;
        }
        if went.goes_on && is_over {
            stage.send_to_back(went.fiber);
        }
    }
}
