//! Links that cannot be followed: each says why, and the page is whole all the same.

use crate::steps::{check, holds, open};
use browser_tests::{Host, hook, play};

/// Types into an open program, follows a bad link, and looks at what is said and at what is left.
fn is_refused(name: &str, fragment: &str, sentence: &str) {
    play(name, Host::Isolated, async |stage| {
        let learner = open(stage, "play").await?;
        let typed = "# as I typed it";
        learner
            .press(&(hook("editor") + " .cm-content"), &format!("{typed}\n"))
            .await?;
        learner.follow(fragment).await?;
        let notice = learner.text("notice").await?;
        check(notice.contains(sentence), || {
            format!("the message is {notice:?}.")
        })?;
        holds(&learner, typed).await?;

        // So it is for a page that is opened with it.
        let newcomer = open(stage, fragment).await?;
        let notice = newcomer.text("notice").await?;
        check(notice.contains(sentence), || {
            format!("the message is {notice:?}.")
        })?;
        newcomer.wait_for(&(hook("run") + ":enabled")).await?;
        newcomer.choose_mode("model").await?;
        newcomer.run().await
    });
}

#[test]
fn a_broken_link() {
    is_refused(
        "broken-link",
        "play?code=nothing-that-unpacks",
        "its part “code” was changed or cut",
    );
}

#[test]
fn a_link_of_an_unknown_version() {
    is_refused(
        "unknown-version",
        "lesson/lost-update?v=2",
        "made by a newer version of this page (link format 2)",
    );
}

#[test]
fn an_address_that_is_no_link() {
    is_refused("no-link", "lessons/lost-update", "nothing that this page knows");
}

#[test]
fn a_parameter_out_of_its_range() {
    play("parameter-range", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update?THREADS=1000").await?;
        let notice = learner.text("notice").await?;
        check(
            notice.contains("Line 4: THREADS must lie between 1 and 100, not 1000."),
            || format!("the message is {notice:?}."),
        )?;
        // The program is its author's.
        let threads = learner.value("slider-THREADS").await?;
        check(threads == "100", || format!("the slider stands at {threads}."))?;
        learner.wait_for(&(hook("run") + ":enabled")).await?;
        Ok(())
    });
}
