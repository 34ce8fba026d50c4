//! Probabilistic concurrency testing: the changes of priority lie among the instructions that the program executes.

use std::sync::Arc;

use schedule::{Ran, Replay, Simulation};
use trace::{EventKind, FiberId, Model, Policy, SwitchPoints};

/// Two threads that only compute, in some instructions for each of the rounds.
fn rounds(rounds: u32) -> String {
    format!(
        "import threading
def work(n):
    for _ in range(n):
        pass
threads = [threading.Thread(target=work, args=({rounds},)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('done')
"
    )
}

fn run(source: &str, model: &Model, piece: u64) -> Ran {
    let program = Arc::new(machine::load(source).expect("the program is right"));
    let mut simulation = Simulation::new(program, model).expect("it fits");
    loop {
        if let Some(ran) = simulation.advance(piece) {
            return ran;
        }
    }
}

fn model(seed: u64) -> Model {
    Model {
        policy: Policy::Pct,
        switch_points: SwitchPoints::Instruction,
        seed,
        depth: 2,
        ..Model::default()
    }
}

/// Whether one of the two threads lost the processor to the other although it waited for nothing: that takes a change.
fn is_preempted(ran: &Ran) -> bool {
    let trace = &ran.trace;
    trace.slices.windows(2).any(|pair| {
        let behind = pair[0].first_step + pair[0].steps;
        let waits = trace.events.iter().any(|event| {
            event.step == behind && matches!(event.kind, EventKind::Blocked { .. } | EventKind::Finished)
        });
        let are_threads = pair.iter().all(|slice| slice.fiber != FiberId::MAIN);
        are_threads && pair[0].fiber != pair[1].fiber && !waits
    })
}

#[test]
fn changes_lie_anywhere_in_the_run_however_long_it_is() {
    for source in [&rounds(200), &rounds(20_000)] {
        let preempted = (1..=20).filter(|seed| is_preempted(&run(source, &model(*seed), u64::MAX)));
        let preempted = preempted.count();
        assert!(
            (1..=19).contains(&preempted),
            "{preempted} of 20 runs of\n{source}"
        );
    }
}

#[test]
fn a_run_is_the_same_in_all_pieces_and_repeats() {
    let model = model(7);
    let whole = run(&rounds(200), &model, u64::MAX);
    for piece in [1, 13, 1_000] {
        assert_eq!(
            run(&rounds(200), &model, piece).trace,
            whole.trace,
            "in pieces of {piece}"
        );
    }
    let program = Arc::new(machine::load(&rounds(200)).expect("the program is right"));
    let mut replay = Replay::new(program, &model, whole.schedule.clone()).expect("it fits");
    assert_eq!(replay.run().trace, whole.trace);
}
