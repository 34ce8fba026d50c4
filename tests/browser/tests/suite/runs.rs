//! Runs on the model and on real workers: shared and stopped alike.

use crate::steps::{check, ended, holds, open, program};
use browser_tests::{Host, Learner, Outcome, Stage, hook, play};
use trace::Policy;
use wire::LinkMode;

/// The lesson's program with few threads and short waits.
const FEW: &str = "THREADS=4&WAIT=0.001";

/// Shares the run that is shown, and opens the link in a fresh profile: nothing starts by itself, and the run is the same.
async fn comes_again_elsewhere(stage: &Stage, first: &Learner) -> Outcome {
    first.click("share").await?;
    let link = first.value("share-link").await?;
    let (_, fragment) = link.split_once('#').ok_or("the link has no fragment.")?;
    let second = open(stage, fragment).await?;
    let state = second.figure("run-state").await?;
    check(state == "idle", || format!("the link alone set the run {state}."))?;
    second.run_with(&hook("show-shared")).await?;
    let digests = (
        first.figure("trace-digest").await?,
        second.figure("trace-digest").await?,
    );
    check(digests.0 == digests.1, || {
        format!("the runs differ: {digests:?}.")
    })
}

#[test]
fn a_shared_model_run_is_the_same_run() {
    play("share-model", Host::Isolated, async |stage| {
        let learner = open(stage, &format!("lesson/lost-update?mode=model&{FEW}")).await?;
        learner.run().await?;
        comes_again_elsewhere(stage, &learner).await
    });
}

#[test]
fn a_shared_live_run_is_the_same_run() {
    play("share-live", Host::Isolated, async |stage| {
        let learner = open(stage, &format!("lesson/lost-update?mode=live&{FEW}")).await?;
        learner.run().await?;
        let workers: u32 = learner.figure("workers").await?.parse()?;
        check(workers >= 2, || format!("{workers} workers executed Python."))?;
        comes_again_elsewhere(stage, &learner).await
    });
}

/// Processes that race for shared memory, on workers that execute at the same time: the order of all that is in the link.
#[test]
fn a_shared_live_run_of_processes_is_the_same_run() {
    play("share-processes", Host::Isolated, async |stage| {
        let code = "from multiprocessing import Process, Value
counter = Value('i', 0, lock=False)
def work():
    for _ in range(3):
        counter.value += 1
workers = [Process(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(counter.value, [worker.exitcode for worker in workers])
";
        let learner = open(stage, &program(code, LinkMode::Live)?).await?;
        learner.run().await?;
        ended(&learner, &["finished"]).await?;
        let console = learner.text("console").await?;
        check(console.contains("[0, 0, 0]"), || {
            format!("the console says {console:?}.")
        })?;
        let workers: u32 = learner.figure("workers").await?.parse()?;
        check(workers >= 2, || format!("{workers} workers executed Python."))?;
        comes_again_elsewhere(stage, &learner).await
    });
}

/// Timers of an event loop, many tasks, and calls from other threads wake a loop that awaits on its worker.
#[test]
fn event_loops_of_a_live_run_await_on_their_workers() {
    play("live-asyncio", Host::Isolated, async |stage| {
        let code = "import asyncio, threading, time
async def nap(n):
    await asyncio.sleep(0.02 + n % 5 / 100)
    return n
async def main():
    print(sum(await asyncio.gather(*(nap(n) for n in range(40)))))
    for _ in range(5):
        await asyncio.sleep(0.001)
    print(await asyncio.to_thread(lambda: time.sleep(0.05) or 'thread'))
    loop = asyncio.get_running_loop()
    called = asyncio.Event()
    threading.Timer(0.05, loop.call_soon_threadsafe, [called.set]).start()
    await called.wait()
    print('called')
asyncio.run(main())
";
        let learner = open(stage, &program(code, LinkMode::Live)?).await?;
        learner.run().await?;
        ended(&learner, &["finished"]).await?;
        let console = learner.text("console").await?;
        check(
            ["780", "thread", "called"]
                .iter()
                .all(|line| console.contains(line)),
            || format!("the console says {console:?}."),
        )?;
        comes_again_elsewhere(stage, &learner).await
    });
}

/// An event loop that nobody calls any more, with timers in an hour: it awaits, and is stopped.
#[test]
fn a_live_run_is_drawn_while_it_goes_on_and_an_event_loop_can_be_stopped() {
    play("live-grows", Host::Isolated, async |stage| {
        let code = "import asyncio, threading, time
threading.Thread(target=time.sleep, args=(3600,), name='sleeper').start()
asyncio.run(asyncio.sleep(3600))
";
        let learner = open(stage, &program(code, LinkMode::Live)?).await?;
        learner.click("run").await?;
        learner.wait_for_run("running").await?;
        learner.wait_for(&hook("timeline-canvas")).await?;
        let timings = learner.text("timings").await?;
        check(timings.contains("sleeper"), || {
            format!("of the run under way is said {timings:?}.")
        })?;
        learner.click("stop").await?;
        learner.wait_until_finished().await?;
        ended(&learner, &["stopped"]).await
    });
}

/// Runs a loop without end and stops it.
async fn can_be_stopped(stage: &Stage, mode: LinkMode) -> Outcome {
    let endless = "turns = 0\nwhile True:\n    turns += 1\n";
    let learner = open(stage, &program(endless, mode)?).await?;
    learner.click("run").await?;
    learner.wait_for_run("running").await?;
    learner.click("stop").await?;
    learner.wait_until_finished().await?;
    ended(&learner, &["stopped"]).await?;
    let banner = learner.text("banner").await?;
    check(banner.contains("You stopped the run"), || {
        format!("of the end is said {banner:?}.")
    })?;
    holds(&learner, endless).await
}

#[test]
fn an_endless_loop_on_the_model_can_be_stopped() {
    play("stop-model", Host::Isolated, async |stage| {
        can_be_stopped(stage, LinkMode::Model).await
    });
}

#[test]
fn an_endless_loop_on_workers_can_be_stopped() {
    play("stop-live", Host::Isolated, async |stage| {
        can_be_stopped(stage, LinkMode::Live).await
    });
}

#[test]
fn a_live_deadlock_is_told_and_explained() {
    play("live-deadlock", Host::Isolated, async |stage| {
        let code = "import threading
lock = threading.Lock()
lock.acquire()
thread = threading.Thread(target=lock.acquire)
thread.start()
thread.join()
";
        let learner = open(stage, &program(code, LinkMode::Live)?).await?;
        learner.click("run").await?;
        learner.wait_for(&(hook("status") + " .bad")).await?;
        let status = learner.text("status").await?;
        check(status.contains("waits for another"), || {
            format!("the page says {status:?}.")
        })?;
        learner.click("stop").await?;
        learner.wait_until_finished().await?;
        ended(&learner, &["deadlock"]).await?;
        let circle = learner.text("circle").await?;
        check(circle.contains("MainThread → Thread-1"), || {
            format!("the picture says {circle:?}.")
        })
    });
}

/// What a link says of the model is what the page shows and does, and offers to change.
#[test]
fn every_policy_of_a_link_is_shown_and_runs() {
    play("policies", Host::Isolated, async |stage| {
        let settings =
            |policy: &str| format!("lesson/lost-update?mode=model&policy={policy}&cores=2&gil=0&{FEW}");
        let learner = open(stage, &settings("cpython")).await?;
        for policy in Policy::ALL {
            learner.follow(&settings(policy.word())).await?;
            learner
                .wait_for(&format!(
                    "{} option[value={}]:checked",
                    hook("policy"),
                    policy.word()
                ))
                .await?;
            let cores = learner.value("cores").await?;
            check(cores == "2", || format!("{cores} processors."))?;
            learner.run().await?;
            ended(&learner, &["finished"]).await?;
        }
        Ok(())
    });
}
