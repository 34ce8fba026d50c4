//! CPython's GIL, one for each process.

use trace::{FiberId, Nanos};

use super::Rules;
use crate::stage::{Stage, Went};

/// CPython's GIL (`Python/ceval_gil.h`): who holds it keeps it until it blocks, or until another has waited for the switch
/// interval without any hand-over; waiters are served in order of arrival.
#[derive(Clone, Copy, Debug, Default)]
struct Gil {
    holder: Option<FiberId>,
    /// When the holder got it.
    since: Nanos,
}

/// Those of all processes. Processors go to the process that has waited longest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gils(Vec<Gil>);

impl Gils {
    pub fn decide(&mut self, stage: &Stage, rules: Rules) -> (FiberId, u64) {
        let candidates = stage.candidates();
        let process = stage.world.process_of(stage.longest_waiting());
        if self.0.len() <= process.index() {
            self.0.resize(process.index() + 1, Gil::default());
        }
        let ours = candidates
            .into_iter()
            .filter(|fiber| stage.world.process_of(*fiber) == process);
        let ours: Vec<FiberId> = ours.collect();
        self.0[process.index()].decide(stage, &ours, rules)
    }

    pub fn turned(&mut self, stage: &mut Stage, went: Went) {
        let process = stage.world.process_of(went.fiber);
        self.0[process.index()].turned(stage, went);
    }
}

impl Gil {
    fn decide(&mut self, stage: &Stage, candidates: &[FiberId], rules: Rules) -> (FiberId, u64) {
        let holder = self.holder.filter(|holder| candidates.contains(holder));
        let fiber = holder.unwrap_or(candidates[0]);
        if holder.is_none() {
            self.since = stage.now;
        }
        self.holder = Some(fiber);
        // Whoever is not ready yet becomes so at a known time, or by what the holder does, and that ends a turn.
        let waiting = self.waiting(stage, fiber).or(stage.next_timer());
        let budget = waiting.map_or(rules.most, |since| {
            let process = stage.world.process_of(fiber);
            stage.steps_until(since.saturating_add(stage.world.switch_interval(process)))
        });
        (fiber, budget.min(rules.most))
    }

    fn turned(&mut self, stage: &mut Stage, went: Went) {
        let interval = stage.world.switch_interval(stage.world.process_of(went.fiber));
        if !went.goes_on {
            self.holder = None;
        } else if let Some(since) = self.waiting(stage, went.fiber)
            && stage.ready_since(went.fiber) >= since.saturating_add(interval)
        {
            self.holder = None;
            stage.send_to_back(went.fiber);
        }
    }

    /// Since when somebody else has waited for this holder to let go.
    fn waiting(&self, stage: &Stage, holder: FiberId) -> Option<Nanos> {
        let process = stage.world.process_of(holder);
        let others = stage
            .ready
            .iter()
            .filter(|(other, _)| *other != holder && stage.world.process_of(*other) == process);
        others
            .map(|(_, since)| *since)
            .min()
            .map(|since| since.max(self.since))
    }
}
