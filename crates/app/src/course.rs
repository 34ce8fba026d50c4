//! Fetches lessons, which lie beside the page.

use std::rc::Rc;

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
    let entries = sections.into_iter().flat_map(|section| section.lessons);
    let entries = entries.map(|entry| LessonEntry {
        id: entry.id,
        section: entry.section,
        title: entry.title,
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
    })
}

/// The drafts of a lesson's programs, in their order.
pub(crate) fn drafts(lesson: &Lesson) -> Vec<Option<String>> {
    let programs = lesson.programs.iter();
    programs
        .map(|program| storage::read(&storage::draft(&lesson.id, &program.id)))
        .collect()
}
