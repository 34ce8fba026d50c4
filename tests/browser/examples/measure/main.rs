//! Takes the page's times in a real browser: `cargo xtask bench` calls it several times over and sets its figures beside
//! others.
//!
//! The environment says where everything is, as for the tests; what is served is the bench's site: an empty page, the
//! built one in `page/`, and Pyodide in `pyodide/` if it could be had. Prints one line for each figure, `name value unit`.

mod early;

use browser_tests::{Host, Learner, Outcome, Stage, hook, play};
use early::EarlyScript;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;
use trace::{End, Model, Stream, Trace};
use wire::{Link, LinkMode, Mode, Progress, Reply, Request, RunId, RunRequest};

/// The same file that `speed` runs natively.
const LOOP: &str = include_str!("../../../../crates/machine/examples/loop.py");

/// The same file that `realtime` runs natively.
const REALTIME: &str = include_str!("../../../../crates/live/examples/realtime.py");

/// Its text comes from a second thread, so that both of them must have got their turn.
const PRINT: &str = "import threading

def work():
    print('here')

thread = threading.Thread(target=work)
thread.start()
thread.join()
";

/// How often the loop runs in each engine, in turns.
const LOOPS: u32 = 2;
/// How often Run is pressed in each mode.
const RUNS: usize = 4;
/// How long a loaded page takes to come to rest: the engine's workers start behind the learner's back.
const REST: Duration = Duration::from_secs(4);

fn main() {
    play("loop", Host::Isolated, loops);
    play("page", Host::Isolated, page);
}

fn print(name: &str, milliseconds: f64) {
    println!("{name} {milliseconds:.3} ms");
}

/// The engine and Pyodide in one document.
async fn loops(stage: &Stage) -> Outcome {
    let learner = stage.visitor("").await?;
    let version = evaluate(
        &learner,
        "Number(/Chrome.(\\d+)/.exec(navigator.userAgent)[1])",
        &[],
    )
    .await?;
    println!("chromium {version}");
    learner
        .client()
        .execute(include_str!("engines.js"), Vec::new())
        .await?;
    evaluate(&learner, "engines.startEngine()", &[]).await?;
    let with_pyodide = std::env::var_os("INTERLEAVE_DIST")
        .is_some_and(|site| Path::new(&site).join("pyodide/pyodide.mjs").is_file());
    if with_pyodide {
        let took = evaluate(&learner, "engines.startPyodide()", &[]).await?;
        print("pyodide-load", number(&took)?);
    }
    tokio::time::sleep(REST).await;
    for round in 0..LOOPS {
        print(
            "loop-model",
            run_engine(&learner, LOOP, 2 * round, Mode::Model).await?.took,
        );
        if with_pyodide {
            print("loop-pyodide", run_pyodide(&learner, LOOP).await?);
        }
        print(
            "loop-live",
            run_engine(&learner, LOOP, 2 * round + 1, Mode::Live).await?.took,
        );
    }
    let realtime = run_engine(&learner, REALTIME, 2 * LOOPS, Mode::Live).await?;
    print!("{}", realtime.printed);
    if with_pyodide {
        programs(&learner).await?;
    }
    Ok(())
}

/// Ten ordinary programs on the model and in Pyodide: the quicker of two runs each, since the first of them meets code that the
/// browser has yet to compile well.
async fn programs(learner: &Learner) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/xtask/src/bench/programs");
    let mut files = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?;
    files.sort();
    for (file, run) in files.iter().zip((2 * LOOPS + 1..).step_by(2)) {
        let source = std::fs::read_to_string(file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut took = (f64::INFINITY, f64::INFINITY);
        for run in [run, run + 1] {
            let ran = run_engine(learner, &source, run, Mode::Model).await?;
            took.0 = took.0.min(ran.took);
            took.1 = took.1.min(run_pyodide(learner, &source).await?);
        }
        print(&format!("program-{name}-model"), took.0);
        print(&format!("program-{name}-pyodide"), took.1);
    }
    Ok(())
}

/// Milliseconds from the request to the answer.
async fn run_pyodide(learner: &Learner, source: &str) -> Outcome<f64> {
    let answer = evaluate(learner, "engines.runPyodide(arguments[0])", &[json!(source)]).await?;
    number(&answer["took"])
}

/// A run of the engine.
struct Ran {
    /// Milliseconds from the request to the last reply.
    took: f64,
    /// To standard output.
    printed: String,
}

/// Runs a program to its end.
async fn run_engine(learner: &Learner, source: &str, run: u32, mode: Mode) -> Outcome<Ran> {
    let run = RunId(run);
    let request = Request::Run(RunRequest {
        id: run,
        source: source.to_owned(),
        model: Model::default(),
        mode,
    });
    let progress = Reply::Progress {
        run,
        progress: Progress::default(),
    };
    let so_far = Reply::SoFar {
        run,
        trace: Trace {
            processes: Vec::new(),
            fibers: Vec::new(),
            locks: Vec::new(),
            resources: Vec::new(),
            slices: Vec::new(),
            events: Vec::new(),
            end: End::Stopped,
            ended_at: 0,
        },
    };
    let console = Reply::Console {
        run,
        writes: Vec::new(),
    };
    // A message begins with the number of its kind.
    let kind = |reply: &Reply| wire::encode(reply).map(|bytes| bytes[0]);
    let going = [kind(&progress)?, kind(&so_far)?, kind(&console)?];
    let arguments = [json!(wire::encode(&request)?), json!(going)];
    let answer = evaluate(
        learner,
        "engines.runEngine(arguments[0], arguments[1])",
        &arguments,
    )
    .await?;
    let reply: Vec<u8> = serde_json::from_value(answer["reply"].clone())?;
    match wire::decode(&reply)? {
        Reply::Finished { result, .. } if result.trace.end == (End::Finished { status: 0 }) => Ok(Ran {
            took: number(&answer["took"])?,
            printed: result.trace.output(Stream::Out),
        }),
        other => Err(format!("the program did not come to its end: {other:?}.").into()),
    }
}

/// The page, from the first navigation of a fresh profile to the last of some runs.
async fn page(stage: &Stage) -> Outcome {
    let learner = stage.visitor("").await?;
    let watch = EarlyScript(include_str!("watch.js"));
    learner.client().issue_cmd(watch).await?;
    let empty = learner.client().current_url().await?;
    let address = empty.join("page/")?;
    for visit in ["first", "again"] {
        learner.client().goto(address.as_str()).await?;
        learner.wait_until_ready().await?;
        let marks = evaluate(&learner, "watch.marks", &[]).await?;
        for part in ["run", "editor", "engine", "interactive"] {
            print(&format!("{visit}-{part}"), number(&marks[part])?);
        }
        tokio::time::sleep(REST).await;
    }
    for (name, mode) in [("model", LinkMode::Model), ("live", LinkMode::Live)] {
        open(&learner, mode).await?;
        for run in 0..RUNS {
            let suffix = if run == 0 { "-first" } else { "" };
            print(&format!("output-{name}{suffix}"), first_output(&learner).await?);
        }
    }
    Ok(())
}

/// Opens the printing program in the loaded page, as a link in its own text would.
async fn open(learner: &Learner, mode: LinkMode) -> Outcome {
    let link = Link {
        code: Some(PRINT.to_owned()),
        mode: Some(mode),
        ..Link::default()
    };
    let fragment = link.to_fragment().map_err(|_| "the link is too long.")?;
    evaluate(learner, "void (location.hash = arguments[0])", &[json!(fragment)]).await?;
    let chosen = format!("{}[data-kind={}]", hook("run-region"), mode.word());
    learner.wait_for(&chosen).await?;
    // What opens a program also checks it, a moment later.
    tokio::time::sleep(Duration::from_secs(1)).await;
    Ok(())
}

/// Milliseconds from the click on Run to the first text.
async fn first_output(learner: &Learner) -> Outcome<f64> {
    learner.click("run").await?;
    learner.wait_until_finished().await?;
    let took = evaluate(learner, "watch.took()", &[]).await?;
    let console = learner.text("console").await?;
    if console.trim() != "here" {
        return Err(format!("the console says {console:?}.").into());
    }
    number(&took)
}

/// What an expression in the page comes to, also if only later.
async fn evaluate(learner: &Learner, expression: &str, arguments: &[Value]) -> Outcome<Value> {
    let script = format!(
        "const done = arguments[arguments.length - 1]; \
         (async () => (await ({expression})) ?? null)().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
    );
    let answer = learner
        .client()
        .execute_async(&script, arguments.to_vec())
        .await?;
    match &answer["error"] {
        Value::Null => Ok(answer["value"].clone()),
        error => Err(format!("{expression}: {error}.").into()),
    }
}

fn number(value: &Value) -> Outcome<f64> {
    value
        .as_f64()
        .ok_or_else(|| format!("{value} is no number.").into())
}
