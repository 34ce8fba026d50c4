//! Fetches lessons, which lie beside the page.

use std::rc::Rc;

use futures::future::{join, join_all};
use trace::Text;

use crate::{
    browser,
    state::{Draft, Kind, Lesson, LessonEntry, OWN, ProgramInfo, Progress},
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

/// The names under which is remembered how far the learner has come.
const OPENED: &str = "opened";
const ANSWERED: &str = "answered";

/// How far the learner came in earlier visits.
pub(crate) fn progress() -> Progress {
    let lessons = |name| {
        let remembered = storage::read(name).unwrap_or_default();
        remembered.split_whitespace().map(str::to_owned).collect()
    };
    Progress {
        opened: lessons(OPENED),
        answered: lessons(ANSWERED),
    }
}

/// Remembers it.
pub(crate) fn save_progress(progress: &Progress) {
    for (name, lessons) in [(OPENED, &progress.opened), (ANSWERED, &progress.answered)] {
        let lessons: Vec<&str> = lessons.iter().map(String::as_str).collect();
        storage::write(name, Some(&lessons.join(" ")));
    }
}

/// The drafts of a lesson's programs, in their order.
pub(crate) fn drafts(lesson: &Lesson) -> Vec<Draft> {
    let programs = lesson.programs.iter();
    programs
        .map(|program| storage::draft(&lesson.id, &program.id))
        .collect()
}
