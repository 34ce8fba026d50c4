//! Fetches lessons, which lie beside the page.

use std::{collections::BTreeSet, rc::Rc};

use futures::future::{join, join_all};
use trace::Text;

use crate::{
    browser,
    state::{Kind, Lesson, LessonEntry, OWN, ProgramInfo},
    storage,
};

/// The list of lessons.
pub(crate) async fn load() -> Option<Vec<LessonEntry>> {
    let sections = lesson::course(&browser::fetch_text("lessons/index.json").await?).ok()?;
    let entries = sections.into_iter().flat_map(|section| {
        let part = section.title;
        section.lessons.into_iter().map(move |entry| LessonEntry {
            id: entry.id,
            section: entry.section,
            part: part.clone(),
            title: entry.title,
            about: entry.about,
        })
    });
    Some(entries.collect())
}

/// A lesson with its programs and texts, all parts at once.
pub(crate) async fn load_lesson(id: &str) -> Option<Lesson> {
    if id == OWN {
        return Some(Lesson::own());
    }
    let file = |name: &str| {
        let address = format!("lessons/{id}/{name}");
        async move { browser::fetch_text(&address).await }
    };
    let texts = join(file("en.html"), file("zh.html"));
    let (manifest, (en, zh)) = join(file("lesson.json"), texts).await;
    let manifest = lesson::manifest(&manifest?).ok()?;
    let sources = join_all(manifest.programs.iter().map(|program| file(&program.file))).await;
    let model = manifest.model();
    let kind = manifest
        .modes
        .first()
        .map_or(Kind::Live, |mode| Kind::of_link(*mode));
    let views = manifest.views;
    let question = manifest.question.map(Rc::new);
    let plots = manifest.plots.into_iter().map(Rc::new).collect();
    let programs = manifest
        .programs
        .into_iter()
        .zip(sources)
        .map(|(program, source)| {
            Some(ProgramInfo {
                id: program.id().to_owned(),
                title: program.title,
                source: Rc::from(source?),
            })
        })
        .collect::<Option<Vec<_>>>()
        .filter(|programs| !programs.is_empty())?;
    Some(Lesson {
        id: manifest.id,
        title: manifest.title,
        html: Text::new(en?, zh?),
        model,
        kind,
        programs,
        plots,
        question,
        views,
    })
}

/// The name under which is remembered which lessons' questions the learner has answered rightly.
const ANSWERED: &str = "answered";

/// The lessons whose questions the learner has answered rightly.
pub(crate) fn answered() -> BTreeSet<String> {
    let remembered = storage::read(ANSWERED).unwrap_or_default();
    remembered.split_whitespace().map(str::to_owned).collect()
}

/// Remembers them.
pub(crate) fn remember_answered(lessons: &BTreeSet<String>) {
    let lessons: Vec<&str> = lessons.iter().map(String::as_str).collect();
    storage::write(ANSWERED, Some(&lessons.join(" ")));
}

/// The drafts of a lesson's programs, in their order.
pub(crate) fn drafts(lesson: &Lesson) -> Vec<Option<String>> {
    let programs = lesson.programs.iter();
    programs
        .map(|program| storage::read(&storage::draft(&lesson.id, &program.id)))
        .collect()
}
