//! The graph of who waits for whom.

use crate::{FiberId, FiberState, LockId, StateView, WaitEdge, WaitFor, WaitOn};

/// A fiber that waits until another does something. It waits for one at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitsFor {
    /// Who waits.
    pub fiber: FiberId,
    /// For whom.
    pub other: FiberId,
    /// For a lock that the other holds; without one for its start or end.
    pub lock: Option<LockId>,
}

impl WaitsFor {
    /// Who waits for whom in a deadlock. Waits that no single fiber could end are left out.
    #[must_use]
    pub fn in_deadlock(waits: &[WaitEdge]) -> Vec<Self> {
        let edges = waits.iter().filter_map(|wait| {
            let (other, lock) = match wait.on {
                WaitFor::Lock { lock, holder } => (holder?, Some(lock)),
                WaitFor::End(other) => (other, None),
                WaitFor::Resource(_) | WaitFor::Kernel { .. } => return None,
            };
            let fiber = wait.fiber;
            Some(Self { fiber, other, lock })
        });
        edges.collect()
    }

    /// Who waits for whom at one instruction.
    #[must_use]
    pub fn at(view: &StateView) -> Vec<Self> {
        let edges = (0..).map(FiberId).zip(&view.fibers).filter_map(|(fiber, state)| {
            let FiberState::Blocked(on) = state.state else {
                return None;
            };
            let (other, lock) = match on {
                WaitOn::Lock(lock) => {
                    let known = view.locks.iter().find(|known| known.lock == lock)?;
                    (known.owner?, Some(lock))
                }
                WaitOn::End(other) | WaitOn::Start(other) => (other, None),
                _ => return None,
            };
            Some(Self { fiber, other, lock })
        });
        edges.collect()
    }

    /// Fibers that wait for each other in a circle, each for the next and the last for the first: if none of these waits has a
    /// bound, then none of them will ever run.
    #[must_use]
    pub fn circles(waits: &[Self]) -> Vec<Vec<FiberId>> {
        let next = |fiber| {
            let wait = waits.iter().find(|wait| wait.fiber == fiber)?;
            Some(wait.other)
        };
        let mut circles: Vec<Vec<FiberId>> = Vec::new();
        for wait in waits {
            let mut path = vec![wait.fiber];
            while let Some(other) = path.last().copied().and_then(next) {
                if let Some(start) = path.iter().position(|fiber| *fiber == other) {
                    path.drain(..start);
                    if !circles.iter().any(|circle| circle.contains(&other)) {
                        circles.push(path);
                    }
                    break;
                }
                path.push(other);
            }
        }
        circles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(pairs: &[(u32, u32)]) -> Vec<WaitsFor> {
        let wait = |&(fiber, other): &(u32, u32)| WaitsFor {
            fiber: FiberId(fiber),
            other: FiberId(other),
            lock: None,
        };
        pairs.iter().map(wait).collect()
    }

    #[test]
    fn circles_are_found_once_and_without_those_who_only_wait_for_one() {
        let circle = |fibers: &[u32]| fibers.iter().copied().map(FiberId).collect::<Vec<_>>();
        let found = WaitsFor::circles(&waits(&[(0, 1), (1, 2), (2, 1), (3, 3), (4, 5)]));
        assert_eq!(found, [circle(&[1, 2]), circle(&[3])]);
    }
}
