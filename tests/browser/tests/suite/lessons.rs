//! Every lesson of the course, one after another: its link opens it, its text is there in both languages, a run of the model
//! answers its question, and the library leads to it.

use crate::steps::{check, open};
use browser_tests::{Host, Learner, Outcome, hook, play};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn lessons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/lessons")
}

fn read(path: &Path) -> Outcome<Value> {
    Ok(serde_json::from_str(&std::fs::read_to_string(path)?)?)
}

/// The lessons' names, in the course's order.
fn course() -> Outcome<Vec<String>> {
    let course = read(&lessons().join("course.json"))?;
    let parts = course.as_array().ok_or("the course is no list.")?;
    let lessons = parts
        .iter()
        .filter_map(|part| part["lessons"].as_array())
        .flatten();
    Ok(lessons
        .filter_map(|lesson| lesson.as_str().map(str::to_owned))
        .collect())
}

/// The lesson that is open is this one, and says what it is to say in the page's language.
async fn is_shown(learner: &Learner, id: &str, manifest: &Value, language: &str) -> Outcome {
    learner
        .wait_for(&format!("{}[data-lesson='{id}']", hook("lesson")))
        .await?;
    let text = learner.text("lesson").await?;
    let title = manifest["title"][language].as_str().unwrap_or_default();
    check(text.starts_with(title), || {
        format!("{id} in {language} begins with {:?}.", text.lines().next())
    })?;
    check(text.chars().count() > 250, || {
        format!("{id} in {language} says {text:?}.")
    })?;
    let question = learner.text("question").await?;
    let asks = manifest["question"]["asks"][language]
        .as_str()
        .unwrap_or_default();
    // Backticks make code of what is between them.
    check(question.contains(&asks.replace('`', "")), || {
        format!("{id} in {language} asks {question:?}.")
    })
}

#[test]
fn every_lesson_opens_from_its_link_and_its_question_is_answered() {
    play("lessons", Host::Isolated, async |stage| {
        let course = course()?;
        // Not from a lesson: a link to the open one loads it again, and forgets a run that has begun meanwhile.
        let learner = open(stage, "play").await?;
        for (place, id) in course.iter().enumerate() {
            let manifest = read(&lessons().join(id).join("lesson.json"))?;
            let models = manifest["modes"]
                .as_array()
                .is_some_and(|modes| modes.iter().any(|mode| mode == "model"));
            let mode = if models { "model" } else { "live" };
            learner.follow(&format!("lesson/{id}?mode={mode}")).await?;
            let language = if place % 2 == 0 { "en" } else { "zh" };
            is_shown(&learner, id, &manifest, language).await?;
            learner
                .wait_for(&format!("{}[data-kind={mode}]", hook("run-region")))
                .await?;
            if models {
                learner.run().await?;
                learner
                    .wait_for(&format!("{}[data-right]", hook("question")))
                    .await
                    .map_err(|error| format!("{id}: {error}"))?;
            }
            learner.click("language").await?;
            let other = if language == "en" { "zh" } else { "en" };
            is_shown(&learner, id, &manifest, other).await?;
        }
        Ok(())
    });
}

#[test]
fn the_library_leads_to_a_lesson() {
    play("library", Host::Isolated, async |stage| {
        let learner = open(stage, "lesson/lost-update").await?;
        learner.click("library-open").await?;
        let all = learner.texts(&hook("library-lesson")).await?;
        check(all.len() == course()?.len(), || format!("{} lessons.", all.len()))?;
        learner.press(&hook("library-search"), "philosophers").await?;
        let found = learner.texts(&hook("library-lesson")).await?;
        check(found.len() == 1, || format!("found are {found:?}."))?;
        learner.click("library-lesson").await?;
        learner
            .wait_for(&(hook("lesson") + "[data-lesson='dining-philosophers']"))
            .await?;
        learner.click("next-lesson").await?;
        learner
            .wait_for(&(hook("lesson") + "[data-lesson='readers-writers']"))
            .await?;
        Ok(())
    });
}
