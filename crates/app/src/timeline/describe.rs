//! What lies under the pointer, in a sentence.

use trace::{LaneState, Nanos, WaitOn};

use super::{Paint, Picture, RowKind};
use crate::i18n::{Language, names, resources, sentences};

/// The sentence for what happened in a row no further than `within` from a time, else for what lasted then.
pub(crate) fn describe_near(
    picture: &Picture,
    row: usize,
    (at, within): (Nanos, Nanos),
    language: Language,
) -> Option<String> {
    let mark = picture.rows.get(row)?.mark_near(at, within);
    match mark.and_then(|mark| picture.trace.events.get(mark.event)) {
        Some(event) => Some(sentences::happened(language, &picture.trace, event)),
        None => describe(picture, row, at, language),
    }
}

/// The sentence for a row at a time; nothing where nothing is known.
pub(crate) fn describe(picture: &Picture, row: usize, at: Nanos, language: Language) -> Option<String> {
    let row = picture.rows.get(row)?;
    let trace = &picture.trace;
    match row.kind {
        RowKind::Fiber(fiber) => {
            let (span, state) = picture.state(fiber, at)?;
            let holder = match state {
                LaneState::Running => None,
                LaneState::GilWait => picture.gil_holder(fiber, at),
                LaneState::Blocked(WaitOn::Lock(lock)) => picture.holder(lock, at),
                LaneState::Blocked(_) => None,
            };
            let length = span.end - span.start;
            Some(sentences::lane(language, trace, fiber, state, (holder, length)))
        }
        RowKind::Task(task) => {
            let state = picture.task_state(task, at)?;
            Some(resources::task_lane(language, trace, task, state))
        }
        RowKind::Level(resource) => {
            let value = row.level_at(at)?;
            Some(resources::level(language, trace, resource, value))
        }
        RowKind::Gil(_) | RowKind::Lock(_) => {
            let what = match row.kind {
                RowKind::Lock(lock) => names::lock(language, trace, lock),
                _ => sentences::the_gil(language).to_owned(),
            };
            Some(match row.span_at(at) {
                Some(span) => match span.paint {
                    Paint::Owner(owner) => {
                        sentences::held(language, trace, &what, owner, span.end - span.start)
                    }
                    _ => return None,
                },
                None => sentences::not_held(language, &what),
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::fixture;

    #[test]
    fn each_row_is_told_in_words() {
        let picture = Picture::of(&Rc::new(fixture::two_threads_and_a_lock()));
        let say = |row, at| describe(&picture, row, at, Language::English).unwrap_or_default();
        assert_eq!(say(0, 350), "MainThread holds the GIL · 200 ns");
        assert_eq!(say(1, 50), "MainThread runs and holds the GIL · 200 ns");
        assert_eq!(
            say(1, 250),
            "MainThread waits for the GIL, held by Thread-1 (work) · 100 ns"
        );
        assert_eq!(
            say(2, 350),
            "Thread-1 (work) waits for lock `lock`, held by MainThread · 200 ns"
        );
        assert_eq!(say(3, 50), "Nobody holds lock `lock`");
        assert_eq!(describe(&picture, 9, 0, Language::English), None);
        let near = describe_near(&picture, 1, (97, 5), Language::English);
        assert_eq!(
            near.as_deref(),
            Some("MainThread acquires lock `lock` · at 100 ns")
        );
    }
}
