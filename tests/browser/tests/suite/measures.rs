//! What is learned from several runs: plots and comparisons.

use crate::steps::{check, open};
use browser_tests::{Host, hook, play};

/// The texts of the cells of a column, or the numbers at the marks of a curve.
const CELLS: &str =
    "Array.from(document.querySelectorAll(\"[data-testid='plot-table'] td\"), (cell) => cell.textContent)";
/// The form of the learner's own plot is open only where the lesson has none.
const UNFOLD: &str = "document.querySelector(\"[data-testid='own-plot']\").open = true";
const MARKS: &str =
    "Array.from(document.querySelectorAll(\"[data-testid='chart-mark']\"), (mark) => mark.dataset.y)";

/// One point for each value, and the table says the same; the run that is shown meanwhile stays, and its states can be looked at.
#[test]
fn a_plot_has_a_point_for_each_value_and_a_table_with_the_same_numbers() {
    play("plot", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update?mode=model&THREADS=3").await?;
        learner.run().await?;
        let shown = learner.figure("trace-digest").await?;
        learner.evaluate(UNFOLD, &[]).await?;
        learner
            .click_on(&(hook("own-plot") + " " + &hook("draw")))
            .await?;
        learner
            .wait_for(&(hook("drawing") + "[data-under-way=false][data-runs='8']"))
            .await?;
        // The number of switches: whole numbers are written in one way only.
        learner
            .click_on(&(hook("figure") + " option:nth-child(3)"))
            .await?;
        let marks = learner.evaluate(MARKS, &[]).await?;
        let cells = learner.evaluate(CELLS, &[]).await?;
        let points = marks.as_array().map_or(0, Vec::len);
        check(points == 8 && marks == cells, || {
            format!("{marks} are drawn, and the table says {cells}.")
        })?;
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
