//! The session as a page uses it, with workers and without.

mod common;

use std::thread::sleep;
use std::time::Duration;

use common::{BUSY, DEADLOCK, is_last, run_request, sessions, work};
use live::Pool;
use session::Session;
use trace::{End, Event, EventKind, StateView, Stream, Use};
use wire::{Console, Link, Mode, Outcomes, Reply, Request, RunId, RunResult, SharedRun};

fn finish(session: &mut Session, request: Request) -> (RunResult, Vec<Console>) {
    let refused = session.request(request);
    assert!(refused.is_empty(), "{refused:?}");
    let mut console = Vec::new();
    for reply in work(session, is_last) {
        match reply {
            Reply::Console { writes, .. } => console.extend(writes),
            Reply::Finished { result, .. } => return (result, console),
            _ => {}
        }
    }
    panic!("it does not finish");
}

fn search(session: &mut Session, request: Request) -> Outcomes {
    let refused = session.request(request);
    assert!(refused.is_empty(), "{refused:?}");
    let last = work(session, is_last).into_iter().find(is_last);
    match last {
        Some(Reply::Outcomes { outcomes, .. }) => outcomes,
        other => panic!("{other:?}"),
    }
}

fn inspected(session: &mut Session, run: u32, steps: &[u64]) -> Vec<StateView> {
    for step in steps {
        let refused = session.request(Request::Inspect {
            run: RunId(run),
            step: *step,
        });
        assert!(refused.is_empty(), "{refused:?}");
    }
    let replies = work(session, |_| false).into_iter();
    let states = replies.filter_map(|reply| match reply {
        Reply::Inspected { state, .. } => Some(state),
        _ => None,
    });
    states.collect()
}

#[test]
fn a_run_that_is_replaced_gives_its_workers_back() {
    let mut session = Session::new(Some(Pool::native(6)));
    for mode in [Mode::Live, Mode::Model, Mode::Search] {
        session.request(run_request(1, BUSY, mode));
        sleep(Duration::from_millis(30));
    }
    let source = "import threading, time
threads = []
for _ in range(5):
    threads.append(threading.Thread(target=time.sleep, args=(0.01,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('all')
";
    let (result, console) = finish(&mut session, run_request(2, source, Mode::Live));
    assert_eq!(result.trace.end, End::Finished { status: 0 });
    assert_eq!(streams(&console), ["all\n", ""]);
}

/// Once everybody sleeps, once nobody does, and once processes are busy at the same time.
#[test]
fn a_live_run_that_goes_on_tells_what_has_happened_so_far() {
    let sleeping =
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()\ntime.sleep(60)\n";
    let forked = "import os\nos.fork()\nwhile True:\n    pass\n";
    for (source, fibers) in [(sleeping, 2), (BUSY, 4), (forked, 2)] {
        let mut session = Session::new(Some(Pool::native(16)));
        session.request(run_request(1, source, Mode::Live));
        let is_told = |reply: &Reply| match reply {
            Reply::SoFar { trace, .. } => {
                let ran = |fiber| trace.slices.iter().any(|slice| slice.fiber.index() == fiber);
                trace.fibers.len() == fibers && (0..fibers).all(ran)
            }
            _ => false,
        };
        let replies = work(&mut session, is_told);
        assert!(replies.iter().any(is_told), "{source}");
        session.request(Request::Stop);
        let replies = work(&mut session, is_last);
        assert!(replies.iter().any(is_last), "{source}");
    }
}

#[test]
fn workers_change_nothing_about_a_modelled_run() {
    let source = "import threading\ndef work(k):\n    for i in range(50):\n        print(k, i)\nfor k in range(3):\n    threading.Thread(target=work, args=(k,)).start()\n";
    let [here, there] =
        sessions().map(|mut session| finish(&mut session, run_request(1, source, Mode::Model)));
    assert_eq!(here.0, there.0);
    let text = |console: &[Console]| -> String { console.iter().map(|write| write.text.as_str()).collect() };
    assert_eq!(text(&here.1), text(&there.1));
    assert_eq!(text(&here.1), here.0.trace.output(Stream::Out));
}

#[test]
fn the_newest_look_at_a_state_takes_the_place_of_older_ones() {
    let source = "n = 0\nwhile n < 300000:\n    n += 1\n";
    for mut session in sessions() {
        let (result, _) = finish(&mut session, run_request(1, source, Mode::Model));
        let end = result.trace.steps();
        let states = inspected(&mut session, 1, &[end, end - 1, end / 2, 3]);
        let last = states.last().expect("the newest is answered");
        assert_eq!(last.step, 3);
        assert!(states.len() < 4, "none was dropped");
        assert!(inspected(&mut session, 7, &[1]).is_empty(), "another run");
    }
}

#[test]
fn deep_values_fit_on_a_workers_stack() {
    let source = "x = []\nfor _ in range(98):\n    x = [x]\nprint(len(repr(x)), x == x, [x] < [x])\n";
    let [here, there] = sessions().map(|mut session| {
        let run = finish(&mut session, run_request(1, source, Mode::Model));
        let states = inspected(&mut session, 1, &[run.0.trace.steps() - 3]);
        (run, states)
    });
    assert_eq!(here, there);
    assert_eq!(here.0.0.trace.end, End::Finished { status: 0 });
}

/// What was printed to each stream.
fn streams(console: &[Console]) -> [String; 2] {
    [Stream::Out, Stream::Err].map(|stream| {
        let writes = console.iter().filter(|write| write.stream == stream);
        writes.map(|write| write.text.as_str()).collect()
    })
}

#[test]
fn each_outcome_of_a_search_is_printed_when_it_is_shown() {
    let sources = [
        "import threading, time\nn = 0\ndef work():\n    global n\n    begin = time.monotonic()\n    seen = n\n    time.sleep(0.5)\n    n = seen + 1\n    print(time.monotonic() - begin, time.perf_counter(), n)\nfor _ in range(2):\n    threading.Thread(target=work).start()\nprint(time.time())\n",
        "import time\nend = time.monotonic() + 1\nprint(end)\nif time.time() > 5:\n    print('late')\n1 / 0\n",
        DEADLOCK,
        "def work():\n    while True:\n        pass\nprint('before', end='')\nwork()\n",
    ];
    for source in sources {
        for mut session in sessions() {
            let outcomes = search(&mut session, run_request(1, source, Mode::Search));
            assert!(!outcomes.outcomes.is_empty());
            for outcome in outcomes.outcomes {
                let mode = Mode::Replay(outcome.witness.clone());
                let (result, console) = finish(&mut session, run_request(2, source, mode));
                assert_eq!(streams(&console), streams(&outcome.console), "{source}");
                assert_eq!(result.trace.end, outcome.end, "{source}");
                // A link to the shown run carries this schedule.
                assert_eq!(result.schedule, outcome.witness);
                let again = finish(
                    &mut session,
                    run_request(3, source, Mode::Replay(result.schedule)),
                );
                assert_eq!(again.0.trace, result.trace);
            }
        }
    }
}

/// Turns of processes overlap in time, yet a link wants them in order of their starts; and what clocks say of the year is more
/// than a run can last.
#[test]
fn live_runs_come_again_from_links() {
    let processes = "
from multiprocessing import Process, Value
counter = Value('i', 0, lock=False)
def work():
    for _ in range(3):
        counter.value += 1
workers = [Process(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(counter.value)
";
    let tasks = "
import asyncio, threading, time
async def nap(n):
    await asyncio.sleep(n % 3 / 1000)
    return n
async def main():
    print(sum(await asyncio.gather(*(nap(n) for n in range(10)))))
    print(await asyncio.to_thread(time.time) > 1e9)
    called = asyncio.Event()
    threading.Timer(0.005, asyncio.get_running_loop().call_soon_threadsafe, [called.set]).start()
    await called.wait()
asyncio.run(main())
";
    let mut session = Session::new(Some(Pool::native(16)));
    for run in 0..10 {
        for source in [processes, tasks] {
            let (result, console) = finish(&mut session, run_request(2 * run, source, Mode::Live));
            assert_eq!(result.trace.end, End::Finished { status: 0 });
            let recording = result.recording.clone().expect("a live run is recorded");
            let link = Link {
                run: Some(SharedRun::Recording(recording.clone())),
                ..Link::default()
            };
            let fragment = link.to_fragment().expect("it is short enough");
            let opened = Link::from_fragment(&fragment).expect("the link is whole");
            assert_eq!(opened.run, link.run);
            let mode = Mode::ReplayLive(recording);
            let (again, printed) = finish(&mut session, run_request(2 * run + 1, source, mode));
            assert_eq!(again.trace, result.trace);
            assert_eq!(streams(&printed), streams(&console));
        }
    }
}

/// From line to line through a run and back, into a function and out of it: each begin of a line is one stop.
#[test]
fn states_say_where_lines_begin() {
    let source = "\
def twice(n):
    m = n * 2
    return m

a = twice(1)
for n in range(2):
    a += n
print(a,
      twice(a))
";
    let mut session = Session::new(None);
    finish(&mut session, run_request(1, source, Mode::Model));
    let line = |state: &StateView| state.fibers[0].frames.last().map(|frame| frame.place.line);
    let (mut at, mut forward, mut stops) = (0, Vec::new(), Vec::new());
    while let [state] = &inspected(&mut session, 1, &[at])[..] {
        forward.extend(line(state));
        stops.push(at);
        let Some(next) = state.lines.1 else { break };
        assert!(next > at);
        at = next;
    }
    assert_eq!(forward, [1, 5, 1, 2, 3, 5, 6, 7, 6, 7, 6, 8, 9, 1, 2, 3, 8]);
    for pair in stops.windows(2) {
        let states = inspected(&mut session, 1, &[pair[1]]);
        assert_eq!(states[0].lines.0, Some(pair[0]));
    }
}

/// What queues and the like hold, and the bytecode of a line, are part of a state.
#[test]
fn states_show_queues_and_bytecode() {
    let source = "\
import queue, threading
q = queue.Queue()
places = threading.Semaphore(3)
ready = threading.Event()
q.put('a')
q.put(2)
places.acquire()
ready.set()
";
    let mut session = Session::new(None);
    let (result, _) = finish(&mut session, run_request(1, source, Mode::Model));
    let is_set = |event: &&Event| matches!(event.kind, EventKind::Used { what: Use::Set, .. });
    let set = result.trace.events.iter().find(is_set).expect("it is told");
    let state = inspected(&mut session, 1, &[set.step]).remove(0);
    let values: Vec<&str> = state.resources.iter().map(|known| known.value.as_str()).collect();
    assert_eq!(values, ["deque(['a', 2])", "2", "True"]);
    let frame = &state.fibers[0].frames[0];
    let code = frame.line_code.as_ref().expect("a line is next");
    assert_eq!(code.instructions[code.at as usize], frame.instruction);
    assert!(code.instructions.len() > 2, "{code:?}");
}
