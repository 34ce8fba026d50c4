//! The reducer, action by action.

mod asking;
mod measuring;
mod own;

use std::rc::Rc;

use trace::{Model, Policy, Step, Stream, Text};
use wire::{
    Console, Engine, Link, LinkMode, Mode, Outcome, Outcomes, Proof, Reply, Request, RunId, RunResult,
    SharedRun,
};

use super::*;
use crate::{
    fixture,
    i18n::words,
    timeline::cursor::{Direction, Stride},
};

const SOURCE: &str = "N = 3  # @param {type:\"slider\", min:1, max:9}\nprint(N)\n";

fn lesson(id: &str) -> Rc<Lesson> {
    let program = |id: &str, source: &str| ProgramInfo {
        id: id.to_owned(),
        title: Text::new(id, id),
        source: Rc::from(source),
    };
    Rc::new(Lesson {
        id: id.to_owned(),
        title: Text::new(id, id),
        html: Text::new("", ""),
        model: Model::default(),
        kind: Kind::Live,
        programs: vec![program("first", SOURCE), program("second", "pass\n")],
        plots: Vec::new(),
        question: None,
        views: Vec::new(),
    })
}

/// A page with the lesson `race` open and the engine loaded, and whatever it asked for since is forgotten.
fn page(shared_memory: SharedMemory) -> State {
    let mut state = State::new(Language::English, Theme::System, shared_memory);
    let entries = ["race", "other"].map(|id| LessonEntry {
        id: id.to_owned(),
        section: "1".to_owned(),
        part: Text::new("1 Words", "1 概念"),
        title: Text::new(id, id),
        about: Text::new("Who is quicker?", "谁更快？"),
    });
    reduce(&mut state, Action::CourseLoaded(Some(entries.to_vec())));
    reduce(&mut state, Action::LessonLoaded(lesson("race"), vec![]));
    say(
        &mut state,
        Reply::Ready(Engine {
            live: shared_memory == SharedMemory::Granted,
            cores: 2,
        }),
    );
    state
}

fn say(state: &mut State, reply: Reply) -> Vec<Effect> {
    reduce(state, Action::Engine(EngineEvent::Reply(Box::new(reply))))
}

fn finish(state: &mut State) -> Vec<Effect> {
    let result = RunResult {
        trace: fixture::two_threads_and_a_lock(),
        schedule: trace::Schedule::default(),
        recording: None,
        workers: 2,
    };
    let run = RunId(state.run.id);
    say(state, Reply::Finished { run, result })
}

#[test]
fn what_has_happened_so_far_is_shown_until_the_run_ends() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Run);
    let run = RunId(state.run.id);
    let so_far = |run| Reply::SoFar {
        run,
        trace: fixture::two_threads_and_a_lock(),
    };
    say(&mut state, so_far(RunId(run.0 + 1)));
    assert!(state.run.so_far.is_none(), "of another run");
    say(&mut state, so_far(run));
    assert!(state.run.so_far.is_some() && state.shown.is_none());
    finish(&mut state);
    assert!(state.run.so_far.is_none() && state.shown.is_some());
    say(&mut state, so_far(run));
    assert!(state.run.so_far.is_none(), "it comes too late");
}

fn sent(effects: &[Effect]) -> Vec<&Request> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Send(request) => Some(request),
            _ => None,
        })
        .collect()
}

fn draft(text: &str) -> Draft {
    Draft {
        text: Some(text.to_owned()),
        kept: Vec::new(),
    }
}

fn text(state: &State) -> &str {
    state.program().map_or("", |program| &program.text)
}

fn open_link(state: &mut State, link: Link) -> Vec<Effect> {
    let mut effects = reduce(state, Action::LinkOpened(Ok(Box::new(link))));
    let wanted = effects.iter().find_map(|effect| match effect {
        Effect::LoadLesson(id) => Some(id.clone()),
        _ => None,
    });
    if let Some(id) = wanted {
        let lesson = if id == OWN {
            Rc::new(Lesson::own())
        } else {
            lesson(&id)
        };
        effects.extend(reduce(state, Action::LessonLoaded(lesson, vec![])));
    }
    effects
}

#[test]
fn run_waits_for_the_engine_and_starts_by_itself() {
    let mut state = page(SharedMemory::Granted);
    state.engine = EngineStatus::Loading;
    assert!(sent(&reduce(&mut state, Action::Run)).is_empty());
    assert_eq!(state.run.phase, Phase::Loading);
    let effects = say(&mut state, Reply::Ready(Engine { live: true, cores: 2 }));
    assert!(
        matches!(sent(&effects)[..], [Request::Check { .. }, Request::Run(run)] if run.mode == Mode::Live)
    );
    assert_eq!(state.run.phase, Phase::Running);
}

#[test]
fn a_queued_run_can_be_taken_back() {
    let mut state = page(SharedMemory::Granted);
    state.engine = EngineStatus::Loading;
    reduce(&mut state, Action::Run);
    reduce(&mut state, Action::Stop);
    let effects = say(&mut state, Reply::Ready(Engine { live: true, cores: 2 }));
    assert!(matches!(sent(&effects)[..], [Request::Check { .. }]));
    assert_eq!(state.run.phase, Phase::Idle);
}

#[test]
fn a_run_that_does_not_stop_costs_the_engine_and_nothing_else() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Edited("while True: pass\n".to_owned()));
    reduce(&mut state, Action::Run);
    let run = RunId(state.run.id);
    let effects = reduce(&mut state, Action::Stop);
    assert_eq!(effects, [Effect::Send(Request::Stop), Effect::WatchStop(run)]);
    let effects = reduce(&mut state, Action::StopOverdue(run));
    assert_eq!(effects, [Effect::RestartEngine]);
    assert_eq!(
        state.run.phase,
        Phase::Failed(Failure::Words(words::ENGINE_RESTARTED))
    );
    assert_eq!(text(&state), "while True: pass\n");
    assert_eq!(state.engine, EngineStatus::Loading);
}

#[test]
fn a_run_that_stops_in_time_keeps_its_engine() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Run);
    let run = RunId(state.run.id);
    reduce(&mut state, Action::Stop);
    finish(&mut state);
    assert!(reduce(&mut state, Action::StopOverdue(run)).is_empty());
    assert_eq!(state.run.phase, Phase::Finished);
}

#[test]
fn replies_of_an_older_run_are_ignored() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Run);
    let writes = vec![Console {
        stream: Stream::Out,
        text: "late\n".to_owned(),
    }];
    let run = RunId(state.run.id - 1);
    say(&mut state, Reply::Console { run, writes });
    assert!(state.run.console.is_empty());
}

#[test]
fn a_dead_engine_is_replaced_and_one_that_never_lived_is_told_of() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Run);
    let effects = reduce(&mut state, Action::Engine(EngineEvent::Died { loaded: true }));
    assert_eq!(effects, [Effect::RestartEngine]);
    assert!(matches!(state.run.phase, Phase::Failed(_)));
    let effects = reduce(&mut state, Action::Engine(EngineEvent::Died { loaded: false }));
    assert!(effects.is_empty());
    assert_eq!(state.engine, EngineStatus::Absent);
    // Run tries again.
    assert_eq!(
        reduce(&mut state, Action::Run),
        [Effect::RevealRun, Effect::RestartEngine]
    );
}

#[test]
fn live_is_off_without_isolation() {
    let mut state = page(SharedMemory::NotIsolated);
    assert_eq!(state.kind, Kind::Model);
    assert_eq!(state.live_off(), Some(words::LIVE_OFF_ISOLATION));
    reduce(&mut state, Action::SetKind(Kind::Live));
    assert_eq!(state.kind, Kind::Model);
}

#[test]
fn sliders_and_text_follow_each_other() {
    let mut state = page(SharedMemory::Granted);
    reduce(
        &mut state,
        Action::SetParameter("N".to_owned(), lesson::Value::Number(7.0)),
    );
    assert!(text(&state).starts_with("N = 7 "), "{}", text(&state));
    reduce(&mut state, Action::Edited(SOURCE.replace("N = 3", "N = 5")));
    let program = state.program().expect("open");
    assert_eq!(program.parameters[0].value, lesson::Value::Number(5.0));
    let effects = reduce(
        &mut state,
        Action::SetParameter("N".to_owned(), lesson::Value::Number(70.0)),
    );
    assert!(effects.is_empty() && state.notice.is_some(), "out of range");
}

#[test]
fn no_button_loses_what_was_typed() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Edited("mine\n".to_owned()));
    reduce(&mut state, Action::ChooseProgram(1));
    reduce(&mut state, Action::ChooseProgram(0));
    assert_eq!(text(&state), "mine\n");
    let effects = reduce(&mut state, Action::Reset);
    assert!(effects.contains(&Effect::SaveDraft {
        lesson: "race".to_owned(),
        program: "first".to_owned(),
        text: None,
        kept: vec![Rc::from("mine\n")],
    }));
    assert_eq!(text(&state), SOURCE);
    reduce(&mut state, Action::Restore);
    assert_eq!(text(&state), "mine\n");
    let link = Link {
        lesson: Some("race".to_owned()),
        code: Some("theirs\n".to_owned()),
        ..Link::default()
    };
    open_link(&mut state, link);
    assert_eq!(text(&state), "theirs\n");
}

#[test]
fn a_draft_that_a_link_hides_can_be_had_back() {
    let mut state = page(SharedMemory::Granted);
    let link = Link {
        lesson: Some("other".to_owned()),
        parameters: vec![("N".to_owned(), "9".to_owned())],
        ..Link::default()
    };
    reduce(&mut state, Action::LinkOpened(Ok(Box::new(link))));
    let drafts = vec![draft("draft\n")];
    reduce(&mut state, Action::LessonLoaded(lesson("other"), drafts));
    assert!(text(&state).starts_with("N = 9 "));
    reduce(&mut state, Action::Restore);
    assert_eq!(text(&state), "draft\n");
}

#[test]
fn checks_answer_the_newest_text_only() {
    let mut state = page(SharedMemory::Granted);
    state.checks = 0;
    reduce(&mut state, Action::CheckDue);
    reduce(&mut state, Action::CheckDue);
    let problem = Diagnostic {
        place: trace::Place::default(),
        severity: trace::Severity::Error,
        message: Text::new("no", "不"),
        instead: None,
    };
    let diagnostics = vec![problem];
    say(&mut state, Reply::Checked { diagnostics });
    assert!(state.diagnostics.is_empty(), "the answer to the older question");
    say(&mut state, Reply::Checked { diagnostics: vec![] });
    assert!(state.diagnostics.is_empty());
    assert_eq!(state.checks, 0);
}

#[test]
fn one_inspection_is_under_way_and_the_last_wish_wins() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Run);
    finish(&mut state);
    let run = RunId(state.run.id);
    let ask = |step: Step| Effect::Send(Request::Inspect { run, step });
    assert_eq!(reduce(&mut state, Action::PlaceCursor(10)), [ask(10)]);
    assert!(reduce(&mut state, Action::PlaceCursor(20)).is_empty());
    assert!(
        reduce(
            &mut state,
            Action::MoveCursor(Stride::Instruction, Direction::Forward)
        )
        .is_empty()
    );
    let view = view_behind(10);
    assert_eq!(say(&mut state, Reply::Inspected { run, state: view }), [ask(21)]);
    let view = view_behind(21);
    assert!(say(&mut state, Reply::Inspected { run, state: view }).is_empty());
}

fn view_behind(step: Step) -> trace::StateView {
    trace::StateView {
        step,
        fibers: vec![],
        globals: vec![],
        locks: vec![],
        resources: vec![],
        lines: (None, None),
    }
}

/// The engine says with a state where lines begin; a step by line waits for that answer.
#[test]
fn a_step_by_line_goes_where_the_engine_says() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Run);
    finish(&mut state);
    let run = RunId(state.run.id);
    let ask = |step| Effect::Send(Request::Inspect { run, step });
    let back = || Action::MoveCursor(Stride::Line, Direction::Back);
    let last = state.shown.as_ref().expect("a run is shown").trace().steps();
    assert_eq!(reduce(&mut state, back()), [ask(last)]);
    let mut view = view_behind(last);
    view.lines = (Some(12), None);
    assert_eq!(say(&mut state, Reply::Inspected { run, state: view }), [ask(12)]);
    assert_eq!(state.cursor, Some(12));
    let mut view = view_behind(12);
    view.lines = (Some(9), Some(15));
    assert!(say(&mut state, Reply::Inspected { run, state: view }).is_empty());
    let forward = Action::MoveCursor(Stride::Line, Direction::Forward);
    assert_eq!(reduce(&mut state, forward), [ask(15)]);
    assert_eq!(state.cursor, Some(15));
}

#[test]
fn an_outcome_opens_its_run_and_the_table_stays() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::SetKind(Kind::Search));
    reduce(&mut state, Action::Run);
    let mut witness = trace::Schedule::default();
    witness.push(trace::FiberId(0), 9);
    let outcomes = Outcomes {
        outcomes: vec![Outcome {
            console: vec![],
            end: trace::End::Finished { status: 0 },
            witness: witness.clone(),
            at_cpython_switch_points: true,
        }],
        proof: Proof::All,
        states: 5,
        transitions: 6,
        done: true,
    };
    let run = RunId(state.run.id);
    say(&mut state, Reply::Outcomes { run, outcomes });
    assert_eq!(state.run.phase, Phase::Finished);
    let effects = reduce(&mut state, Action::ShowOutcome(0));
    assert!(matches!(sent(&effects)[..], [Request::Run(run)] if run.mode == Mode::Replay(witness)));
    finish(&mut state);
    assert_eq!(state.search.as_ref().and_then(|search| search.selected), Some(0));
    assert!(state.shown.is_some());
}

#[test]
fn a_link_restores_everything_and_starts_nothing() {
    let mut state = page(SharedMemory::Granted);
    reduce(
        &mut state,
        Action::SetParameter("N".to_owned(), lesson::Value::Number(8.0)),
    );
    reduce(&mut state, Action::SetKind(Kind::Model));
    let model = Model {
        policy: Policy::Random,
        seed: 42,
        ..Model::default()
    };
    reduce(&mut state, Action::SetModel(model.clone()));
    reduce(&mut state, Action::Run);
    finish(&mut state);
    reduce(&mut state, Action::PlaceCursor(33));
    reduce(&mut state, Action::Share);
    let share = state.share.clone().expect("the dialog is open");
    assert!(share.fits && !share.without_run);

    let mut fresh = page(SharedMemory::Granted);
    let link = Link::from_fragment(&share.fragment).expect("our own link");
    let effects = open_link(&mut fresh, link);
    assert_eq!(text(&fresh), text(&state));
    assert_eq!(fresh.model, model);
    assert_eq!(fresh.kind, Kind::Model);
    assert!(
        !sent(&effects)
            .iter()
            .any(|request| matches!(request, Request::Run(_)))
    );

    let effects = reduce(&mut fresh, Action::ShowShared);
    assert!(
        matches!(sent(&effects)[..], [Request::Run(run)] if run.mode == Mode::Model && run.model == model)
    );
    finish(&mut fresh);
    assert_eq!(fresh.cursor, Some(33));
}

#[test]
fn a_schedule_travels_and_is_replayed() {
    let mut state = page(SharedMemory::Granted);
    let mut schedule = trace::Schedule::default();
    schedule.push(trace::FiberId(0), 4);
    let link = Link {
        lesson: Some("race".to_owned()),
        mode: Some(LinkMode::Search),
        run: Some(SharedRun::Schedule(schedule.clone())),
        at: Some(2),
        ..Link::default()
    };
    open_link(&mut state, link);
    assert_eq!(
        state.shared.as_ref().map(|shared| shared.mode.clone()),
        Some(Mode::Replay(schedule))
    );
}

#[test]
fn a_broken_link_leaves_the_page_as_it_is() {
    let mut state = page(SharedMemory::Granted);
    let before = state.lesson.clone();
    let error = Link::from_fragment("#lesson/../etc").expect_err("a hostile name");
    reduce(&mut state, Action::LinkOpened(Err(error)));
    assert!(state.notice.is_some());
    assert_eq!(state.lesson, before);
    open_link(
        &mut state,
        Link {
            lesson: Some("nowhere".to_owned()),
            ..Link::default()
        },
    );
    assert_eq!(state.notice, Some(words::SHARED_LESSON_UNKNOWN.into()));
}

#[test]
fn a_run_of_an_older_text_is_not_shared() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Run);
    finish(&mut state);
    reduce(&mut state, Action::Edited("pass\n".to_owned()));
    reduce(&mut state, Action::Share);
    assert!(state.share.as_ref().is_some_and(|share| share.without_run));
}

#[test]
fn a_button_in_the_lesson_changes_only_what_it_names() {
    let mut state = page(SharedMemory::Granted);
    let press = |state: &mut State, address: &str| {
        let link = Link::from_button(address).expect("a button").map(Box::new);
        reduce(state, Action::ButtonPressed(link))
    };
    press(&mut state, "#set?N=2&mode=search");
    assert!(text(&state).starts_with("N = 2 "));
    assert_eq!(state.kind, Kind::Search);
    press(&mut state, "#set?program=second");
    assert_eq!((state.open, state.kind), (1, Kind::Search));
}

#[test]
fn streamed_output_is_bounded() {
    let mut run = Run::default();
    for _ in 0..40 {
        run.print(vec![Console {
            stream: Stream::Out,
            text: "a line of output\n".repeat(1_000),
        }]);
    }
    let bytes: usize = run.console.iter().map(|chunk| chunk.text.len()).sum();
    assert!(bytes <= 128 << 10, "{bytes}");
}

#[test]
fn lessons_are_found_by_words_of_either_language() {
    let mut state = page(SharedMemory::Granted);
    let mut found = |search: &str| {
        reduce(&mut state, Action::Library(Rc::from(search)));
        let found = state.found();
        found.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(found(""), ["race", "other"]);
    assert_eq!(found("QUICKER race"), ["race"]);
    assert_eq!(found("更快"), ["race", "other"]);
    assert!(found("slower").is_empty());
    assert!(reduce(&mut state, Action::ChooseFound).is_empty());
    reduce(&mut state, Action::Library(Rc::from("other")));
    let effects = reduce(&mut state, Action::ChooseFound);
    assert_eq!(effects, [Effect::LoadLesson("other".to_owned())]);
    assert_eq!(state.library, None);
}
