//! What a learner writes: it is there again after a reload, and whatever a button put aside too.

use crate::steps::{check, holds, open};
use browser_tests::{Host, hook, play};

#[test]
fn a_copy_of_a_lessons_program_outlives_an_empty_one_and_a_reload() {
    play("own", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update?mode=model").await?;
        learner.click("copy-to-own").await?;
        learner.wait_for(&(hook("lesson") + "[data-lesson=own]")).await?;
        learner.wait_until_ready().await?;
        holds(&learner, "import threading").await?;
        learner.click("empty-own").await?;
        learner.wait_for(&hook("undo-reset")).await?;
        learner
            .press(&(hook("editor") + " .cm-content"), "print(6)")
            .await?;
        learner.run().await?;
        let printed = learner.text("console").await?;
        check(printed.trim() == "6", || format!("the console says {printed:?}."))?;
        learner.reload().await?;
        learner.wait_until_ready().await?;
        holds(&learner, "print(6)").await?;
        learner.click("undo-reset").await?;
        holds(&learner, "import threading").await?;
        learner.click("undo-reset").await?;
        holds(&learner, "print(6)").await
    });
}

/// Keys lead through the library, and Escape leaves the page as it was.
#[test]
fn the_library_is_gone_through_by_keys() {
    const DOWN: &str = "\u{e015}";
    const ENTER: &str = "\u{e007}";
    const ESCAPE: &str = "\u{e00c}";
    play("library-keys", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update").await?;
        let focused = "document.activeElement.dataset.testid ?? ''";
        learner.press(&hook("library-open"), ENTER).await?;
        learner.press(&hook("library-search"), ESCAPE).await?;
        learner.wait_for(&(hook("library") + ":not([open])")).await?;
        let focus = learner.evaluate(focused, &[]).await?;
        check(focus == "library-open", || format!("{focus} has the focus."))?;
        learner.press(&hook("library-open"), ENTER).await?;
        learner.press(&hook("library-search"), DOWN).await?;
        let focus = learner.evaluate(focused, &[]).await?;
        check(focus == "library-lesson", || format!("{focus} has the focus."))?;
        learner
            .press(&hook("library-search"), &("philosophers".to_owned() + ENTER))
            .await?;
        learner
            .wait_for(&(hook("lesson") + "[data-lesson='dining-philosophers']"))
            .await?;
        learner.wait_for(&(hook("library") + ":not([open])")).await?;
        Ok(())
    });
}
