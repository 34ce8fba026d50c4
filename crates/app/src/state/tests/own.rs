//! The learner's own program, and texts that are put aside.

use super::*;

/// The learner's own program arrives as it was left.
fn own(state: &mut State, left: Draft) -> Vec<Effect> {
    reduce(state, Action::LessonLoaded(Rc::new(Lesson::own()), vec![left]))
}

fn saved(effects: &[Effect]) -> Option<(&str, Option<&str>, Vec<&str>)> {
    effects.iter().find_map(|effect| match effect {
        Effect::SaveDraft {
            lesson, text, kept, ..
        } => Some((
            lesson.as_str(),
            text.as_deref(),
            kept.iter().map(|text| &**text).collect(),
        )),
        _ => None,
    })
}

#[test]
fn a_lessons_program_is_copied_and_what_was_there_is_put_aside() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::SetKind(Kind::Search));
    reduce(&mut state, Action::Edited("theirs\n".to_owned()));
    let effects = reduce(&mut state, Action::CopyToOwn);
    assert_eq!(effects, [Effect::LoadLesson(OWN.to_owned())]);
    let effects = own(&mut state, draft("mine\n"));
    assert_eq!((text(&state), state.kind), ("theirs\n", Kind::Search));
    assert_eq!(
        saved(&effects),
        Some((OWN, Some("theirs\n"), vec!["mine\n"])),
        "both survive a reload"
    );
    reduce(&mut state, Action::Restore);
    assert_eq!(text(&state), "mine\n");
    reduce(&mut state, Action::Restore);
    assert_eq!(text(&state), "theirs\n");
}

#[test]
fn an_empty_program_begins_at_once_where_the_own_one_is_open() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::ChooseLesson(OWN.to_owned()));
    own(&mut state, draft("mine\n"));
    let effects = reduce(&mut state, Action::EmptyOwn);
    assert_eq!(text(&state), "");
    assert_eq!(saved(&effects), Some((OWN, Some(""), vec!["mine\n"])));
}

/// The learner chose a lesson before the own program was there.
#[test]
fn what_is_brought_goes_into_no_other_program() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::EmptyOwn);
    reduce(&mut state, Action::ChooseLesson("other".to_owned()));
    own(&mut state, Draft::default());
    assert!(state.lesson.as_ref().is_some_and(|lesson| lesson.id == "race"));
    reduce(&mut state, Action::LessonLoaded(lesson("other"), vec![]));
    assert_eq!(text(&state), SOURCE);
}

#[test]
fn every_text_that_was_put_aside_comes_round() {
    let mut state = page(SharedMemory::Granted);
    let link = |code: &str| Link {
        lesson: Some("race".to_owned()),
        code: Some(code.to_owned()),
        ..Link::default()
    };
    let open = |state: &mut State, code: &str, left: Draft| {
        reduce(state, Action::LinkOpened(Ok(Box::new(link(code)))));
        reduce(state, Action::LessonLoaded(lesson("race"), vec![left]));
    };
    open(&mut state, "first\n", draft("mine\n"));
    let effects = reduce(&mut state, Action::Edited("first, changed\n".to_owned()));
    assert_eq!(
        saved(&effects),
        Some(("race", Some("first, changed\n"), vec!["mine\n"]))
    );
    let left = Draft {
        text: Some("first, changed\n".to_owned()),
        kept: vec!["mine\n".to_owned()],
    };
    open(&mut state, "second\n", left);
    reduce(&mut state, Action::Reset);
    let seen = [(); 4].map(|()| {
        reduce(&mut state, Action::Restore);
        text(&state).to_owned()
    });
    assert_eq!(seen, ["second\n", "first, changed\n", "mine\n", "second\n"]);
}

/// It would be written over otherwise.
#[test]
fn the_own_program_is_as_it_was_left_where_lessons_cannot_be_had() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::ChooseLesson("other".to_owned()));
    let effects = reduce(&mut state, Action::LessonAbsent("other".to_owned()));
    assert_eq!(effects, [Effect::LoadLesson(OWN.to_owned())]);
    own(&mut state, draft("mine\n"));
    assert_eq!(text(&state), "mine\n");
    assert_eq!(state.notice, Some(words::LESSONS_FAILED.into()));
}
