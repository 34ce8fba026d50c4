//! How the state changes.

use std::rc::Rc;

use trace::{Diagnostic, Step};
use wire::{Mode, Reply, Request, RunId, RunRequest, RunResult};

use super::{
    Action, Asking, Course, Draft, Effect, EngineEvent, EngineStatus, Failure, Inspection, Kind, Lesson,
    Memory, Notice, OWN, Phase, Program, Run, Search, Shown, State, asking,
    inspect::{self, place_cursor},
    measuring, own, share,
};
use crate::{
    i18n::{Phrase, words},
    timeline::cursor::{self, Stride},
};

/// Changes the state and says what is to be done.
pub(crate) fn reduce(state: &mut State, action: Action) -> Vec<Effect> {
    let mut effects = Vec::new();
    match action {
        Action::LoadCourse => {
            state.course = Course::Loading;
            effects.push(Effect::LoadCourse);
        }
        Action::CourseLoaded(entries) => course_loaded(state, entries, &mut effects),
        Action::ChooseLesson(id) => {
            state.library = None;
            state.arriving = None;
            state.bringing = None;
            state.shared = None;
            open_lesson(state, &id, &mut effects);
        }
        Action::LessonLoaded(lesson, drafts) => lesson_loaded(state, lesson, drafts, &mut effects),
        Action::LessonAbsent(id) => {
            if state.wanted.as_ref() == Some(&id) {
                state.notice = Some(words::LESSONS_FAILED.into());
                state.arriving = None;
                open_lesson(state, OWN, &mut effects);
            }
        }
        Action::Library(search) => state.library = Some(search),
        Action::ChooseFound => {
            let first = state.found().first().map(|entry| entry.id.clone());
            if let Some(first) = first {
                effects = reduce(state, Action::ChooseLesson(first));
            }
        }
        Action::CloseLibrary => state.library = None,
        Action::Returned(progress) => state.progress = progress,
        Action::Answer(index) => state.asking.chosen = Some(index),
        Action::ChooseProgram(index) => {
            if index < state.programs.len() && index != state.open {
                state.open = index;
                effects.push(Effect::SetFragment(share::lesson_fragment(state)));
                program_changed(state, &mut effects);
            }
        }
        Action::Edited(text) => edit(state, &mut effects, |program, _| program.set_text(Rc::from(text))),
        Action::SetParameter(name, value) => {
            let text = state
                .program()
                .map(|program| lesson::set_parameter(&program.text, &name, &value));
            match text {
                Some(Ok(text)) => edit(state, &mut effects, |program, _| program.set_text(Rc::from(text))),
                Some(Err(error)) => tell(state, error.text()),
                None => {}
            }
        }
        Action::Reset => edit(state, &mut effects, |program, original| {
            program.replace(Rc::from(original), original);
        }),
        Action::Restore => edit(state, &mut effects, Program::restore),
        Action::CopyToOwn => {
            if let Some(text) = state.program().map(|program| Rc::clone(&program.text)) {
                own::write(state, text, &mut effects);
            }
        }
        Action::EmptyOwn => own::write(state, Rc::from(""), &mut effects),
        Action::CheckDue => check(state, &mut effects),
        Action::SetKind(kind) => {
            if kind != Kind::Live || state.live_off().is_none() {
                state.kind = kind;
            }
        }
        Action::SetModel(model) => state.model = model,
        Action::Run => {
            let request = state
                .program()
                .map(|program| (program.text.to_string(), state.kind.mode()));
            if let Some((source, mode)) = request.filter(|_| !state.run.phase.is_busy()) {
                if mode == Mode::Search {
                    state.search = None;
                }
                let model = state.model.clone();
                start(state, (source, model, mode), None, &mut effects);
            }
        }
        Action::Stop => stop(state, &mut effects),
        Action::Draw(id, plot) => measuring::draw(state, id, plot, &mut effects),
        Action::Compare => measuring::compare(state, &mut effects),
        Action::Keep => measuring::keep(state),
        Action::Forget(place) => measuring::forget(state, place),
        Action::ShowOutcome(index) => show_outcome(state, index, &mut effects),
        Action::ShowShared => {
            if let Some(shared) = state.shared.clone().filter(|_| !state.run.phase.is_busy()) {
                let request = (shared.source.clone(), shared.model.clone(), shared.mode.clone());
                start(state, request, shared.cursor, &mut effects);
            }
        }
        Action::Engine(event) => {
            engine_event(state, event, &mut effects);
            asking::note(state, &mut effects);
        }
        Action::StopOverdue(run) => {
            if run.0 == state.run.id && state.run.phase == Phase::Stopping {
                state.run.phase = Phase::Failed(Failure::Words(words::ENGINE_RESTARTED));
                restart_engine(state, &mut effects);
            } else if measuring::is_overdue(state, run) {
                state.notice = Some(words::ENGINE_RESTARTED.into());
                restart_engine(state, &mut effects);
            }
        }
        Action::MoveCursor(Stride::Line, direction) => inspect::step_by_line(state, direction, &mut effects),
        Action::MoveCursor(stride, direction) => {
            if let Some(shown) = &state.shown {
                let from = state.cursor.unwrap_or_else(|| shown.trace().steps());
                let to = cursor::moved(shown.trace(), from, stride, direction);
                place_cursor(state, to, &mut effects);
            }
        }
        Action::PlaceCursor(step) => place_cursor(state, step, &mut effects),
        Action::SwitchLanguage => {
            state.language = state.language.other();
            effects.push(Effect::ApplyLanguage);
        }
        Action::SwitchTheme => {
            state.theme = state.theme.next();
            effects.push(Effect::ApplyTheme(state.theme));
        }
        Action::Share => share::open(state, &mut effects),
        Action::CloseShare => state.share = None,
        Action::CopyLink => {
            if let Some(share) = &state.share {
                effects.push(Effect::CopyFragment(share.fragment.clone()));
            }
        }
        Action::Download => share::download(state, &mut effects),
        Action::CopyConsole => {
            let text = match &state.shown {
                Some(shown) => shown.chunks().map(|(_, text, _)| text).collect(),
                None => state.run.console.iter().map(|chunk| &*chunk.text).collect(),
            };
            effects.push(Effect::Copy(text));
        }
        Action::Copied(done) => {
            if let Some(share) = &mut state.share {
                Rc::make_mut(share).copied = Some(done);
            } else if !done {
                state.notice = Some(words::COPY_FAILED.into());
            }
        }
        Action::LinkOpened(link) => share::arrive(state, link, &mut effects),
        Action::ButtonPressed(Ok(link)) => share::press(state, &link, &mut effects),
        Action::ButtonPressed(Err(error)) => tell(state, error.text()),
        Action::Dismiss => state.notice = None,
    }
    effects
}

fn course_loaded(state: &mut State, entries: Option<Vec<super::LessonEntry>>, effects: &mut Vec<Effect>) {
    let Some(entries) = entries.filter(|entries| !entries.is_empty()) else {
        state.course = Course::Absent;
        if state.lesson.is_none() {
            open_lesson(state, OWN, effects);
        }
        return;
    };
    let first = entries[0].id.clone();
    state.course = Course::Loaded(Rc::new(entries));
    match state.arriving.clone() {
        Some(link) => share::open_lesson_of(state, &link, effects),
        None if state.lesson.is_none() => open_lesson(state, &first, effects),
        None => {}
    }
}

/// Asks for a lesson. What the learner typed in the one before is in its drafts.
pub(super) fn open_lesson(state: &mut State, id: &str, effects: &mut Vec<Effect>) {
    let loaded = state.lesson.as_ref().is_some_and(|lesson| lesson.id == id);
    if loaded && state.arriving.is_none() {
        return;
    }
    state.wanted = Some(id.to_owned());
    effects.push(Effect::LoadLesson(id.to_owned()));
}

fn lesson_loaded(state: &mut State, lesson: Rc<Lesson>, drafts: Vec<Draft>, effects: &mut Vec<Effect>) {
    if state.wanted.as_ref().is_some_and(|wanted| *wanted != lesson.id) {
        return;
    }
    let drafts = drafts.into_iter().chain(std::iter::repeat_with(Draft::default));
    let programs = lesson.programs.iter().zip(drafts);
    state.programs = programs.map(|(info, draft)| Program::new(info, draft)).collect();
    state.open = 0;
    if state.bringing.is_none() {
        state.model = lesson.model.clone();
        state.kind = state.possible(lesson.kind);
    }
    if lesson.id != OWN && !state.progress.opened.contains(&lesson.id) {
        Rc::make_mut(&mut state.progress).opened.insert(lesson.id.clone());
        effects.push(Effect::SaveProgress(Rc::clone(&state.progress)));
    }
    if state.lesson.as_ref().is_some_and(|before| before.id != lesson.id) {
        effects.push(Effect::RevealLesson);
    }
    state.lesson = Some(lesson);
    state.asking = Asking::default();
    state.shared = None;
    state.search = None;
    state.sweeps = Rc::default();
    state.comparison = Rc::default();
    forget_run(state, effects);
    match state.arriving.take() {
        Some(link) => share::apply(state, &link),
        None => effects.push(Effect::SetFragment(share::lesson_fragment(state))),
    }
    own::arrive(state, effects);
    program_changed(state, effects);
}

/// The page shows no run any more; one that is under way is stopped.
fn forget_run(state: &mut State, effects: &mut Vec<Effect>) {
    let is_measuring = state.measuring.take().is_some();
    if is_measuring || matches!(state.run.phase, Phase::Running | Phase::Stopping) {
        effects.push(Effect::Send(Request::Stop));
    }
    // A late reply carries the old number and is ignored.
    state.run = Run {
        id: state.run.id + 1,
        ..Run::default()
    };
    state.shown = None;
    state.cursor = None;
    state.inspection = Inspection::default();
}

fn program_changed(state: &mut State, effects: &mut Vec<Effect>) {
    state.diagnostics = Rc::default();
    check(state, effects);
}

/// Changes the open program's text, and sees to what follows from that.
pub(super) fn edit(state: &mut State, effects: &mut Vec<Effect>, change: impl FnOnce(&mut Program, &str)) {
    let (Some(lesson), open) = (state.lesson.clone(), state.open) else {
        return;
    };
    let (Some(info), Some(program)) = (lesson.programs.get(open), state.programs.get_mut(open)) else {
        return;
    };
    let before = Rc::clone(&program.text);
    change(program, &info.source);
    if program.text == before {
        return;
    }
    effects.push(Effect::SaveDraft {
        lesson: lesson.id.clone(),
        program: info.id.clone(),
        text: (program.text != info.source).then(|| Rc::clone(&program.text)),
        kept: program.kept.clone(),
    });
    // The address must not bring an older text back at the next reload.
    effects.push(Effect::SetFragment(share::lesson_fragment(state)));
    effects.push(Effect::CheckSoon);
}

fn check(state: &mut State, effects: &mut Vec<Effect>) {
    if !matches!(state.engine, EngineStatus::Ready(_)) {
        return;
    }
    let Some(program) = state.program() else { return };
    let source = program.text.to_string();
    state.checks += 1;
    effects.push(Effect::Send(Request::Check { source }));
}

type Wish = (String, trace::Model, Mode);

fn start(state: &mut State, (source, model, mode): Wish, cursor: Option<Step>, effects: &mut Vec<Effect>) {
    if state.run.phase.is_busy() || (mode == Mode::Live && state.live_off().is_some()) {
        return;
    }
    let id = state.run.id + 1;
    let request = RunRequest {
        id: RunId(id),
        source,
        model,
        mode,
    };
    // The engine ends whatever it did until now.
    state.measuring = None;
    state.notice = None;
    state.shown = None;
    state.cursor = None;
    state.asking.expected = state.asking.chosen;
    state.inspection = Inspection::default();
    state.run = Run {
        id,
        request: Some(Rc::new(request.clone())),
        cursor,
        ..Run::default()
    };
    effects.push(Effect::RevealRun);
    match state.engine {
        EngineStatus::Ready(_) => {
            state.run.phase = Phase::Running;
            effects.push(Effect::Send(Request::Run(request)));
        }
        EngineStatus::Loading => state.run.phase = Phase::Loading,
        EngineStatus::Absent => {
            state.run.phase = Phase::Loading;
            state.engine = EngineStatus::Loading;
            effects.push(Effect::RestartEngine);
        }
    }
}

fn stop(state: &mut State, effects: &mut Vec<Effect>) {
    match state.run.phase {
        Phase::Loading => {
            state.run.phase = Phase::Idle;
            state.run.request = None;
        }
        Phase::Running => {
            state.run.phase = Phase::Stopping;
            effects.push(Effect::Send(Request::Stop));
            effects.push(Effect::WatchStop(RunId(state.run.id)));
        }
        _ => measuring::stop(state, effects),
    }
}

fn show_outcome(state: &mut State, index: usize, effects: &mut Vec<Effect>) {
    let Some(search) = state.search.clone().filter(|_| !state.run.phase.is_busy()) else {
        return;
    };
    let Some(outcome) = search.outcomes.outcomes.get(index) else {
        return;
    };
    let mode = Mode::Replay(outcome.witness.clone());
    let wish = (search.request.source.clone(), search.request.model.clone(), mode);
    start(state, wish, None, effects);
    if let Some(search) = &mut state.search {
        Rc::make_mut(search).selected = Some(index);
    }
}

fn restart_engine(state: &mut State, effects: &mut Vec<Effect>) {
    state.engine = EngineStatus::Loading;
    state.checks = 0;
    state.inspection = Inspection::of_lost_engine(state);
    effects.push(Effect::RestartEngine);
}

fn engine_event(state: &mut State, event: EngineEvent, effects: &mut Vec<Effect>) {
    match event {
        EngineEvent::Reply(reply) => answer(state, *reply, effects),
        EngineEvent::Garbled => {
            fail(state, words::ENGINE_SPOKE_NONSENSE);
        }
        EngineEvent::Died { loaded: true } => {
            fail(state, words::ENGINE_DIED);
            restart_engine(state, effects);
        }
        EngineEvent::Died { loaded: false } => {
            state.engine = EngineStatus::Absent;
            fail(state, words::ENGINE_ABSENT);
        }
    }
}

/// Tells of a fault where the learner looks: at the run, or, if there is none, at the top of the page.
fn fail(state: &mut State, reason: Phrase) {
    measuring::break_off(state, reason);
    if state.run.phase.is_busy() {
        state.run.phase = Phase::Failed(Failure::Words(reason));
    } else {
        state.notice = Some(reason.into());
    }
}

fn answer(state: &mut State, reply: Reply, effects: &mut Vec<Effect>) {
    let Some(reply) = measuring::answer(state, reply, effects) else {
        return;
    };
    let again =
        |state: &State, run: RunId| run.0 == state.run.id && state.inspection.memory == Memory::Returning;
    let current = |state: &State, run: RunId| run.0 == state.run.id && state.run.phase.is_busy();
    match reply {
        Reply::Ready(engine) => ready(state, engine, effects),
        Reply::Checked { diagnostics } => {
            state.checks = state.checks.saturating_sub(1);
            if state.checks == 0 {
                state.diagnostics = Rc::new(diagnostics);
            }
        }
        Reply::Progress { run, progress } if current(state, run) => state.run.progress = progress,
        Reply::SoFar { run, trace } if current(state, run) => {
            let request = state.run.request.clone();
            state.run.so_far = request.map(|request| Rc::new(Shown::so_far(request, trace)));
        }
        Reply::Console { run, writes } if current(state, run) => state.run.print(writes),
        Reply::Finished { run, result } if current(state, run) => finished(state, result, effects),
        Reply::Outcomes { run, outcomes } if current(state, run) => {
            if outcomes.done {
                state.run.phase = Phase::Finished;
            }
            if let Some(request) = state.run.request.clone() {
                state.search = Some(Rc::new(Search {
                    request,
                    outcomes,
                    selected: None,
                }));
            }
        }
        Reply::Refused { run, diagnostics } if current(state, run) => {
            state.run.phase = Phase::Refused;
            refuse(state, diagnostics);
        }
        Reply::Failed { run, message } if current(state, run) => {
            state.run.phase = Phase::Failed(Failure::Text(message));
        }
        Reply::Inspected { run, state: view } => {
            inspect::inspected(state, run, view, effects);
        }
        Reply::Finished { run, .. } if again(state, run) => {
            inspect::returned(state, Memory::Fresh, effects);
        }
        Reply::Refused { run, .. } | Reply::Failed { run, .. } if again(state, run) => {
            inspect::returned(state, Memory::Gone, effects);
        }
        // Replies of a run that the page has given up.
        Reply::Progress { .. }
        | Reply::SoFar { .. }
        | Reply::Console { .. }
        | Reply::Finished { .. }
        | Reply::Outcomes { .. }
        | Reply::Refused { .. }
        | Reply::Failed { .. } => {}
    }
}

fn ready(state: &mut State, engine: wire::Engine, effects: &mut Vec<Effect>) {
    state.engine = EngineStatus::Ready(engine);
    if state.kind == Kind::Live && state.live_off().is_some() {
        state.kind = Kind::Model;
    }
    check(state, effects);
    if state.run.phase != Phase::Loading {
        return;
    }
    let Some(request) = state.run.request.clone() else {
        return;
    };
    if request.mode == Mode::Live && state.live_off().is_some() {
        state.run.phase = Phase::Failed(Failure::Words(words::LIVE_OFF_ENGINE));
        return;
    }
    state.run.phase = Phase::Running;
    effects.push(Effect::Send(Request::Run((*request).clone())));
}

fn finished(state: &mut State, result: RunResult, effects: &mut Vec<Effect>) {
    let Some(request) = state.run.request.clone() else {
        return;
    };
    state.run.phase = Phase::Finished;
    state.run.so_far = None;
    let shown = Shown::new(request, result);
    let steps = shown.trace().steps();
    state.shown = Some(Rc::new(shown));
    if let Some(step) = state.run.cursor.take() {
        place_cursor(state, step.min(steps), effects);
    }
}

/// Shows why a program was refused, unless the learner has typed on since.
fn refuse(state: &mut State, diagnostics: Vec<Diagnostic>) {
    let (Some(request), Some(program)) = (&state.run.request, state.program()) else {
        return;
    };
    if *request.source == *program.text {
        state.diagnostics = Rc::new(diagnostics);
    }
}

/// A message in both languages.
pub(super) fn tell(state: &mut State, text: trace::Text) {
    state.notice = Some(Notice::Text(text));
}
