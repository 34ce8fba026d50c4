//! Browsers and hosts that grant no shared memory: Live is off and says why, all else works.

use crate::steps::{all_outcomes, check, ended, open, printed};
use browser_tests::{Browser, Host, Outcome, Stage, hook, play, play_in};

/// Live is off for this reason; the model and the search of all outcomes work.
async fn works_without_threads(stage: &Stage, why: &str) -> Outcome {
    let learner = open(stage, "lesson/lost-update?THREADS=3&WAIT=0.001").await?;
    learner.wait_for(&(hook("mode-live") + ":disabled")).await?;
    let reason = learner.text("live-off").await?;
    check(reason.contains(why), || {
        format!("the reason given is {reason:?}.")
    })?;

    learner.choose_mode("model").await?;
    learner.run().await?;
    ended(&learner, &["finished"]).await?;
    let printed = printed(&learner).await?;
    check(printed.starts_with("left: "), || {
        format!("the console says {printed:?}.")
    })?;
    learner.picture("model").await?;

    let outcomes = all_outcomes(&learner).await?;
    check(outcomes.contains(&printed), || {
        format!("the model printed {printed:?}, search found {outcomes:?}.")
    })
}

#[test]
fn chromium_without_isolation() {
    play("chromium-not-isolated", Host::NotIsolated, async |stage| {
        works_without_threads(stage, "not cross-origin isolated").await
    });
}

#[test]
fn firefox_without_isolation() {
    play_in(
        Browser::Firefox,
        Host::NotIsolated,
        "firefox-not-isolated",
        async |stage| works_without_threads(stage, "not cross-origin isolated").await,
    );
}

#[test]
fn webkit_without_shared_memory() {
    play_in(
        Browser::WebKit,
        Host::Isolated,
        "webkit-isolated",
        async |stage| works_without_threads(stage, "this browser has no shared memory").await,
    );
}
