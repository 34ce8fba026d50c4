//! The engine without the page around it, for what takes many runs.

use crate::{Learner, Outcome};
use serde_json::{Value, json};
use std::cell::Cell;
use trace::{End, Model, Trace};
use wire::{Mode, Progress, Reply, Request, RunId, RunRequest, RunResult};

/// The built engine in a worker of an empty document.
#[derive(Debug)]
pub struct Engine {
    learner: Learner,
    runs: Cell<u32>,
}

/// A run that came to its end.
#[derive(Debug)]
pub struct Ran {
    /// Milliseconds from the request to the last reply.
    pub took: f64,
    /// What it left.
    pub result: RunResult,
}

impl Engine {
    /// Starts the engine of the page that lies in `folder`, seen from the open document.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn start(learner: Learner, folder: &str) -> Outcome<Self> {
        learner
            .client()
            .execute(include_str!("engine.js"), Vec::new())
            .await?;
        learner
            .evaluate("window.engine.start(arguments[0])", &[json!(folder)])
            .await?;
        Ok(Self {
            learner,
            runs: Cell::new(0),
        })
    }

    /// Runs a program to its end.
    ///
    /// # Errors
    /// When it is refused, or the engine fails.
    pub async fn run(&self, source: &str, mode: Mode) -> Outcome<Ran> {
        let run = RunId(self.runs.get());
        self.runs.set(run.0 + 1);
        let request = Request::Run(RunRequest {
            id: run,
            source: source.to_owned(),
            model: Model::default(),
            mode,
        });
        let arguments = [json!(wire::encode(&request)?), json!(kinds_of_news(run)?)];
        let answer = self
            .learner
            .evaluate("window.engine.run(arguments[0], arguments[1])", &arguments)
            .await?;
        let reply: Vec<u8> = serde_json::from_value(answer["reply"].clone())?;
        match wire::decode(&reply)? {
            Reply::Finished { result, .. } => Ok(Ran {
                took: number(&answer["took"])?,
                result,
            }),
            other => Err(format!("the program did not come to its end: {other:?}.").into()),
        }
    }
}

/// A message begins with the number of its kind: those of replies that come before the last one.
fn kinds_of_news(run: RunId) -> Outcome<Vec<u8>> {
    let news = [
        Reply::Progress {
            run,
            progress: Progress::default(),
        },
        Reply::Console {
            run,
            writes: Vec::new(),
        },
        Reply::SoFar {
            run,
            trace: Trace {
                processes: Vec::new(),
                fibers: Vec::new(),
                locks: Vec::new(),
                resources: Vec::new(),
                slices: Vec::new(),
                events: Vec::new(),
                end: End::Stopped,
                ended_at: 0,
            },
        },
    ];
    let kinds = news.iter().map(|reply| Ok(wire::encode(reply)?[0]));
    kinds.collect()
}

/// A figure that a script answered with.
///
/// # Errors
/// When it is none.
pub fn number(value: &Value) -> Outcome<f64> {
    value
        .as_f64()
        .ok_or_else(|| format!("{value} is no number.").into())
}
