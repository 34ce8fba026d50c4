//! Programs that are wrong or never end: each gets a clear message with its place, nothing freezes, the text stays.

use crate::steps::{check, ended, holds, open, printed, program};
use browser_tests::{Host, Learner, Outcome, Stage, hook, play};
use std::time::Duration;
use wire::LinkMode;

/// The page may be busy for so long at a stretch on a machine that does nothing else.
const FROZEN: Duration = Duration::from_secs(3);

/// The same on this machine as it is: others take their share of its processors, and everything lasts longer.
fn frozen() -> Duration {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: f64 = load
        .split(' ')
        .next()
        .and_then(|load| load.parse().ok())
        .unwrap_or(0.0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    FROZEN.mul_f64((load / cores as f64).max(1.0))
}

/// The page answers, and has done so all the time; the program is still there.
async fn page_is_well(learner: &Learner, code: &str) -> Outcome {
    learner.wait_for(&(hook("run") + ":enabled")).await?;
    learner.click("language").await?;
    learner.wait_for("html[lang=zh-Hans]").await?;
    holds(learner, code).await?;
    let pause = learner.longest_pause().await?;
    check(pause < frozen(), || format!("the page was frozen for {pause:?}."))
}

/// Runs a program to its end: how that is called, and what is said of it.
async fn ends(stage: &Stage, code: &str, mode: LinkMode, end: &str, said: &[&str]) -> Outcome {
    let learner = open(stage, &program(code, mode)?).await?;
    learner.run().await?;
    ended(&learner, &[end]).await?;
    let words = learner.text("banner").await? + "\n" + &printed(&learner).await?;
    for piece in said {
        check(words.contains(piece), || {
            let start: String = words.chars().take(600).collect();
            format!("{piece:?} is not in what is said: {start:?}.")
        })?;
    }
    learner.picture(mode.word()).await?;
    page_is_well(&learner, code).await
}

/// On the model and on real workers.
fn ends_alike(name: &str, code: &str, end: &str, said: &[&str]) {
    play(name, Host::Isolated, async |stage| {
        for mode in [LinkMode::Model, LinkMode::Live] {
            ends(stage, code, mode, end, said).await?;
        }
        Ok(())
    });
}

/// Run does not start it: the diagnostics say what is wrong at this place, and the editor marks it.
fn is_not_started(name: &str, code: &str, place: &str, message: &str) {
    play(name, Host::Isolated, async |stage| {
        let learner = open(stage, &program(code, LinkMode::Model)?).await?;
        learner.click("run").await?;
        learner.wait_for_run("refused").await?;
        let problem = learner.text("diagnostic").await?;
        for piece in [place, message] {
            check(problem.contains(piece), || {
                format!("the problem is told as {problem:?}.")
            })?;
        }
        learner
            .wait_for(&(hook("editor") + " :is(.cm-underline, .cm-underlinedEmpty).cm-error"))
            .await?;
        page_is_well(&learner, code).await
    });
}

#[test]
fn a_syntax_error() {
    is_not_started(
        "syntax-error",
        "print('one')\nwhile True\n    print('two')\n",
        "line 2, column 11",
        "expected ':'",
    );
}

#[test]
fn two_thousand_nested_parentheses() {
    let code = format!("print({}1{})\n", "(".repeat(2_000), ")".repeat(2_000));
    is_not_started("parentheses", &code, "line 1", "too many nested parentheses");
}

#[test]
fn endless_output() {
    ends_alike(
        "endless-output",
        // Long lines: of short ones there would be too many to record first.
        "while True:\n    print('again ' * 20)\n",
        "limit",
        &["MainThread reached the limit on output in line 2."],
    );
}

#[test]
fn a_recursion_without_end() {
    ends_alike(
        "recursion",
        "def down(n):\n    return down(n + 1)\n\n\ndown(0)\n",
        "raised",
        &[
            "RecursionError: maximum recursion depth exceeded",
            "line 2, in down",
        ],
    );
}

#[test]
fn a_list_that_grows_for_ever() {
    ends_alike(
        "growing-list",
        "items = []\nwhile True:\n    items.append([0] * 1000)\n",
        "limit",
        &["MainThread reached the limit on memory in line 3."],
    );
}

#[test]
fn ten_thousand_threads() {
    ends_alike(
        "threads",
        "import threading\n\ngate = threading.Lock()\n\n\ndef wait():\n    with gate:\n        pass\n\n\n\
         with gate:\n    for i in range(10_000):\n        threading.Thread(target=wait).start()\n",
        "raised",
        &["RuntimeError: can't start new thread", "line 13, in <module>"],
    );
}
