//! What goes wrong around a run: pages that are left, tabs in the background, workers that die, and very many runs.

use crate::steps::{check, ended, open, printed, program};
use browser_tests::{Host, Learner, Outcome, hook, number, play};
use serde_json::json;
use std::time::Duration;
use wire::LinkMode;

const ENDLESS: &str = "import threading, time
def work():
    while True:
        pass
for _ in range(4):
    threading.Thread(target=work).start()
    threading.Thread(target=time.sleep, args=(1000,)).start()
";

/// Opens another program, and runs it.
async fn says_well(learner: &Learner) -> Outcome {
    learner
        .follow(&program("print('well')\n", LinkMode::Live)?)
        .await?;
    learner.run().await?;
    let printed = printed(learner).await?;
    check(printed == "well", || format!("the console says {printed:?}."))
}

#[test]
fn a_page_that_is_loaded_again_during_a_run_runs_again() {
    play("reload", Host::Isolated, async |stage| {
        let learner = open(stage, &program(ENDLESS, LinkMode::Live)?).await?;
        for _ in 0..3 {
            learner.click("run").await?;
            learner.wait_for_run("running").await?;
            learner.reload().await?;
            learner.wait_until_ready().await?;
        }
        says_well(&learner).await
    });
}

/// Browsers let the timers of tabs in the background wait for a second or more; those of a run are not among them.
#[test]
fn a_run_goes_on_while_its_tab_is_in_the_background() {
    play("background", Host::Isolated, async |stage| {
        let code = "import asyncio, threading, time
start = time.perf_counter()
threading.Thread(target=lambda: [time.sleep(0.01) for _ in range(100)]).start()
async def main():
    for _ in range(100):
        await asyncio.sleep(0.01)
asyncio.run(main())
print('seconds', time.perf_counter() - start)
";
        let learner = open(stage, &program(code, LinkMode::Live)?).await?;
        learner.click("run").await?;
        learner.wait_for_run("running").await?;
        let client = learner.client();
        let tab = client.window().await?;
        let other = client.new_window(true).await?;
        client.switch_to_window(other.handle).await?;
        tokio::time::sleep(Duration::from_secs(3)).await;
        client.switch_to_window(tab).await?;
        learner.wait_until_finished().await?;
        ended(&learner, &["finished"]).await?;
        let printed = printed(&learner).await?;
        let seconds: f64 = printed.trim_start_matches("seconds ").parse()?;
        check(seconds < 2.5, || format!("a second took {seconds} s."))
    });
}

/// Tells the worker until the run is over: it may not have started when it is told first.
const DIE: &str = "void (() => {
    const channel = new BroadcastChannel('die');
    const tell = () => {
        if (document.querySelector('[data-testid=run-region]').dataset.runState !== 'running') return;
        channel.postMessage('');
        setTimeout(tell, 100);
    };
    tell();
})()";

#[test]
fn after_a_worker_has_died_the_next_run_works() {
    play("dying-worker", Host::DyingWorkers, async |stage| {
        let learner = open(stage, &program(ENDLESS, LinkMode::Live)?).await?;
        learner.click("run").await?;
        learner.wait_for_run("running").await?;
        learner.evaluate(DIE, &[]).await?;
        learner.wait_for_run("failed").await?;
        let status = learner.text("status").await?;
        check(status.contains("engine"), || format!("the page says {status:?}."))?;
        learner.wait_until_ready().await?;
        says_well(&learner).await
    });
}

/// Starts a run and stops it, so many times over.
const ROUNDS: &str = "(async (times) => {
    const region = document.querySelector('[data-testid=run-region]');
    const button = (name) => document.querySelector(`[data-testid=${name}]`);
    const until = (states) => new Promise((resolve) => {
        const look = () => (states.includes(region.dataset.runState) ? resolve() : setTimeout(look, 1));
        look();
    });
    let slowest = 0;
    for (let round = 0; round < times; round += 1) {
        button('run').click();
        await until(['running']);
        await new Promise((resolve) => setTimeout(resolve, 20));
        const start = performance.now();
        button('stop').click();
        await until(['finished']);
        slowest = Math.max(slowest, performance.now() - start);
    }
    return slowest;
})(arguments[0])";

#[test]
fn two_hundred_runs_can_be_started_and_stopped() {
    play("rounds", Host::Isolated, async |stage| {
        let learner = open(stage, &program(ENDLESS, LinkMode::Live)?).await?;
        learner.wait_for(&hook("run")).await?;
        let mut slowest = 0.0_f64;
        // A script may take half a minute.
        for _ in 0..10 {
            let stop = number(&learner.evaluate(ROUNDS, &[json!(20)]).await?)?;
            slowest = slowest.max(stop);
        }
        println!("the slowest of 200 stops took {slowest} ms");
        says_well(&learner).await
    });
}
