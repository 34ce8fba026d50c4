//! Processes execute apart from each other; here one waits until others are back.

use machine::Part;
use trace::ProcessId;

use super::{LiveRun, SoFar};
use crate::inside::Inside;
use crate::sync::{MutexGuard, lock, wait};

impl LiveRun {
    /// Tells what has happened so far, if that is wanted. It waits until all processes are here, and none leaves meanwhile.
    pub(super) fn tell_so_far<'a>(&'a self, mut inside: MutexGuard<'a, Inside>) -> MutexGuard<'a, Inside> {
        if !lock(&self.so_far).take_wanted() {
            return inside;
        }
        inside.want_all(true);
        while !inside.are_all_here() {
            inside = wait(&self.here, inside);
        }
        inside.want_all(false);
        let trace = inside.so_far(self.clock.ticks());
        *lock(&self.so_far) = SoFar::Told(Box::new(trace));
        self.here.notify_all();
        inside
    }

    /// Waits until every process that a part reaches into is here. Two can reach into each other: both are here then, and
    /// whoever comes first goes first.
    pub(super) fn wait_for_reached<'a>(
        &'a self,
        mut inside: MutexGuard<'a, Inside>,
        part: &Part,
    ) -> MutexGuard<'a, Inside> {
        // Somebody may wait for this very process.
        self.here.notify_all();
        let reached = inside.world.reach(part);
        inside = self.wait_for(inside, &reached);
        for process in reached {
            inside.recorder.cut(process);
        }
        inside
    }

    /// Waits until processes are here.
    fn wait_for<'a>(
        &'a self,
        mut inside: MutexGuard<'a, Inside>,
        processes: &[ProcessId],
    ) -> MutexGuard<'a, Inside> {
        if processes.is_empty() {
            return inside;
        }
        for process in processes {
            inside.want(*process, true);
        }
        while !processes.iter().all(|process| inside.world.is_here(*process)) {
            inside = wait(&self.here, inside);
        }
        for process in processes {
            inside.want(*process, false);
        }
        self.here.notify_all();
        inside
    }
}
