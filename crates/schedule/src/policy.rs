//! Policies: who runs next, and for how long.

use trace::{FiberId, Model, Nanos, Policy, SwitchPoints};

use crate::random::Random;
use crate::stage::Stage;

/// Instructions in one go at most. A constant, so that how often a driver looks up does not change the run.
const CHUNK: u64 = 100_000;

/// Who runs next, and for how long.
#[derive(Clone, Debug)]
pub(crate) enum Chooser {
    CPython(Gil),
    Random(Random),
}

impl Chooser {
    pub fn new(model: &Model) -> Self {
        match model.policy {
            Policy::CPython => Self::CPython(Gil::default()),
            Policy::Random => Self::Random(Random::new(model.seed)),
        }
    }

    /// Lets somebody take a turn; somebody must be ready.
    pub fn turn(&mut self, stage: &mut Stage, model: &Model) -> Result<(), trace::End> {
        let to_switch_point = model.switch_points == SwitchPoints::CPython;
        match self {
            Self::CPython(gil) => gil.turn(
                stage,
                to_switch_point,
                Nanos::from(model.switch_interval_us) * 1_000,
            ),
            Self::Random(random) => {
                let (fiber, _) = stage.ready[random.below(stage.ready.len())];
                // As many switch points as a fair coin says to stay; alone, there is nothing to decide.
                let alone = stage.is_alone();
                let mut turns = if alone { u32::MAX } else { random.heads() + 1 };
                let mut steps = 0;
                while turns > 0 && steps < CHUNK {
                    let before = stage.builder().steps();
                    let budget = if alone { CHUNK } else { 1 };
                    if !stage.turn(fiber, budget, to_switch_point)? {
                        break;
                    }
                    steps += stage.builder().steps() - before;
                    turns -= 1;
                }
                Ok(())
            }
        }
    }
}

/// CPython's GIL (`Python/ceval_gil.h`): who holds it keeps it until it blocks, or until another has waited for the switch
/// interval without any hand-over; waiters are served in order of arrival.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gil {
    holder: Option<FiberId>,
    /// When the holder got it.
    since: Nanos,
}

impl Gil {
    fn turn(&mut self, stage: &mut Stage, to_switch_point: bool, interval: Nanos) -> Result<(), trace::End> {
        let holder = self
            .holder
            .filter(|holder| stage.ready.iter().any(|(fiber, _)| fiber == holder));
        let fiber = holder.unwrap_or(stage.ready[0].0);
        if holder.is_none() {
            self.since = stage.now;
        }
        // Since when somebody else has waited for this holder to let go.
        let waiting = stage
            .ready
            .iter()
            .filter(|(other, _)| *other != fiber)
            .map(|(_, since)| *since)
            .min();
        let waiting = waiting.map(|since| since.max(self.since));
        let drop_at = waiting
            .or(stage.next_timer())
            .map(|since| since.saturating_add(interval));
        let budget = drop_at.map_or(CHUNK, |at| stage.steps_until(at)).min(CHUNK);
        self.holder = Some(fiber);
        let goes_on = stage.turn(fiber, budget, to_switch_point)?;
        stage.wake_due();
        if !goes_on {
            self.holder = None;
            return Ok(());
        }
        let others_wait = stage.ready.len() > 1;
        if others_wait && waiting.is_some_and(|since| stage.now >= since.saturating_add(interval)) {
            self.holder = None;
            stage.send_to_back(fiber);
        }
        Ok(())
    }
}
