//! What several tests do and ask.

use browser_tests::{Learner, Outcome, Stage, hook};
use wire::{Link, LinkMode};

/// Fails with the sentence unless all is well.
pub fn check(fine: bool, sentence: impl FnOnce() -> String) -> Outcome {
    if fine { Ok(()) } else { Err(sentence().into()) }
}

/// A visitor whose page is complete.
pub async fn open(stage: &Stage, fragment: &str) -> Outcome<Learner> {
    let learner = stage.visitor(fragment).await?;
    learner.wait_until_ready().await?;
    Ok(learner)
}

/// The fragment that opens a program which belongs to no lesson.
pub fn program(code: &str, mode: LinkMode) -> Outcome<String> {
    let link = Link {
        code: Some(code.to_owned()),
        mode: Some(mode),
        ..Link::default()
    };
    Ok(link.to_fragment().map_err(|long| long.text().en)?)
}

/// What the console shows, without the line end.
pub async fn printed(learner: &Learner) -> Outcome<String> {
    Ok(learner.text("console").await?.trim().to_owned())
}

/// Lets all outcomes of the open program be found; what each of them prints, in the table's order.
pub async fn all_outcomes(learner: &Learner) -> Outcome<Vec<String>> {
    learner.choose_mode("search").await?;
    learner.click("run").await?;
    learner.wait_for(&(hook("outcomes") + "[data-proof=all]")).await?;
    learner.texts(&(hook("outcome") + " .outcome-output")).await
}

/// Fails unless the shown run ended so.
pub async fn ended(learner: &Learner, possible: &[&str]) -> Outcome {
    let end = learner.figure("end").await?;
    check(possible.contains(&end.as_str()), || {
        format!("the run ended as {end:?}.")
    })
}

/// Fails unless the editor still holds the text, as far as it is in view.
pub async fn holds(learner: &Learner, text: &str) -> Outcome {
    let shown = learner.text("editor").await?;
    // Of a very long line the editor holds no more than can be seen of it.
    let first: String = text.lines().next().unwrap_or_default().chars().take(40).collect();
    check(shown.contains(&first), || format!("the editor holds {shown:?}."))
}
