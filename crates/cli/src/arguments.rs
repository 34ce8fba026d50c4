//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use trace::{Limits, Model, Policy, SwitchPoints};

/// Runs Python programs as CPython 3.11 would: on a deterministic model, on real threads, or in all possible ways.
///
/// The exit status is the program's own; 2 for a program or a command line that is wrong or not supported, 3 for a
/// deadlock, 4 for a limit that was reached, 130 for Ctrl-C.
#[derive(Debug, Parser)]
#[command(name = "interleave", version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Runs a program once
    Run(RunArguments),
    /// Repeats a run from its schedule
    Replay(ReplayArguments),
    /// Finds all outcomes over all schedules
    Explore(ExploreArguments),
    /// Tells what is wrong with a program, without running it
    Check(ProgramArguments),
    /// Prints a program's bytecode
    Dis(ProgramArguments),
}

/// A program and its parameters.
#[derive(Debug, Args)]
pub(crate) struct ProgramArguments {
    /// The program
    pub file: PathBuf,
    /// Writes a value into a line `NAME = … # @param`; may be given several times
    #[arg(long = "param", value_name = "NAME=VALUE", value_parser = parameter)]
    pub parameters: Vec<(String, String)>,
}

/// What the program finds in `sys.argv`.
#[derive(Debug, Args)]
pub(crate) struct ScriptArguments {
    /// The program's own arguments (`sys.argv`)
    #[arg(last = true, value_name = "ARGUMENT")]
    pub arguments: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct TraceArguments {
    /// Writes what happened as Chrome trace-event JSON, for ui.perfetto.dev
    #[arg(long, value_name = "OUT.json")]
    pub trace: Option<PathBuf>,
}

/// Ten times what a page allows: whoever runs programs on a command line can wait, and interrupt.
const MOST_INSTRUCTIONS: u64 = 2_000_000_000;

/// Bytes, four times what a page allows.
const MOST_MEMORY: u64 = 1 << 30;

#[derive(Debug, Args)]
pub(crate) struct LimitArguments {
    /// Ends the run after so many instructions
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = MOST_INSTRUCTIONS, value_parser = clap::value_parser!(u64).range(1..))]
    pub max_instructions: u64,
}

#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    #[command(flatten)]
    pub program: ProgramArguments,
    #[command(flatten)]
    pub model: ModelArguments,
    /// Runs on threads of the operating system, which decides who goes first
    #[arg(long, conflicts_with = "ModelArguments")]
    pub live: bool,
    /// Writes each piece of text at once, as `python3 -u` does
    #[arg(short, long)]
    pub unbuffered: bool,
    #[command(flatten)]
    pub limits: LimitArguments,
    #[command(flatten)]
    pub trace: TraceArguments,
    /// Writes the schedule, which `interleave replay` repeats
    #[arg(long, value_name = "OUT")]
    pub schedule: Option<PathBuf>,
    #[command(flatten)]
    pub script: ScriptArguments,
}

/// Who runs next on the model.
#[derive(Debug, Args)]
#[group(multiple = true)]
pub(crate) struct ModelArguments {
    /// Who runs next [default: cpython, or random with --seed]
    #[arg(long, value_name = "P")]
    pub policy: Option<PolicyName>,
    /// The seed of a policy that draws lots, and of numbers that a program draws without one
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// Where a switch may happen
    #[arg(long, value_name = "WHERE")]
    pub switch: Option<SwitchName>,
    /// Processors, 1 to 64: so many processes run at the same time, without a GIL also threads
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=64))]
    pub cores: Option<u32>,
    /// Threads of one process run at the same time, as in CPython's free-threaded build
    #[arg(long)]
    pub no_gil: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReplayArguments {
    #[command(flatten)]
    pub program: ProgramArguments,
    /// What `--schedule` has written, or a share link
    pub schedule: String,
    #[command(flatten)]
    pub limits: LimitArguments,
    #[command(flatten)]
    pub trace: TraceArguments,
    #[command(flatten)]
    pub script: ScriptArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ExploreArguments {
    #[command(flatten)]
    pub program: ProgramArguments,
    /// Writes each outcome's schedule into this folder, as 1, 2, …
    #[arg(long, value_name = "FOLDER")]
    pub schedules: Option<PathBuf>,
    #[command(flatten)]
    pub script: ScriptArguments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PolicyName {
    /// CPython's GIL: first come, first served, with a switch interval
    Cpython,
    /// At each switch point lots are drawn
    Random,
    /// A thread runs until it ends or waits for another
    Batch,
    /// A thread runs until it blocks
    Block,
    /// A thread runs until it blocks or its quantum is over
    RoundRobin,
    /// Threads have random priorities, which change a few times
    Pct,
}

impl PolicyName {
    fn policy(self) -> Policy {
        match self {
            Self::Cpython => Policy::CPython,
            Self::Random => Policy::Random,
            Self::Batch => Policy::RunToCompletion,
            Self::Block => Policy::SwitchOnBlock,
            Self::RoundRobin => Policy::RoundRobin,
            Self::Pct => Policy::Pct,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SwitchName {
    /// Where CPython 3.11 may switch: backward jumps, calls, blocking operations
    Cpython,
    /// After any instruction
    Instruction,
}

impl RunArguments {
    /// The model's settings.
    ///
    /// # Errors
    /// With a sentence, where flags contradict each other.
    pub fn model(&self) -> Result<Model, String> {
        let ModelArguments {
            policy,
            seed,
            switch,
            cores,
            no_gil,
        } = self.model;
        let policy = match (policy.map(PolicyName::policy), seed) {
            (Some(policy), _) => policy,
            (None, None) => Policy::CPython,
            (None, Some(_)) => Policy::Random,
        };
        let model = Model::default();
        Ok(Model {
            policy,
            switch_points: match switch {
                Some(SwitchName::Instruction) => SwitchPoints::Instruction,
                Some(SwitchName::Cpython) | None => SwitchPoints::CPython,
            },
            seed: seed.unwrap_or(model.seed),
            cores: cores.unwrap_or(model.cores),
            gil: !no_gil,
            unbuffered: self.unbuffered,
            limits: self.limits.limits(),
            ..model
        })
    }
}

impl LimitArguments {
    /// The bounds of a run.
    pub fn limits(&self) -> Limits {
        Limits {
            instructions: self.max_instructions,
            memory: MOST_MEMORY,
            ..Limits::default()
        }
    }
}

fn parameter(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("it must have the form NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}
