//! A lesson: its sliders, and the language of the page.

use crate::steps::{check, ended, open, printed};
use browser_tests::{Host, hook, play};

/// Keys by their WebDriver code points.
const HOME: &str = "\u{e011}";
const RIGHT: &str = "\u{e014}";

#[test]
fn a_slider_and_a_run_of_the_model() {
    play("slider", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update").await?;
        learner.choose_mode("model").await?;
        let slider = hook("slider-THREADS");
        learner
            .press(&slider, &(HOME.to_owned() + &RIGHT.repeat(3)))
            .await?;
        let threads = learner.value("slider-THREADS").await?;
        check(threads == "4", || format!("the slider stands at {threads}."))?;
        learner.run().await?;
        // Four threads read 4 before any of them writes: three updates are lost.
        let printed = printed(&learner).await?;
        check(printed == "left: 3", || format!("the console says {printed:?}."))?;
        ended(&learner, &["finished"]).await
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
