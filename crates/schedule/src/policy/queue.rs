//! What systems did before there was a GIL: batch, multiprogramming, time-sharing.

use trace::{End, FiberId, Nanos};

use super::Rules;
use crate::stage::Stage;

/// One thread until it ends, whatever time it wastes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Batch {
    current: Option<FiberId>,
}

impl Batch {
    pub fn turn(&mut self, stage: &mut Stage, rules: Rules) -> Result<(), End> {
        if let Some(current) = self.current {
            // While it sleeps nobody runs.
            stage.hurry_to_end_of_sleep(current);
        }
        if let Some(alarm) = stage.due_alarm() {
            return stage.turn(alarm, rules.most, rules.to_switch_point).map(|_| ());
        }
        let candidates = stage.candidates();
        let current = self.current.filter(|current| candidates.contains(current));
        let oldest = candidates.into_iter().min();
        let fiber = current.or(oldest).unwrap_or(FiberId::MAIN);
        self.current = Some(fiber);
        stage.turn(fiber, rules.most, rules.to_switch_point)?;
        Ok(())
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

    pub fn turn(&mut self, stage: &mut Stage, rules: Rules) -> Result<(), End> {
        let candidates = stage.candidates();
        let process = stage.world.process_of(super::longest_waiting(stage, &candidates));
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
        let goes_on = stage.turn(fiber, budget, rules.to_switch_point)?;
        let is_over = end.is_some_and(|end| stage.ready_since(fiber) >= end);
        if !goes_on || is_over {
            self.current[process.index()] = None;
        }
        if goes_on && is_over {
            stage.send_to_back(fiber);
        }
        Ok(())
    }
}
