//! One step of search: a fiber does something that others can see, and goes on to where it would do so again.

use machine::{Outcome, World};
use trace::{End, FiberId, LimitKind, Limits, SwitchPoints, WaitOn};

/// How many instructions in a row search follows that nobody else can see; a loop among them may never end.
const MAX_INVISIBLE: u64 = 1_000_000;

/// What a transition came to.
pub(crate) struct Step {
    /// Instructions executed.
    pub steps: u64,
    /// The end of the run, if it reached a limit.
    pub end: Option<End>,
    /// The thread for whose end the fiber waits now, if it did nothing else that others could see.
    pub only_joins: Option<FiberId>,
}

/// Lets a ready fiber make one transition.
///
/// Instructions that no other thread can see commute with everything that others do, so it does not matter when they are
/// executed; doing so at once spares all the states in which they are still to be done. That holds for either kind of
/// switch points: being in front of a visible instruction is as good as being at the switch point before it.
pub(crate) fn advance(world: &mut World, fiber: FiberId, points: SwitchPoints, limits: &Limits) -> Step {
    // Whether what others can see is still to come. The end of such a wait stays possible and nobody sees it, so it is
    // executed only with what comes next.
    let mut resuming = world.is_joining(fiber)
        || matches!(
            world.waits_on(fiber),
            Some(WaitOn::Start(_) | WaitOn::Sleep { .. } | WaitOn::Work { .. })
        );
    // What the library does behind such a wait, in one go, others can see in general.
    let mut hides = world.is_joining(fiber) || world.is_inside_start(fiber);
    let mut seen = !resuming;
    let mut steps = 0;
    let bound = MAX_INVISIBLE.min(limits.instructions);
    let mut to_switch_point = points == SwitchPoints::CPython && !resuming;
    loop {
        let turn = world.run(fiber, 1, to_switch_point);
        // What was printed is on the terminal already.
        world.forget_events();
        to_switch_point = false;
        steps += turn.steps;
        if resuming && !hides && turn.steps > 1 {
            resuming = false;
            seen = true;
        }
        hides = true;
        match turn.outcome {
            Outcome::BudgetUsed => {}
            Outcome::Clock(_) => world.answer_clock(fiber, 0),
            Outcome::Blocked(_) | Outcome::Finished => break,
            Outcome::System => unreachable!("the world answers system calls"),
            Outcome::Limit(kind) => return Step::limited(world, kind, fiber, steps),
        }
        let in_one_go = world.is_atomic(fiber);
        // What CPython does in one go is left once others could have seen some of it.
        if in_one_go && (seen || world.is_inside_join(fiber)) && steps < bound {
            continue;
        }
        if world.next_is_visible(fiber) && !world.is_about_to_join(fiber) {
            if !resuming {
                break;
            }
            resuming = false;
            seen = true;
            to_switch_point = points == SwitchPoints::CPython;
        }
        if steps >= bound {
            return Step::limited(world, LimitKind::Instructions, fiber, steps);
        }
    }
    if world.kernel.written() as u64 > limits.output {
        return Step::limited(world, LimitKind::Output, fiber, steps);
    }
    let only_joins = match world.waits_on(fiber) {
        Some(WaitOn::End(other)) if !seen && world.is_joining(fiber) => Some(other),
        _ => None,
    };
    Step {
        steps,
        end: None,
        only_joins,
    }
}

impl Step {
    fn limited(world: &World, kind: LimitKind, fiber: FiberId, steps: u64) -> Self {
        Self {
            steps,
            end: Some(world.limit(kind, fiber)),
            only_joins: None,
        }
    }
}

/// How the run ends if nobody can run any more.
pub(crate) fn end(world: &World) -> Option<End> {
    ready(world).next().is_none().then(|| world.end())
}

/// Fibers that could make a transition, by id. Time may pass as it likes: who waits with a bound may have waited that long.
pub(crate) fn ready(world: &World) -> impl Iterator<Item = FiberId> {
    let could = |fiber: &FiberId| world.is_ready(*fiber) || world.timeout(*fiber).is_some();
    (0..world.fibers() as u32).map(FiberId).filter(could)
}
