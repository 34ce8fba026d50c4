//! Signals come at the same instruction however a run is cut in pieces, and whoever else could run.

use std::sync::Arc;

use machine::World;
use schedule::{Ran, Replay, Simulation};
use trace::{FiberId, Model, Policy, Stream, SwitchPoints};

/// Handlers that run between instructions, in a sleep, in a wait for a lock, and while another thread has the GIL.
const SIGNALS: &str = "import os, signal, threading, time
counts = {}
def handler(number, frame):
    counts[number] = counts.get(number, 0) + 1
signal.signal(signal.SIGALRM, handler)
signal.signal(signal.SIGUSR1, handler)
def send():
    for _ in range(3):
        time.sleep(0.0001)
        os.kill(os.getpid(), signal.SIGUSR1)
def compute():
    for _ in range(200):
        pass
signal.setitimer(signal.ITIMER_REAL, 0.0001, 0.0002)
threads = [threading.Thread(target=send), threading.Thread(target=compute)]
for thread in threads:
    thread.start()
while counts.get(signal.SIGALRM, 0) < 3:
    pass
time.sleep(0.001)
for thread in threads:
    thread.join()
signal.alarm(0)
print(counts[signal.SIGALRM] >= 3, counts[signal.SIGUSR1] >= 1)
def interrupt():
    os.kill(os.getpid(), signal.SIGINT)
threading.Timer(0.001, interrupt).start()
try:
    threading.Event().wait()
except KeyboardInterrupt:
    print('interrupted')
signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.setitimer(signal.ITIMER_REAL, 0.0001)
while True:
    pass
";

fn in_pieces(model: &Model, piece: u64) -> Ran {
    let program = Arc::new(machine::load(SIGNALS).expect("the program is right"));
    let mut simulation = Simulation::new(program, model).expect("it fits");
    loop {
        if let Some(ran) = simulation.advance(piece) {
            return ran;
        }
    }
}

#[test]
fn signals_come_under_every_policy_and_a_run_is_the_same_in_all_pieces() {
    for policy in Policy::ALL {
        for switch_points in [SwitchPoints::CPython, SwitchPoints::Instruction] {
            let model = Model {
                policy,
                switch_points,
                switch_interval_us: 100,
                quantum_us: 100,
                ..Model::default()
            };
            let whole = in_pieces(&model, u64::MAX);
            let output = whole.trace.output(Stream::Out);
            assert_eq!(output, "True True\ninterrupted\n", "{model:?}");
            assert_eq!(whole.trace.end, trace::End::Finished { status: 128 + 14 });
            for piece in [7, 1_000] {
                let ran = in_pieces(&model, piece);
                assert!(ran.trace == whole.trace, "{model:?} in pieces of {piece}");
            }
            let program = Arc::new(machine::load(SIGNALS).expect("the program is right"));
            let replay = Replay::new(program, &model, whole.schedule.clone());
            let again = replay.expect("it fits").run();
            assert!(again.trace == whole.trace, "{model:?} repeated");
        }
    }
}

#[test]
fn reference_counts_are_right_while_signals_come() {
    let program = Arc::new(machine::load(SIGNALS).expect("the program is right"));
    let mut world = World::new(program, &Model::default()).expect("it fits");
    let mut steps = 0_usize;
    while !world.is_over() {
        let ready = (0..world.fibers() as u32)
            .map(FiberId)
            .filter(|fiber| world.is_ready(*fiber));
        let ready: Vec<FiberId> = ready.collect();
        world.run(ready[steps / 7 % ready.len()], 1, false);
        steps += 1;
        if steps.is_multiple_of(29) {
            world.audit().expect("counts are right");
        }
    }
}
