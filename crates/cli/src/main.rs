//! `interleave`: programs without a browser. It runs them as `python3 FILE` would, repeats runs, finds all outcomes.

mod arguments;
mod chrome;
mod console;
mod drive;
mod failure;
mod listing;
mod outcomes;
mod program;
mod report;
mod schedules;
mod words;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser as _;
use live::Pool;
use session::Session;
use trace::{End, Model, Severity, Trace};
use wire::{Mode, Proof, SharedRun};

use arguments::{Arguments, Command, ExploreArguments, ProgramArguments, ReplayArguments, RunArguments};
use failure::{DEADLOCK, Failure, INTERRUPTED, LIMIT, REFUSED};
use program::Source;
use report::Held;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = drive::listen_for_interrupts().and_then(|()| match &arguments.command {
        Command::Run(arguments) => run(arguments),
        Command::Replay(arguments) => replay(arguments),
        Command::Explore(arguments) => explore(arguments),
        Command::Check(arguments) => check(arguments),
        Command::Dis(arguments) => disassemble(arguments),
    });
    outcome.unwrap_or_else(|failure| failure.report())
}

fn run(arguments: &RunArguments) -> Result<ExitCode, Failure> {
    let model = arguments.model().map_err(Failure::new)?;
    let source = Source::read(&arguments.program)?;
    let program = source.load(&arguments.script.arguments)?;
    let trace = Output::create(arguments.trace.trace.as_deref())?;
    let schedule = Output::create(arguments.schedule.as_deref())?;
    let (pool, mode) = if arguments.live {
        (Some(Pool::native(model.limits.threads)), Mode::Live)
    } else {
        (None, Mode::Model)
    };
    let mut session = Session::new(pool);
    let first = session.start_program(drive::RUN, program, model.clone(), mode);
    let result = drive::run(&mut session, first)?;
    write_trace(trace, &result.trace, &source)?;
    if let Some(Output { path, mut file }) = schedule {
        let text = schedules::of_run(&result, &model, &arguments.program.parameters);
        writeln!(file, "{text}").map_err(|error| cannot_write(&path, &error))?;
    }
    Ok(end(&mut session, &result.trace, &source, &model))
}

fn replay(arguments: &ReplayArguments) -> Result<ExitCode, Failure> {
    let (link, run) = schedules::read(&arguments.schedule)?;
    let source = Source::read(&arguments.program)?.with(&link.parameters)?;
    if link.code.as_ref().is_some_and(|code| *code != source.text) {
        return Err(Failure::new("this link was made for another program."));
    }
    let program = source.load(&arguments.script.arguments)?;
    let trace = Output::create(arguments.trace.trace.as_deref())?;
    let base = Model {
        limits: arguments.limits.limits(),
        ..Model::default()
    };
    let model = link.settings.applied_to(&base);
    let mode = match run {
        SharedRun::Schedule(schedule) => Mode::Replay(schedule),
        SharedRun::Recording(recording) => Mode::ReplayLive(recording),
    };
    let mut session = Session::new(None);
    let first = session.start_program(drive::RUN, program, model.clone(), mode);
    let result = drive::run(&mut session, first)?;
    write_trace(trace, &result.trace, &source)?;
    Ok(end(&mut session, &result.trace, &source, &model))
}

fn explore(arguments: &ExploreArguments) -> Result<ExitCode, Failure> {
    let source = Source::read(&arguments.program)?;
    let program = source.load(&arguments.script.arguments)?;
    if let Some(folder) = &arguments.schedules {
        std::fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
    }
    let model = Model::default();
    // Batches of states are shared among all cores by rayon's own threads.
    let mut session = Session::new(None);
    let first = session.start_program(drive::RUN, program, model.clone(), Mode::Search);
    let found = drive::search(&mut session, first)?;
    console::say(&outcomes::text(&found, &model.limits));
    if let Some(folder) = &arguments.schedules {
        for (index, outcome) in found.outcomes.iter().enumerate() {
            let path = folder.join((index + 1).to_string());
            let text = schedules::of_search(&outcome.witness, &model, &arguments.program.parameters);
            std::fs::write(&path, text + "\n").map_err(|error| cannot_write(&path, &error))?;
        }
    }
    Ok(ExitCode::from(match found.proof {
        Proof::All => 0,
        Proof::Partial { .. } if drive::is_interrupted() => INTERRUPTED,
        Proof::Partial { .. } => LIMIT,
    }))
}

fn check(arguments: &ProgramArguments) -> Result<ExitCode, Failure> {
    let source = Source::read(arguments)?;
    let mut diagnostics = match machine::load(&source.text) {
        Ok(program) => program.warnings().to_vec(),
        Err(diagnostics) => diagnostics,
    };
    diagnostics.extend(source.parameter_faults());
    diagnostics.sort_by_key(|diagnostic| diagnostic.place);
    console::say(&source.describe(&diagnostics));
    let is_wrong = diagnostics
        .iter()
        .any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(ExitCode::from(if is_wrong { REFUSED } else { 0 }))
}

fn disassemble(arguments: &ProgramArguments) -> Result<ExitCode, Failure> {
    let program = Source::read(arguments)?.compile(&[])?;
    console::say(&listing::text(&program.disassembly()));
    Ok(ExitCode::SUCCESS)
}

/// Tells how a run ended, unless it ended by itself; the exit status.
fn end(session: &mut Session, trace: &Trace, source: &Source, model: &Model) -> ExitCode {
    let (report, status) = match &trace.end {
        // What a parent process sees of a status are its lowest eight bits.
        End::Finished { status } => return ExitCode::from(*status as u8),
        End::Deadlock { waits } => {
            let held: Vec<Held> = report::held_locks(trace)
                .into_iter()
                .filter_map(|(lock, holder, step)| {
                    let state = drive::inspect(session, step)?;
                    let place = state.fibers.get(holder.index())?.frames.last()?.place;
                    Some(Held { lock, place })
                })
                .collect();
            (report::deadlock(trace, waits, &held, source), DEADLOCK)
        }
        End::Limit { kind, fiber, place } => {
            let report = report::limit(trace, *kind, *fiber, *place, &model.limits);
            (report, LIMIT)
        }
        End::Stopped if drive::is_interrupted() => ("interleave: interrupted.".to_owned(), INTERRUPTED),
        End::Stopped => (
            "interleave: the schedule ends before the program does.".to_owned(),
            LIMIT,
        ),
        End::Diverged { turn } => {
            let report = format!("interleave: the schedule does not fit this program, from turn {turn} on.");
            (report, REFUSED)
        }
    };
    console::complain(&report);
    ExitCode::from(status)
}

/// A file that a run is to leave behind: opened before it begins, so that no run is made in vain.
struct Output {
    path: PathBuf,
    file: File,
}

impl Output {
    fn create(path: Option<&Path>) -> Result<Option<Self>, Failure> {
        let Some(path) = path else { return Ok(None) };
        let file = File::create(path).map_err(|error| cannot_write(path, &error))?;
        let path = path.to_owned();
        Ok(Some(Self { path, file }))
    }
}

fn write_trace(output: Option<Output>, trace: &Trace, source: &Source) -> Result<(), Failure> {
    let Some(Output { path, file }) = output else {
        return Ok(());
    };
    let mut out = BufWriter::new(file);
    let program = source.path.display().to_string();
    let written = chrome::write(trace, &program, &mut out).and_then(|()| out.flush());
    written.map_err(|error| cannot_write(&path, &error))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("can't write '{}': {error}", path.display()))
}
