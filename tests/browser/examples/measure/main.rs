//! Takes the page's times in a real browser: `cargo xtask bench` calls it several times over and sets its figures beside
//! others.
//!
//! The environment says where everything is, as for the tests; what is served is the bench's site: an empty page, the
//! built one in `page/`, and Pyodide in `pyodide/` if it could be had. Prints one line for each figure, `name value unit`.

mod early;

use browser_tests::{Engine, Host, Learner, Outcome, Stage, hook, number, play};
use early::EarlyScript;
use serde_json::json;
use std::path::Path;
use std::time::Duration;
use trace::{End, Stream};
use wire::{Link, LinkMode, Mode};

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
    let version = learner
        .evaluate("Number(/Chrome.(\\d+)/.exec(navigator.userAgent)[1])", &[])
        .await?;
    println!("chromium {version}");
    learner
        .client()
        .execute(include_str!("pyodide.js"), Vec::new())
        .await?;
    let engine = Engine::start(learner.clone(), "page/").await?;
    let with_pyodide = std::env::var_os("INTERLEAVE_DIST")
        .is_some_and(|site| Path::new(&site).join("pyodide/pyodide.mjs").is_file());
    if with_pyodide {
        let took = learner.evaluate("window.startPyodide()", &[]).await?;
        print("pyodide-load", number(&took)?);
    }
    tokio::time::sleep(REST).await;
    for _ in 0..LOOPS {
        print("loop-model", engine.run(LOOP, Mode::Model).await?.took);
        if with_pyodide {
            print("loop-pyodide", run_pyodide(&learner, LOOP).await?);
        }
        print("loop-live", engine.run(LOOP, Mode::Live).await?.took);
    }
    let realtime = engine.run(REALTIME, Mode::Live).await?.result.trace;
    if realtime.end != (End::Finished { status: 0 }) {
        return Err(realtime.output(Stream::Err).into());
    }
    print!("{}", realtime.output(Stream::Out));
    if with_pyodide {
        programs(&engine, &learner).await?;
    }
    Ok(())
}

/// Ten ordinary programs on the model and in Pyodide: the quicker of two runs each, since the first of them meets code that the
/// browser has yet to compile well.
async fn programs(engine: &Engine, learner: &Learner) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/xtask/src/bench/programs");
    let mut files = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?;
    files.sort();
    for file in files {
        let source = std::fs::read_to_string(&file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut took = (f64::INFINITY, f64::INFINITY);
        for _ in 0..2 {
            let ran = engine.run(&source, Mode::Model).await?;
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
    let answer = learner
        .evaluate("window.runPyodide(arguments[0])", &[json!(source)])
        .await?;
    number(&answer["took"])
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
        let marks = learner.evaluate("watch.marks", &[]).await?;
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
    learner
        .evaluate("void (location.hash = arguments[0])", &[json!(fragment)])
        .await?;
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
    let took = learner.evaluate("watch.took()", &[]).await?;
    let console = learner.text("console").await?;
    if console.trim() != "here" {
        return Err(format!("the console says {console:?}.").into());
    }
    number(&took)
}
