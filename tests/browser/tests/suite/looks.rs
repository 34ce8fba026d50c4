//! Pictures of a phone, for people to look at: both languages, light and dark, before a run and after.

use crate::steps::{all_outcomes, check};
use browser_tests::{Host, Learner, Outcome, Screen, play};

/// The page's looks: each comes from the one before by these buttons.
const LOOKS: [(&str, &[&str]); 4] = [
    ("en-light", &["theme"]),
    ("en-dark", &["theme"]),
    ("zh-dark", &["language"]),
    // From dark over the system's choice to light.
    ("zh-light", &["theme", "theme"]),
];

async fn pictures(learner: &Learner, of: &str, regions: &[&str]) -> Outcome {
    for (look, buttons) in LOOKS {
        for button in buttons {
            learner.click(button).await?;
        }
        for region in regions {
            learner.scroll_to(region).await?;
            let name = region.trim_start_matches(['.', '#']);
            learner.picture(&format!("{of}-{look}-{name}")).await?;
        }
    }
    // Back to English as the system has it, where the next round begins.
    for button in ["language", "theme", "theme"] {
        learner.click(button).await?;
    }
    Ok(())
}

#[test]
fn a_phone() {
    play("phone", Host::Isolated, async |stage| {
        let learner = stage
            .visitor_with(Screen::Phone, "lesson/lost-update?THREADS=3&WAIT=0.001")
            .await?;
        learner.wait_until_ready().await?;
        pictures(&learner, "before", &["body", "#program", ".editor"]).await?;
        learner.run().await?;
        pictures(&learner, "after", &[".run", ".stepper", ".timings"]).await?;
        all_outcomes(&learner).await?;
        learner.picture("outcomes").await?;
        let beyond = learner.beyond_the_edge().await?;
        check(beyond == 0, || {
            format!("the page is {beyond} pixels wider than the screen.")
        })
    });
}
