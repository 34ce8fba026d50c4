//! The lesson's question: when a run answers it, and when it is not asked.

use super::*;

/// A page whose lesson asks how the run ends; the runs of these tests end well.
fn asking(shared_memory: SharedMemory) -> State {
    asking_with(shared_memory, "finished")
}

/// The second answer is true of runs that end so.
fn asking_with(shared_memory: SharedMemory, end: &str) -> State {
    let mut state = page(shared_memory);
    let json = format!(
        r#"{{"asks": {{"en": "?", "zh": "？"}}, "answers": [
        {{"says": {{"en": "no", "zh": "否"}}, "when": {{"end": "deadlock"}}}},
        {{"says": {{"en": "yes", "zh": "是"}}, "when": {{"end": "{end}"}}}}]}}"#
    );
    let question: lesson::Question = serde_json::from_str(&json).expect("a question");
    let mut asking = (*lesson("race")).clone();
    asking.question = Some(Rc::new(question));
    reduce(&mut state, Action::LessonLoaded(Rc::new(asking), vec![]));
    state
}

fn run(state: &mut State) -> Vec<Effect> {
    reduce(state, Action::Run);
    finish(state)
}

/// How a live run of which this is known ends when the learner stops it.
fn stopped(state: &mut State, stuck: bool) {
    reduce(state, Action::Run);
    let run = RunId(state.run.id);
    let progress = wire::Progress {
        stuck,
        ..wire::Progress::default()
    };
    say(state, Reply::Progress { run, progress });
    reduce(state, Action::Stop);
    let mut trace = fixture::two_threads_and_a_lock();
    trace.end = trace::End::Stopped;
    let result = RunResult {
        trace,
        schedule: trace::Schedule::default(),
        recording: None,
        workers: 2,
    };
    say(state, Reply::Finished { run, result });
}

#[test]
fn a_run_that_is_as_expected_is_remembered() {
    let mut state = asking(SharedMemory::Granted);
    assert_eq!(state.standing(), Some(Standing::Open));
    reduce(&mut state, Action::Answer(1));
    let effects = run(&mut state);
    assert_eq!(state.standing(), Some(Standing::Right(1)));
    assert!(state.progress.answered.contains("race"));
    assert!(effects.contains(&Effect::SaveProgress(Rc::clone(&state.progress))));
    let again = run(&mut state);
    assert!(
        !again
            .iter()
            .any(|effect| matches!(effect, Effect::SaveProgress(_)))
    );
}

/// Whoever chooses in view of the answer has expected nothing.
#[test]
fn what_is_chosen_after_the_run_counts_at_the_next_one() {
    let mut state = asking(SharedMemory::Granted);
    run(&mut state);
    assert_eq!(state.standing(), Some(Standing::Told(1)));
    reduce(&mut state, Action::Answer(1));
    say(&mut state, Reply::Ready(Engine { live: true, cores: 2 }));
    assert_eq!(state.standing(), Some(Standing::Told(1)));
    reduce(&mut state, Action::Answer(0));
    run(&mut state);
    let wrong = Standing::Wrong {
        expected: 0,
        right: 1,
    };
    assert_eq!(state.standing(), Some(wrong));
    reduce(&mut state, Action::Answer(1));
    assert_eq!(state.standing(), Some(Standing::Told(1)));
    assert!(state.progress.answered.is_empty());
}

#[test]
fn other_parameters_ask_again_and_another_program_does_not() {
    let mut state = asking(SharedMemory::Granted);
    run(&mut state);
    reduce(
        &mut state,
        Action::SetParameter("N".to_owned(), lesson::Value::Number(7.0)),
    );
    assert_eq!(state.standing(), Some(Standing::Again));
    run(&mut state);
    assert_eq!(state.standing(), Some(Standing::Told(1)));
    reduce(
        &mut state,
        Action::Edited(SOURCE.replace("print(N)", "print(-N)")),
    );
    assert_eq!(state.standing(), Some(Standing::Rewritten));
    run(&mut state);
    assert_eq!(state.standing(), Some(Standing::Rewritten));
    reduce(&mut state, Action::ChooseProgram(1));
    run(&mut state);
    assert_eq!(state.standing(), Some(Standing::Elsewhere));
    reduce(&mut state, Action::ChooseProgram(0));
    reduce(&mut state, Action::Reset);
    assert_eq!(state.standing(), Some(Standing::Open), "no run of it is shown");
}

#[test]
fn a_run_may_fit_none_of_the_answers() {
    let mut state = asking_with(SharedMemory::Granted, "limit");
    reduce(&mut state, Action::Answer(0));
    run(&mut state);
    assert_eq!(state.standing(), Some(Standing::Otherwise));
    assert!(state.progress.answered.is_empty());
}

/// A live run never ends of a deadlock: it is one if everybody waited when it was stopped. What was stopped otherwise says nothing.
#[test]
fn a_stopped_live_run_is_a_deadlock_if_it_was_stuck() {
    let mut state = asking(SharedMemory::Granted);
    reduce(&mut state, Action::Answer(0));
    stopped(&mut state, false);
    assert_eq!(state.standing(), Some(Standing::Open));
    stopped(&mut state, true);
    assert_eq!(state.standing(), Some(Standing::Right(0)));
}

#[test]
fn another_lesson_asks_afresh() {
    let mut state = asking(SharedMemory::Granted);
    reduce(&mut state, Action::Answer(1));
    run(&mut state);
    reduce(&mut state, Action::ChooseLesson("other".to_owned()));
    reduce(&mut state, Action::LessonLoaded(lesson("other"), vec![]));
    assert_eq!(state.standing(), None, "it asks nothing");
    assert_eq!(state.asking, Asking::default());
    let opened: Vec<&str> = state.progress.opened.iter().map(String::as_str).collect();
    assert_eq!(opened, ["other", "race"]);
}
