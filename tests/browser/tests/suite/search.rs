//! All outcomes of a program: they hold whatever a real run prints, and each can be shown.

use crate::steps::{all_outcomes, check, open, printed};
use browser_tests::{Host, hook, play};

#[test]
fn what_real_threads_print_is_among_all_outcomes() {
    play("live-among-outcomes", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update?mode=live&THREADS=3&WAIT=0.001").await?;
        learner.run().await?;
        learner.picture("live").await?;
        let printed = printed(&learner).await?;
        let possible = all_outcomes(&learner).await?;
        check(possible.contains(&printed), || {
            format!("the console says {printed:?}, search found {possible:?}.")
        })
    });
}

#[test]
fn each_outcome_can_be_shown() {
    play("show-outcome", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update?THREADS=3").await?;
        let outcomes = all_outcomes(&learner).await?;
        check(outcomes.len() > 1, || format!("search found {outcomes:?}."))?;
        learner.picture("found").await?;
        for (index, outcome) in outcomes.iter().enumerate() {
            let row = format!("{}:nth-of-type({})", hook("outcome"), index + 1);
            learner
                .run_with(&format!("{row} {}:enabled", hook("show-outcome")))
                .await?;
            let printed = printed(&learner).await?;
            check(printed == *outcome, || {
                format!("the outcome is {outcome:?}, its run prints {printed:?}.")
            })?;
        }
        Ok(())
    });
}
