//! Policies: who runs next, and for how long.

use trace::{FiberId, Model, Nanos, Policy, SwitchPoints};

use crate::random::Random;
use crate::stage::Stage;

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

    /// Lets somebody take a turn of about `most` instructions at most; somebody must be ready. How large `most` is does not
    /// change the run: a turn that it cuts is gone on with.
    pub fn turn(&mut self, stage: &mut Stage, model: &Model, most: u64) -> Result<(), trace::End> {
        let to_switch_point = model.switch_points == SwitchPoints::CPython;
        match self {
            Self::CPython(gil) => {
                let interval = Nanos::from(model.switch_interval_us) * 1_000;
                gil.turn(stage, to_switch_point, interval, most)
            }
            Self::Random(random) => {
                if stage.is_alone() {
                    // There is nothing to decide, so nothing is drawn.
                    let (fiber, _) = stage.ready[0];
                    return stage.turn(fiber, most, to_switch_point).map(|_| ());
                }
                let (fiber, _) = stage.ready[random.below(stage.ready.len())];
                // As many switch points as a fair coin says to stay.
                for _ in 0..=random.heads() {
                    if !stage.turn(fiber, 1, to_switch_point)? {
                        break;
                    }
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
    fn turn(
        &mut self,
        stage: &mut Stage,
        to_switch_point: bool,
        interval: Nanos,
        most: u64,
    ) -> Result<(), trace::End> {
        let holder = self
            .holder
            .filter(|holder| stage.ready.iter().any(|(fiber, _)| fiber == holder));
        let fiber = holder.unwrap_or(stage.ready[0].0);
        if holder.is_none() {
            self.since = stage.now;
        }
        self.holder = Some(fiber);
        // Whoever is not ready yet becomes so at a known time, or by what the holder does, and that ends a turn.
        let waiting = self.waiting(stage, fiber).or(stage.next_timer());
        let budget = waiting.map_or(most, |since| stage.steps_until(since.saturating_add(interval)));
        if !stage.turn(fiber, budget.min(most), to_switch_point)? {
            self.holder = None;
            return Ok(());
        }
        if let Some(since) = self.waiting(stage, fiber)
            && stage.now >= since.saturating_add(interval)
        {
            self.holder = None;
            stage.send_to_back(fiber);
        }
        Ok(())
    }

    /// Since when somebody else has waited for this holder to let go.
    fn waiting(&self, stage: &Stage, holder: FiberId) -> Option<Nanos> {
        let others = stage.ready.iter().filter(|(other, _)| *other != holder);
        others
            .map(|(_, since)| *since)
            .min()
            .map(|since| since.max(self.since))
    }
}
