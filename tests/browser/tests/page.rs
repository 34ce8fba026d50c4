//! The page as a learner meets it, end to end.

use browser_tests::{Host, Learner, Outcome, Stage, hook, play};
use wire::{Link, LinkMode};

/// Keys by their WebDriver code points.
const HOME: &str = "\u{e011}";
const RIGHT: &str = "\u{e014}";

fn check(fine: bool, sentence: impl FnOnce() -> String) -> Outcome {
    if fine { Ok(()) } else { Err(sentence().into()) }
}

async fn figure(learner: &Learner, name: &str) -> Outcome<String> {
    learner
        .attribute(&hook("run-region"), &format!("data-{name}"))
        .await
}

/// Opens the lost update with few threads and runs its model.
async fn run_lost_update(stage: &Stage) -> Outcome<Learner> {
    let learner = stage.visitor("lesson/lost-update").await?;
    learner.wait_until_ready().await?;
    learner.choose_mode("model").await?;
    learner
        .press("slider-THREADS", &(HOME.to_owned() + &RIGHT.repeat(3)))
        .await?;
    let threads = learner.value("slider-THREADS").await?;
    check(threads == "4", || format!("the slider stands at {threads}."))?;
    learner.click("run").await?;
    learner.wait_until_finished().await?;
    Ok(learner)
}

#[test]
fn a_slider_and_a_run_of_the_model() {
    play("slider", Host::Isolated, async |stage| {
        let learner = run_lost_update(stage).await?;
        // Four threads read 4 before any of them writes: three updates are lost.
        let console = learner.text("console").await?;
        check(console.trim() == "left: 3", || {
            format!("the console says {console:?}.")
        })?;
        let end = figure(&learner, "end").await?;
        check(end == "finished", || format!("the run ended as {end}."))
    });
}

#[test]
fn a_shared_run_is_the_same_run() {
    play("share", Host::Isolated, async |stage| {
        let first = run_lost_update(stage).await?;
        first.click("share").await?;
        let link = first.value("share-link").await?;
        let fragment = link.split_once('#').ok_or("the link has no fragment.")?.1;
        let second = stage.visitor(fragment).await?;
        second.wait_until_ready().await?;
        let state = figure(&second, "run-state").await?;
        check(state == "idle", || format!("the link alone set the run {state}."))?;
        second.click("show-shared").await?;
        second.wait_until_finished().await?;
        let digests = (
            figure(&first, "trace-digest").await?,
            figure(&second, "trace-digest").await?,
        );
        check(digests.0 == digests.1, || {
            format!("the runs differ: {digests:?}.")
        })
    });
}

#[test]
fn an_endless_loop_can_be_stopped() {
    play("endless", Host::Isolated, async |stage| {
        let link = Link {
            code: Some("turns = 0\nwhile True:\n    turns += 1\n".to_owned()),
            mode: Some(LinkMode::Model),
            ..Link::default()
        };
        let learner = stage
            .visitor(&link.to_fragment().map_err(|_| "the link is too long.")?)
            .await?;
        learner.wait_until_ready().await?;
        learner.click("run").await?;
        learner
            .wait_for(&(hook("run-region") + ":is([data-run-state=running],[data-run-state=finished])"))
            .await?;
        // On a fast machine the limit may be there before the click; then the button is off, and the click does nothing.
        learner.wait_for(&hook("stop")).await?.click().await?;
        learner.wait_until_finished().await?;
        let end = figure(&learner, "end").await?;
        check(["stopped", "limit"].contains(&end.as_str()), || {
            format!("the run ended as {end}.")
        })?;
        let banner = learner.text("banner").await?;
        check(!banner.trim().is_empty(), || {
            "nothing is said about the end.".to_owned()
        })?;
        let text = learner.text("editor").await?;
        check(text.contains("while True:"), || {
            format!("the editor holds {text:?}.")
        })
    });
}

#[test]
fn the_language_changes_and_is_remembered() {
    play("language", Host::Isolated, async |stage| {
        let learner = stage.visitor("lesson/lost-update").await?;
        learner.wait_for("html[lang=en]").await?;
        let english = learner.text("run").await?;
        learner.click("language").await?;
        learner.wait_for("html[lang=zh-Hans]").await?;
        let chinese = learner.text("run").await?;
        check(english != chinese, || format!("Run is still called {chinese}."))?;
        learner.reload().await?;
        learner.wait_for("html[lang=zh-Hans]").await?;
        Ok(())
    });
}

#[test]
fn a_broken_link_says_so() {
    play("broken", Host::Isolated, async |stage| {
        let learner = stage.visitor("play?code=nothing-that-unpacks").await?;
        let notice = learner.text("notice").await?;
        check(!notice.trim().is_empty(), || "the message is empty.".to_owned())?;
        // The page is whole all the same.
        learner.wait_until_ready().await?;
        learner.wait_for(&(hook("run") + ":enabled")).await?;
        Ok(())
    });
}

#[test]
fn without_isolation_live_is_off_and_the_model_runs() {
    play("not-isolated", Host::NotIsolated, async |stage| {
        let learner = stage.visitor("lesson/lost-update").await?;
        learner.wait_until_ready().await?;
        learner.wait_for(&(hook("mode-live") + ":disabled")).await?;
        let reason = learner.text("live-off").await?;
        check(reason.contains("cross-origin isolated"), || {
            format!("the reason given is {reason:?}.")
        })?;
        learner.choose_mode("model").await?;
        learner.click("run").await?;
        learner.wait_until_finished().await?;
        let console = learner.text("console").await?;
        check(console.contains("left:"), || {
            format!("the console says {console:?}.")
        })
    });
}

#[test]
fn a_live_run_is_on_workers_and_can_be_repeated_elsewhere() {
    play("live", Host::Isolated, async |stage| {
        let first = stage
            .visitor("lesson/lost-update?mode=live&THREADS=3&WAIT=0.001")
            .await?;
        first.wait_until_ready().await?;
        first.click("run").await?;
        first.wait_until_finished().await?;
        let workers: u32 = figure(&first, "workers").await?.parse()?;
        check(workers >= 2, || format!("{workers} workers executed Python."))?;
        // Search of three threads that read, wait and write finds these outcomes and no others.
        let console = first.text("console").await?;
        let possible = ["left: 0", "left: 1", "left: 2"];
        check(possible.contains(&console.trim()), || {
            format!("the console says {console:?}.")
        })?;
        first.click("share").await?;
        let link = first.value("share-link").await?;
        let fragment = link.split_once('#').ok_or("the link has no fragment.")?.1;
        let second = stage.visitor(fragment).await?;
        second.wait_until_ready().await?;
        second.click("show-shared").await?;
        second.wait_until_finished().await?;
        let digests = (
            figure(&first, "trace-digest").await?,
            figure(&second, "trace-digest").await?,
        );
        check(digests.0 == digests.1, || {
            format!("the runs differ: {digests:?}.")
        })
    });
}

#[test]
fn a_live_endless_loop_can_be_stopped() {
    play("live-endless", Host::Isolated, async |stage| {
        let link = Link {
            code: Some("turns = 0\nwhile True:\n    turns += 1\n".to_owned()),
            mode: Some(LinkMode::Live),
            ..Link::default()
        };
        let learner = stage
            .visitor(&link.to_fragment().map_err(|_| "the link is too long.")?)
            .await?;
        learner.wait_until_ready().await?;
        learner.click("run").await?;
        learner
            .wait_for(&(hook("run-region") + "[data-run-state=running]"))
            .await?;
        learner.click("stop").await?;
        learner.wait_until_finished().await?;
        let end = figure(&learner, "end").await?;
        check(end == "stopped", || format!("the run ended as {end}."))
    });
}
