//! Runs beside each other: the lesson's programs, and runs that the learner kept.

use lesson::Value;
use trace::Text;

use super::{Kind, Measured, Outcome, Plan, Program, Series, Shown, State};

/// What is compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Comparison {
    /// The lesson's programs: what they are called, and how their runs were made.
    pub programs: Vec<Named>,
    /// Their runs.
    pub series: Series,
    /// Runs that the learner kept, in that order.
    pub kept: Vec<Kept>,
}

/// What a run is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The program.
    pub title: Text,
    /// Its parameters: `THREADS = 2, WAIT = 0`.
    pub parameters: String,
    /// How it was run.
    pub kind: Kind,
}

/// A run that the learner kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Kept {
    /// The run's number on this page.
    pub run: u32,
    /// What it is called.
    pub named: Named,
    /// What is kept of it.
    pub measured: Measured,
}

/// A run of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    /// What it is called.
    pub named: Named,
    /// What came of it, if it has been made.
    pub outcome: Option<Outcome>,
    /// Where it comes from.
    pub source: Source,
}

/// Where a run of a comparison comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// It is one of the lesson's programs.
    Program,
    /// The learner kept it; its place among those.
    Kept(usize),
    /// The page shows it.
    Shown,
}

impl Comparison {
    /// Prepares runs of all programs, as the learner has made them; runs that were kept stay.
    pub(super) fn begin(&mut self, state: &State) {
        let Some(lesson) = &state.lesson else { return };
        let kind = kind(state);
        let programs = lesson.programs.iter().zip(&state.programs);
        let named = programs.map(|(info, program)| Named::of(&info.title, &program.text, kind));
        self.programs = named.collect();
        self.series = Series::new(plans(state));
    }

    /// Whether running all programs again would make other runs: one of them or the settings have changed.
    pub(crate) fn is_stale(&self, state: &State) -> bool {
        !self.programs.is_empty() && self.series.plans != plans(state)
    }

    /// Keeps the shown run.
    pub(super) fn keep(&mut self, state: &State) {
        let Some(shown) = state.shown.as_ref().filter(|_| !self.has(state.run.id)) else {
            return;
        };
        self.kept.push(Kept {
            run: state.run.id,
            named: named(state, shown),
            measured: measured(state, shown),
        });
    }

    /// Whether a run was kept.
    pub(crate) fn has(&self, run: u32) -> bool {
        self.kept.iter().any(|kept| kept.run == run)
    }

    /// All runs: the programs', those that were kept, and, where one was kept, the shown one beside it.
    pub(crate) fn columns(&self, state: &State) -> Vec<Column> {
        let outcomes = self.series.outcomes.iter().cloned().map(Some);
        let programs = self.programs.iter().zip(outcomes.chain(std::iter::repeat(None)));
        let programs = programs.map(|(named, outcome)| Column {
            named: named.clone(),
            outcome,
            source: Source::Program,
        });
        let kept = self.kept.iter().enumerate().map(|(place, kept)| Column {
            named: kept.named.clone(),
            outcome: Some(Outcome::Measured(kept.measured.clone())),
            source: Source::Kept(place),
        });
        let shown = state.shown.as_ref();
        let shown = shown.filter(|_| !self.kept.is_empty() && !self.has(state.run.id));
        let shown = shown.map(|shown| Column {
            named: named(state, shown),
            outcome: Some(Outcome::Measured(measured(state, shown))),
            source: Source::Shown,
        });
        programs.chain(kept).chain(shown).collect()
    }
}

/// How the programs are run: as the next run is to be made, but a search has no times.
fn kind(state: &State) -> Kind {
    match state.possible(state.kind) {
        Kind::Live => Kind::Live,
        Kind::Model | Kind::Search => Kind::Model,
    }
}

fn plans(state: &State) -> Vec<Result<Plan, Text>> {
    let plan = |program: &Program| Plan {
        source: program.text.to_string(),
        model: state.model.clone(),
        mode: kind(state).mode(),
    };
    state.programs.iter().map(|program| Ok(plan(program))).collect()
}

impl Named {
    fn of(title: &Text, source: &str, kind: Kind) -> Self {
        let parameters = lesson::parameters(source);
        let parameters: Vec<String> = parameters
            .iter()
            .map(|parameter| match &parameter.value {
                Value::Text(text) => format!("{} = {text:?}", parameter.name),
                value => format!("{} = {value}", parameter.name),
            })
            .collect();
        Self {
            title: title.clone(),
            parameters: parameters.join(", "),
            kind,
        }
    }
}

fn named(state: &State, shown: &Shown) -> Named {
    let source = shown.request.source.as_str();
    let place = state.programs.iter().position(|program| *program.text == *source);
    let title = state
        .lesson
        .as_ref()
        .and_then(|lesson| lesson.programs.get(place.unwrap_or(state.open)))
        .map_or_else(|| Text::new("", ""), |info| info.title.clone());
    let kind = if shown.is_virtual() {
        Kind::Model
    } else {
        Kind::Live
    };
    Named::of(&title, source, kind)
}

fn measured(state: &State, shown: &Shown) -> Measured {
    let processors = state.processors(&shown.request.mode, &shown.request.model);
    let stuck = state.run.progress.stuck;
    Measured::of(shown.trace(), &shown.statistics, (processors, stuck), &[])
}
