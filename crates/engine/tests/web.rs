//! The engine in a worker of a browser: requests in, replies out, with threads and without.
#![cfg(target_family = "wasm")]

mod traces;
mod workers;

use engine::Engine;
use js_sys::Date;
use trace::{End, Limits, Model};
use traces::{last_reply, look, request, send};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wire::{Mode, Reply, Request};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const BUSY: &str = "import threading
def work():
    n = 0
    while True:
        n += 1
for _ in range(2):
    threading.Thread(target=work).start()
work()
";

const FLOOD: &str = "while True:\n    print('and on')\n";

/// How soon Stop must have ended anything, in milliseconds.
const SOON: f64 = 200.0;

fn boundless() -> Model {
    Model {
        limits: Limits {
            instructions: u64::MAX,
            output: u64::MAX,
            trace: u64::MAX,
            ..Limits::default()
        },
        ..Model::default()
    }
}

async fn engine() -> Engine {
    workers::start().await;
    Engine::new()
}

fn is_last(reply: &Reply) -> bool {
    match reply {
        Reply::Outcomes { outcomes, .. } => outcomes.done,
        Reply::Finished { .. } | Reply::Refused { .. } | Reply::Failed { .. } => true,
        _ => false,
    }
}

#[wasm_bindgen_test]
fn flavour() {
    assert_eq!(engine::has_threads(), cfg!(target_feature = "atomics"));
}

#[wasm_bindgen_test]
async fn traces_are_those_of_the_native_engine() {
    let found = traces::fingerprints(&mut engine().await);
    for (expected, found) in traces::EXPECTED.lines().zip(found.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), traces::EXPECTED.len());
}

#[wasm_bindgen_test]
async fn programs_are_checked() {
    let mut engine = engine().await;
    let check = |source: &str| Request::Check {
        source: source.to_owned(),
    };
    let right = send(&mut engine, &check("print(1)\n"));
    assert!(matches!(&right[..], [Reply::Checked { diagnostics }] if diagnostics.is_empty()));
    let wrong = send(&mut engine, &check("x = 1\nx = = 2\n"));
    assert!(matches!(&wrong[..], [Reply::Checked { diagnostics }] if diagnostics[0].place.line == 2));
    assert!(
        engine.request(&[0xff, 0xff]).is_empty(),
        "what is no request is dropped"
    );
}

#[wasm_bindgen_test]
async fn the_first_output_comes_before_the_end_and_states_can_be_looked_at() {
    let mut engine = engine().await;
    let source = "print('first')\nn = 0\nwhile n < 3000000:\n    n += 1\n";
    let begin = Date::now();
    let refused = send(&mut engine, &request(source, boundless(), Mode::Model));
    assert!(refused.is_empty(), "{refused:?}");
    let mut first = None;
    let mut last = None;
    while engine.is_busy() {
        for reply in look(&mut engine) {
            match reply {
                Reply::Console { .. } => first = first.or(Some(Date::now() - begin)),
                Reply::Finished { result, .. } => last = Some(result),
                _ => assert!(!is_last(&reply)),
            }
        }
    }
    let first = first.expect("something is printed");
    web_log(&format!("first output after {first} ms"));
    assert!(first < 100.0, "{first} ms");
    let step = last.expect("it finishes").trace.steps() - 2;
    let run = wire::RunId(1);
    let state = last_reply(&mut engine, &Request::Inspect { run, step });
    assert!(
        matches!(&state, Reply::Inspected { state, .. } if state.step == step),
        "{state:?}"
    );
}

#[wasm_bindgen_test]
async fn search_finds_both_outcomes_of_a_race() {
    let source = "import threading\nn = 0\ndef work():\n    global n\n    seen = n\n    n = seen + 1\na = threading.Thread(target=work)\nb = threading.Thread(target=work)\na.start()\nb.start()\na.join()\nb.join()\nprint(n)\n";
    let reply = last_reply(
        &mut engine().await,
        &request(source, Model::default(), Mode::Search),
    );
    let Reply::Outcomes { outcomes, .. } = reply else {
        panic!("{reply:?}")
    };
    assert_eq!(outcomes.outcomes.len(), 2);
    assert_eq!(outcomes.proof, wire::Proof::All);
}

#[wasm_bindgen_test]
async fn live_runs_where_there_are_threads() {
    let source = "import threading\nthread = threading.Thread(target=print, args=('there',))\nthread.start()\nthread.join()\nprint('here')\n";
    let reply = last_reply(
        &mut engine().await,
        &request(source, Model::default(), Mode::Live),
    );
    match reply {
        Reply::Finished { result, .. } => {
            assert!(engine::has_threads());
            assert_eq!(result.trace.output(trace::Stream::Out), "there\nhere\n");
            assert_eq!(result.workers, 2);
        }
        Reply::Failed { .. } => assert!(!engine::has_threads()),
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn stop_ends_anything_soon() {
    let mut engine = engine().await;
    let runs = [
        ("endless loop", BUSY, Mode::Model),
        ("flood", FLOOD, Mode::Model),
        ("endless loop", BUSY, Mode::Live),
        ("flood", FLOOD, Mode::Live),
        (
            "search",
            "import threading\nxs = []\ndef work(k):\n    while True:\n        xs.append(k)\nfor k in range(4):\n    threading.Thread(target=work, args=(k,)).start()\n",
            Mode::Search,
        ),
    ];
    for (what, source, mode) in runs {
        if mode == Mode::Live && !engine::has_threads() {
            continue;
        }
        let refused = send(&mut engine, &request(source, boundless(), mode.clone()));
        assert!(refused.is_empty(), "{refused:?}");
        let begin = Date::now();
        while Date::now() - begin < 100.0 {
            assert!(!look(&mut engine).iter().any(is_last), "{what} ends by itself");
        }
        let begin = Date::now();
        send(&mut engine, &Request::Stop);
        let mut last = None;
        while engine.is_busy() {
            last = look(&mut engine).into_iter().find(is_last).or(last);
        }
        let took = Date::now() - begin;
        web_log(&format!("{what}, {mode:?}: stopped after {took} ms"));
        assert!(took < SOON, "{what}, {mode:?}: {took} ms");
        match last {
            Some(Reply::Finished { result, .. }) => assert_eq!(result.trace.end, End::Stopped),
            Some(Reply::Outcomes { outcomes, .. }) => assert_ne!(outcomes.proof, wire::Proof::All),
            other => panic!("{other:?}"),
        }
    }
}

fn web_log(text: &str) {
    wasm_bindgen_test::console_log!("{text}");
}
