//! Series of runs: plots and comparisons.

use lesson::{Curve, Figure, Log, Measure, Plot};
use trace::{End, EventKind, FiberId, Place};
use wire::Progress;

use super::*;

fn plot(sweep: &str, values: &[f64], mode: LinkMode) -> Rc<Plot> {
    let curve = |label: &str, figure| Curve {
        label: Text::new(label, label),
        figure,
    };
    Rc::new(Plot {
        title: Text::new("plot", "图"),
        program: "first".to_owned(),
        sweep: sweep.to_owned(),
        values: values.to_vec(),
        mode,
        log: Log::None,
        curves: vec![
            curve("seconds", Figure::Measured(Measure::Seconds)),
            curve("held", Figure::Printed("held ".to_owned())),
        ],
    })
}

/// Presses a plot's button.
fn draw(state: &mut State, plot: &Rc<Plot>) -> Vec<Effect> {
    reduce(state, Action::Draw(PlotId::Lesson(0), Rc::clone(plot)))
}

/// The one run that was asked for, if one was.
fn asked(effects: &[Effect]) -> Option<wire::RunRequest> {
    let mut runs = sent(effects).into_iter().filter_map(|request| match request {
        Request::Run(run) => Some(run.clone()),
        _ => None,
    });
    let run = runs.next();
    assert!(runs.next().is_none(), "one run at a time");
    run
}

fn result(end: End, printed: &str) -> RunResult {
    let mut trace = fixture::two_threads_and_a_lock();
    trace.end = end;
    for event in &mut trace.events {
        if let EventKind::Output { text, .. } = &mut event.kind {
            *text = printed.to_owned();
        }
    }
    RunResult {
        trace,
        schedule: trace::Schedule::default(),
        recording: None,
        workers: 0,
    }
}

fn complete(printed: &str) -> RunResult {
    result(End::Finished { status: 0 }, printed)
}

/// The run under way ends so; what is asked for next.
fn ends(state: &mut State, result: RunResult) -> Option<wire::RunRequest> {
    let run = state.measuring.expect("a run is under way").run;
    asked(&say(state, Reply::Finished { run, result }))
}

fn sweep(state: &State) -> &Sweep {
    &state.sweeps[&PlotId::Lesson(0)]
}

#[test]
fn a_sweep_runs_once_for_each_value_in_order_and_leaves_the_shown_run_alone() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Edited(SOURCE.replace("print", "print ")));
    reduce(&mut state, Action::Run);
    finish(&mut state);
    let (shown, run) = (state.shown.clone(), state.run.clone());

    let mut next = asked(&draw(&mut state, &plot("N", &[2.0, 9.0, 4.0], LinkMode::Model)));
    let mut ids = Vec::new();
    for (value, held) in [("2", "held 20\n"), ("9", "held 90\n"), ("4", "held 40\n")] {
        let request = next.expect("another run");
        assert!(request.source.starts_with(&format!("N = {value} ")));
        assert!(request.source.contains("print (N)"), "as the learner edited it");
        assert_eq!(request.mode, Mode::Model);
        ids.push(request.id);
        next = ends(&mut state, complete(held));
    }
    assert!(next.is_none() && state.measuring.is_none());
    assert!(!ids.contains(&RunId(run.id)) && ids[0] != ids[1] && ids[1] != ids[2]);
    assert_eq!(sweep(&state).points(1), [Some(20.0), Some(90.0), Some(40.0)]);
    assert_eq!(sweep(&state).points(0), [Some(600e-9); 3]);
    assert!((state.shown, state.run) == (shown, run));
}

#[test]
fn processors_are_swept_as_a_setting_of_the_model() {
    let mut state = page(SharedMemory::Granted);
    let first = asked(&draw(&mut state, &plot("cores", &[2.0, 64.0], LinkMode::Model)));
    assert!(first.is_some_and(|run| run.model.cores == 2 && run.source == SOURCE));
    let second = ends(&mut state, complete("held 1\n"));
    assert!(second.is_some_and(|run| run.model.cores == 64));
    assert_eq!(state.model.cores, Model::default().cores);
}

#[test]
fn a_live_plot_is_drawn_from_the_model_where_live_is_off() {
    let live = plot("N", &[1.0], LinkMode::Live);
    let mut state = page(SharedMemory::Granted);
    assert!(asked(&draw(&mut state, &live)).is_some_and(|run| run.mode == Mode::Live));
    let mut state = page(SharedMemory::NotIsolated);
    assert!(asked(&draw(&mut state, &live)).is_some_and(|run| run.mode == Mode::Model));
    assert_eq!(sweep(&state).kind, Kind::Model);
}

/// A search has no figures, and its reply would never end the series.
#[test]
fn no_plot_searches() {
    let mut state = page(SharedMemory::Granted);
    let first = asked(&draw(&mut state, &plot("N", &[1.0], LinkMode::Search)));
    assert!(first.is_some_and(|run| run.mode == Mode::Model));
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::SetKind(Kind::Search));
    let first = asked(&reduce(&mut state, Action::Compare));
    assert!(first.is_some_and(|run| run.mode == Mode::Model));
}

#[test]
fn logarithmic_axes_say_what_they_leave_out() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::Edited(SOURCE.replace("min:1", "min:0")));
    let mut plot = (*plot("N", &[0.0, 1.0, 2.0], LinkMode::Model)).clone();
    plot.log = Log::Xy;
    draw(&mut state, &Rc::new(plot));
    for held in ["held 5\n", "held 0\n", "held 7\n"] {
        ends(&mut state, complete(held));
    }
    let held = Text::new("held", "held");
    let gaps = [(Gap::NoPlace, vec![0.0]), (Gap::NoLogarithm(held), vec![1.0])];
    assert_eq!(sweep(&state).gaps(&[0, 1]), gaps);
    assert_eq!(sweep(&state).points(1)[0], Some(5.0), "the table has it");
}

#[test]
fn gaps_say_why_and_the_sweep_goes_on() {
    let mut state = page(SharedMemory::Granted);
    // 70 is out of the slider's range, so there is no such run.
    let values = [1.0, 70.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    assert!(asked(&draw(&mut state, &plot("N", &values, LinkMode::Model))).is_some());
    let third = ends(&mut state, complete("nothing\n"));
    assert!(third.is_some_and(|run| run.source.starts_with("N = 2 ")));
    let limit = End::Limit {
        kind: trace::LimitKind::Memory,
        fiber: FiberId::MAIN,
        place: Place::default(),
    };
    ends(&mut state, result(limit.clone(), "held 1\n"));
    ends(&mut state, result(End::Finished { status: 1 }, "held 1\n"));
    let run = state.measuring.expect("under way").run;
    let diagnostics = vec![Diagnostic {
        place: Place::default(),
        severity: trace::Severity::Error,
        message: Text::new("no", "不"),
        instead: None,
    }];
    say(&mut state, Reply::Refused { run, diagnostics });
    assert!(
        state.diagnostics.is_empty(),
        "the editor's problems are another run's"
    );
    let run = state.measuring.expect("under way").run;
    let message = Text::new("broken", "坏了");
    say(&mut state, Reply::Failed { run, message });
    ends(&mut state, complete("held 6\n"));

    let points = sweep(&state).points(1);
    assert_eq!(points, [None, None, None, None, None, None, Some(6.0)]);
    let gaps = sweep(&state).gaps(&[1]);
    assert_eq!(gaps.len(), 6, "{gaps:?}");
    let held = Text::new("held", "held");
    assert_eq!(gaps[0], (Gap::NoFigure(held), vec![1.0]));
    assert!(
        matches!(&gaps[1], (Gap::Failed(Failure::Text(text)), values) if text.en.contains('9') && *values == [70.0])
    );
    assert_eq!(gaps[2], (Gap::Ended(limit), vec![2.0]));
    assert_eq!(gaps[3].0, Gap::Ended(End::Finished { status: 1 }));
    assert_eq!(gaps[4].0, Gap::Refused(Text::new("no", "不")));
    assert!(matches!(gaps[5].0, Gap::Failed(_)));
}

#[test]
fn stop_ends_a_sweep_and_keeps_what_it_has() {
    let mut state = page(SharedMemory::Granted);
    draw(&mut state, &plot("N", &[1.0, 2.0, 3.0], LinkMode::Model));
    ends(&mut state, complete("held 1\n"));
    let run = state.measuring.expect("under way").run;
    let effects = reduce(&mut state, Action::Stop);
    assert_eq!(effects, [Effect::Send(Request::Stop), Effect::WatchStop(run)]);
    assert!(reduce(&mut state, Action::Stop).is_empty(), "once is enough");
    assert_eq!(ends(&mut state, result(End::Stopped, "")), None);
    assert_eq!(sweep(&state).points(1), [Some(1.0), None, None]);
    assert!(reduce(&mut state, Action::StopOverdue(run)).is_empty());
    assert_eq!(state.run.phase, Phase::Idle);
}

#[test]
fn a_sweep_that_does_not_stop_costs_the_engine() {
    let mut state = page(SharedMemory::Granted);
    draw(&mut state, &plot("N", &[1.0, 2.0], LinkMode::Model));
    let run = state.measuring.expect("under way").run;
    reduce(&mut state, Action::Stop);
    assert_eq!(
        reduce(&mut state, Action::StopOverdue(run)),
        [Effect::RestartEngine]
    );
    assert!(state.measuring.is_none() && !state.can_measure());
}

#[test]
fn run_cancels_a_sweep_whose_late_replies_are_ignored() {
    let mut state = page(SharedMemory::Granted);
    draw(&mut state, &plot("N", &[1.0, 2.0], LinkMode::Model));
    let run = state.measuring.expect("under way").run;
    assert!(asked(&reduce(&mut state, Action::Run)).is_some_and(|request| request.source == SOURCE));
    assert!(state.measuring.is_none());
    let late = Reply::Finished {
        run,
        result: complete("held 1\n"),
    };
    assert!(say(&mut state, late).is_empty());
    assert!(state.shown.is_none() && sweep(&state).series.outcomes.is_empty());
    assert_eq!(state.run.phase, Phase::Running);
    assert!(
        draw(&mut state, &plot("N", &[1.0], LinkMode::Model)).is_empty(),
        "not while it runs"
    );
    finish(&mut state);
    assert!(state.shown.is_some());
}

#[test]
fn another_lesson_ends_a_sweep_and_forgets_it() {
    let mut state = page(SharedMemory::Granted);
    draw(&mut state, &plot("N", &[1.0, 2.0], LinkMode::Model));
    reduce(&mut state, Action::ChooseLesson("other".to_owned()));
    let effects = reduce(&mut state, Action::LessonLoaded(lesson("other"), vec![]));
    assert!(sent(&effects).contains(&&Request::Stop));
    assert!(state.measuring.is_none() && state.sweeps.is_empty());
}

#[test]
fn a_dead_engine_ends_a_sweep_with_its_reason() {
    let mut state = page(SharedMemory::Granted);
    draw(&mut state, &plot("N", &[1.0, 2.0], LinkMode::Model));
    reduce(&mut state, Action::Engine(EngineEvent::Died { loaded: true }));
    assert!(state.measuring.is_none());
    let reason = Gap::Failed(Failure::Words(words::ENGINE_DIED));
    assert_eq!(sweep(&state).gaps(&[0]), [(reason, vec![1.0])]);
}

/// Only Stop ends a live run in which everybody waits for ever, and nobody would press it for each point of a plot.
#[test]
fn live_runs_that_hang_are_stopped_and_count_as_deadlocks() {
    let mut state = page(SharedMemory::Granted);
    draw(&mut state, &plot("N", &[1.0, 2.0], LinkMode::Live));
    let run = state.measuring.expect("under way").run;
    let progress = Progress {
        stuck: true,
        ..Progress::default()
    };
    let hangs = Reply::Progress { run, progress };
    assert_eq!(say(&mut state, hangs.clone()), [Effect::Send(Request::Stop)]);
    assert!(say(&mut state, hangs).is_empty());
    let next = ends(&mut state, result(End::Stopped, "held 1\n"));
    assert!(next.is_some(), "the sweep goes on");
    let deadlock = Gap::Ended(End::Deadlock { waits: vec![] });
    assert_eq!(sweep(&state).gaps(&[1]), [(deadlock, vec![1.0])]);
}

/// The engine remembers the states of the run that it made last, which was one of the sweep's.
#[test]
fn the_shown_run_is_made_again_before_its_states_are_looked_at() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::SetKind(Kind::Model));
    reduce(&mut state, Action::Run);
    finish(&mut state);
    draw(&mut state, &plot("N", &[1.0], LinkMode::Model));
    assert!(
        reduce(&mut state, Action::PlaceCursor(7)).is_empty(),
        "the engine is busy"
    );
    let again = ends(&mut state, complete("held 1\n")).expect("the shown run again");
    assert_eq!(again.id, RunId(state.run.id));
    assert!(matches!(again.mode, Mode::Replay(_)));
    let run = RunId(state.run.id);
    let effects = finish(&mut state);
    assert_eq!(effects, [Effect::Send(Request::Inspect { run, step: 7 })]);
    let view = view_behind(7);
    say(&mut state, Reply::Inspected { run, state: view });
    let ask = reduce(&mut state, Action::PlaceCursor(8));
    assert_eq!(ask, [Effect::Send(Request::Inspect { run, step: 8 })]);
}

#[test]
fn a_drawn_plot_is_stale_when_other_runs_would_be_made() {
    let mut state = page(SharedMemory::Granted);
    draw(&mut state, &plot("N", &[1.0], LinkMode::Model));
    ends(&mut state, complete("held 1\n"));
    reduce(
        &mut state,
        Action::SetParameter("N".to_owned(), lesson::Value::Number(5.0)),
    );
    assert!(!sweep(&state).is_stale(&state), "that one is swept over");
    reduce(
        &mut state,
        Action::Edited(SOURCE.replace("print(N)", "print(-N)")),
    );
    assert!(sweep(&state).is_stale(&state));
}

#[test]
fn a_plot_of_the_learners_own_finds_the_numbers_that_are_printed() {
    let mut state = page(SharedMemory::Granted);
    let mut own = (*plot("N", &[], LinkMode::Model)).clone();
    own.curves.truncate(1);
    reduce(&mut state, Action::Draw(PlotId::Own, Rc::new(own)));
    for value in 1..=8 {
        ends(&mut state, complete(&format!("left: {value}\n")));
    }
    let sweep = &state.sweeps[&PlotId::Own];
    // From 1 to 9 are nine values, and eight are enough.
    assert_eq!(sweep.values, [1.0, 2.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0]);
    assert_eq!(sweep.plot.curves[1].label.en, "left");
    assert_eq!(sweep.points(1)[7], Some(8.0));
}

#[test]
fn all_programs_are_compared_and_runs_that_were_kept_stand_beside_them() {
    let mut state = page(SharedMemory::Granted);
    reduce(&mut state, Action::SetKind(Kind::Model));
    reduce(&mut state, Action::Run);
    finish(&mut state);
    reduce(&mut state, Action::Keep);
    reduce(&mut state, Action::Keep);
    assert_eq!(state.comparison.kept.len(), 1, "the same run once");
    let first = asked(&reduce(&mut state, Action::Compare));
    assert!(first.is_some_and(|run| run.source == SOURCE && run.mode == Mode::Model));
    let second = ends(&mut state, complete(""));
    assert!(second.is_some_and(|run| run.source == "pass\n"));
    assert_eq!(
        ends(&mut state, result(End::Deadlock { waits: vec![] }, "")),
        None
    );

    let columns = state.comparison.columns(&state);
    let titles: Vec<&str> = columns
        .iter()
        .map(|column| column.named.title.en.as_str())
        .collect();
    assert_eq!(titles, ["first", "second", "first"]);
    let sources: Vec<Source> = columns.iter().map(|column| column.source).collect();
    assert_eq!(sources, [Source::Program, Source::Program, Source::Kept(0)]);
    assert_eq!(columns[0].named.parameters, "N = 3");
    let measured = |column: &Column| match &column.outcome {
        Some(series::Outcome::Measured(measured)) => measured.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        measured(&columns[0]).totals.processors,
        Some(Model::default().cores)
    );
    assert_eq!(measured(&columns[1]).end, End::Deadlock { waits: vec![] });

    assert!(!state.comparison.is_stale(&state));
    reduce(&mut state, Action::SetKind(Kind::Live));
    assert!(state.comparison.is_stale(&state));

    // Another run stands beside the one that was kept, as long as the page shows it.
    reduce(&mut state, Action::Run);
    finish(&mut state);
    let columns = state.comparison.columns(&state);
    assert_eq!(columns.last().map(|column| column.source), Some(Source::Shown));
    reduce(&mut state, Action::Forget(0));
    assert_eq!(state.comparison.columns(&state).len(), 2);
}

#[test]
fn a_live_run_counts_the_processors_of_this_machine() {
    let state = page(SharedMemory::Granted);
    let model = Model::default();
    assert_eq!(state.processors(&Mode::Live, &model), Some(2));
    assert_eq!(state.processors(&Mode::Model, &model), Some(model.cores));
    let elsewhere = Mode::ReplayLive(trace::Recording::default());
    assert_eq!(state.processors(&elsewhere, &model), None);
}
