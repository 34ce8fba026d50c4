//! Every lesson's question is answered by a run of its first program: exactly one answer is true of it, in each mode that the
//! lesson offers. And its programs can be run with every extreme of their parameters.

use std::fs;
use std::path::{Path, PathBuf};

use lesson::{Control, Manifest, Observed, Parameter, Value};
use live::Pool;
use session::Session;
use trace::{End, LimitKind, Limits, Model, Statistics, Text};
use wire::{LinkMode, Mode, Reply, Request, RunId, RunRequest};

/// Looks at a live run before it is taken for one that hangs.
const LOOKS: u32 = 40_000;

fn lessons() -> Vec<(PathBuf, Manifest)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/lessons");
    let entries = fs::read_dir(folder).expect("there are lessons");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("readable").path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    let manifests = folders.into_iter().map(|folder| {
        let json = fs::read_to_string(folder.join("lesson.json")).expect("a manifest");
        let manifest =
            lesson::manifest(&json).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        (folder, manifest)
    });
    manifests.collect()
}

/// The last reply to a run, and whether a live run was stuck, and stopped for that.
fn last_reply(session: &mut Session, source: &str, model: &Model, mode: Mode) -> (Reply, bool) {
    let request = RunRequest {
        id: RunId(1),
        source: source.to_owned(),
        model: model.clone(),
        mode,
    };
    if let Some(refused) = session.request(Request::Run(request)).pop() {
        return (refused, false);
    }
    let mut stuck = false;
    for looks in 0.. {
        for reply in session.work(1_000_000) {
            match reply {
                Reply::Progress { progress, .. } => {
                    // A look may fall between a wake-up and what comes of it.
                    if progress.stuck && stuck || looks > LOOKS {
                        session.request(Request::Stop);
                    }
                    stuck = progress.stuck;
                }
                Reply::Console { .. } | Reply::SoFar { .. } => {}
                last => return (last, stuck),
            }
        }
        if session.only_watches() {
            std::thread::sleep(std::time::Duration::from_micros(500));
        }
    }
    unreachable!("it looks for ever")
}

/// Which answer a run gives; nothing if it was refused.
fn right(manifest: &Manifest, reply: &Reply, stuck: bool) -> Option<usize> {
    let question = manifest.question.as_ref()?;
    match reply {
        Reply::Finished { result, .. } => {
            let statistics = Statistics::of(&result.trace);
            question.right(Observed::Run {
                trace: &result.trace,
                statistics: &statistics,
                stuck,
            })
        }
        other => panic!("{}: {other:?}", manifest.id),
    }
}

#[test]
fn questions_are_answered_by_runs() {
    let pool = Pool::native(112);
    for (folder, manifest) in lessons() {
        let source = fs::read_to_string(folder.join(&manifest.programs[0].file)).expect("readable");
        for mode in &manifest.modes {
            let (mode, pool) = match mode {
                LinkMode::Model => (Mode::Model, None),
                LinkMode::Live => (Mode::Live, Some(std::sync::Arc::clone(&pool))),
                // What search is asked for has few threads; that is the business of the lesson's buttons.
                LinkMode::Search => continue,
            };
            let mut session = Session::new(pool);
            let (reply, stuck) = last_reply(&mut session, &source, &manifest.model(), mode.clone());
            let answer = right(&manifest, &reply, stuck);
            assert!(
                answer.is_some(),
                "{}, {mode:?}: no answer is true of {reply:#?}",
                manifest.id
            );
        }
    }
}

/// The least and the greatest value of a parameter, or all of a list.
fn extremes(parameter: &Parameter) -> Vec<Value> {
    match &parameter.control {
        Control::Slider { min, max, .. } => vec![Value::Number(*min), Value::Number(*max)],
        Control::Number { min, max, .. } => {
            min.iter().chain(max).map(|value| Value::Number(*value)).collect()
        }
        Control::Boolean => vec![Value::Boolean(false), Value::Boolean(true)],
        Control::Text => Vec::new(),
        Control::Choice(choices) => choices.iter().map(|choice| choice.value.clone()).collect(),
    }
}

/// How a run on the model ended badly, if it did: refused, or out of memory, or of room for its trace.
fn fault(source: &str, model: &Model) -> Option<Text> {
    let (reply, _) = last_reply(&mut Session::new(None), source, model, Mode::Model);
    match reply {
        Reply::Finished { result, .. } => match result.trace.end {
            End::Limit {
                kind: LimitKind::Instructions,
                ..
            }
            | End::Finished { .. }
            | End::Deadlock { .. } => None,
            other => Some(Text::new(format!("{other:?}"), "")),
        },
        other => Some(Text::new(format!("{other:?}"), "")),
    }
}

#[test]
fn programs_run_with_the_extremes_of_their_parameters() {
    for (folder, manifest) in lessons() {
        let usual = manifest.model();
        // What never ends is cut off.
        let limits = Limits {
            instructions: 3_000_000,
            ..usual.limits.clone()
        };
        let model = Model { limits, ..usual };
        for program in &manifest.programs {
            let source = fs::read_to_string(folder.join(&program.file)).expect("readable");
            for parameter in lesson::parameters(&source) {
                for value in extremes(&parameter) {
                    let changed =
                        lesson::set_parameter(&source, &parameter.name, &value).expect("in its range");
                    let fault = fault(&changed, &model);
                    assert!(
                        fault.is_none(),
                        "{}/{}, {} = {value}: {fault:?}",
                        manifest.id,
                        program.file,
                        parameter.name
                    );
                }
            }
        }
    }
}
