//! What is learned from several runs: plots and comparisons.

use crate::steps::{check, open};
use browser_tests::{Host, Learner, Outcome, hook, play};

/// The figures of the drawn plot: at its marks, and in its table.
const MARKS: &str =
    "Array.from(document.querySelectorAll(\"[data-testid='chart-mark']\"), (mark) => Number(mark.dataset.y))";
const CELLS: &str = "Array.from(document.querySelectorAll(\"[data-testid='plot-table'] td\"), (cell) => Number(cell.textContent))";

/// The form of the learner's own plot is open only where the lesson has none.
const UNFOLD: &str = "document.querySelector(\"[data-testid='own-plot']\").open = true";

/// Fails unless so many points are drawn, and the table says the same, in three digits.
async fn are_drawn(learner: &Learner, points: usize) -> Outcome {
    learner
        .wait_for(&format!(
            "{}[data-under-way=false][data-runs='{points}']",
            hook("drawing")
        ))
        .await?;
    let marks = learner.evaluate(MARKS, &[]).await?;
    let cells = learner.evaluate(CELLS, &[]).await?;
    let numbers = |figures: &serde_json::Value| -> Vec<f64> {
        let figures = figures.as_array().into_iter().flatten();
        figures.filter_map(serde_json::Value::as_f64).collect()
    };
    let (drawn, told) = (numbers(&marks), numbers(&cells));
    let mut pairs = drawn.iter().zip(&told);
    let same = pairs.all(|(drawn, told)| (drawn - told).abs() <= 0.005 * drawn.abs());
    check(drawn.len() == points && told.len() == points && same, || {
        format!("{marks} are drawn, and the table says {cells}.")
    })
}

#[test]
fn a_lessons_plot_has_a_point_for_each_value() {
    play("plot", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lock").await?;
        learner.click("draw").await?;
        are_drawn(&learner, 6).await
    });
}

/// The run that is shown meanwhile stays, and its states can be looked at.
#[test]
fn a_plot_of_the_learners_own_leaves_the_shown_run_alone() {
    play("own-plot", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update?mode=model&THREADS=3").await?;
        learner.run().await?;
        let shown = learner.figure("trace-digest").await?;
        learner.evaluate(UNFOLD, &[]).await?;
        learner
            .click_on(&(hook("own-plot") + " " + &hook("draw")))
            .await?;
        are_drawn(&learner, 8).await?;
        // From the time to the number of switches.
        learner
            .click_on(&(hook("figure") + " option:nth-child(3)"))
            .await?;
        are_drawn(&learner, 8).await?;
        check(learner.figure("trace-digest").await? == shown, || {
            "another run is shown.".to_owned()
        })?;
        learner.press(&hook("timeline"), "\u{e011}").await?;
        learner.wait_for(&(hook("state") + "[data-step='0']")).await?;
        Ok(())
    });
}

#[test]
fn all_programs_of_a_lesson_are_compared() {
    play("compare", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update?mode=model&THREADS=3").await?;
        let programs = learner.texts(&(hook("variants") + " label")).await?;
        learner.click("compare-all").await?;
        let done = format!(
            "{}[data-under-way=false][data-runs='{}']",
            hook("compare"),
            programs.len()
        );
        learner.wait_for(&done).await?;
        let compared = learner.texts(&(hook("compared") + " .compared")).await?;
        check(programs.len() > 1 && compared == programs, || {
            format!("of {programs:?} the page compares {compared:?}.")
        })
    });
}
