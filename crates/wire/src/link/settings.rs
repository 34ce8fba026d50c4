//! Modes and settings of the model by name: what links and lessons' manifests say of them.

use serde::{Deserialize, Serialize};
use trace::{Model, Policy, SwitchPoints};

use super::{LinkError, number};

/// How a learner may run a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkMode {
    /// On real workers.
    Live,
    /// On the deterministic model.
    Model,
    /// All outcomes over all schedules.
    Search,
}

impl LinkMode {
    const ALL: [Self; 3] = [Self::Live, Self::Model, Self::Search];

    /// Its name in a link.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Model => "model",
            Self::Search => "search",
        }
    }

    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.word() == word)
    }
}

/// Settings of a model that a lesson or a link changes; `None` leaves a setting as it is. Limits are the page's own: no link
/// may raise them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Key `policy`: `cpython`, `random`, `batch`, `block`, `round-robin`, `pct`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// Key `switch`: `cpython`, `any` (after any instruction).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_points: Option<SwitchPoints>,
    /// Key `seed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Key `interval`: the switch interval in microseconds, 1 to 1 000 000 000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_interval_us: Option<u32>,
    /// Key `cost`: an instruction's cost in nanoseconds, 1 to 1 000 000 000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instruction_ns: Option<u32>,
    /// Key `cores`: processors, 1 to 64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cores: Option<u32>,
    /// Key `gil`: `1`, `0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gil: Option<bool>,
    /// Key `quantum`: round robin's in microseconds, 1 to 1 000 000 000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantum_us: Option<u32>,
    /// Key `depth`: that of PCT, 1 to 64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depth: Option<u32>,
    /// Key `unbuffered`: `1`, `0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unbuffered: Option<bool>,
}

/// Larger ones would make a second of virtual time out of nothing, zero would make time stand still.
const LARGEST_TIME: u64 = 1_000_000_000;

impl Settings {
    /// What must change in `base` to give `model`.
    #[must_use]
    pub fn between(base: &Model, model: &Model) -> Self {
        fn changed<T: PartialEq + Copy>(base: T, model: T) -> Option<T> {
            (base != model).then_some(model)
        }
        Self {
            policy: changed(base.policy, model.policy),
            switch_points: changed(base.switch_points, model.switch_points),
            seed: changed(base.seed, model.seed),
            switch_interval_us: changed(base.switch_interval_us, model.switch_interval_us),
            instruction_ns: changed(base.instruction_ns, model.instruction_ns),
            cores: changed(base.cores, model.cores),
            gil: changed(base.gil, model.gil),
            quantum_us: changed(base.quantum_us, model.quantum_us),
            depth: changed(base.depth, model.depth),
            unbuffered: changed(base.unbuffered, model.unbuffered),
        }
    }

    /// `base` with these changes.
    #[must_use]
    pub fn applied_to(self, base: &Model) -> Model {
        Model {
            policy: self.policy.unwrap_or(base.policy),
            switch_points: self.switch_points.unwrap_or(base.switch_points),
            seed: self.seed.unwrap_or(base.seed),
            switch_interval_us: self.switch_interval_us.unwrap_or(base.switch_interval_us),
            instruction_ns: self.instruction_ns.unwrap_or(base.instruction_ns),
            cores: self.cores.unwrap_or(base.cores),
            gil: self.gil.unwrap_or(base.gil),
            quantum_us: self.quantum_us.unwrap_or(base.quantum_us),
            depth: self.depth.unwrap_or(base.depth),
            unbuffered: self.unbuffered.unwrap_or(base.unbuffered),
            limits: base.limits.clone(),
        }
    }

    pub(super) fn write(self, mut add: impl FnMut(&str, &str)) {
        if let Some(policy) = self.policy {
            add("policy", policy.word());
        }
        if let Some(points) = self.switch_points {
            add("switch", switch_word(points));
        }
        if let Some(seed) = self.seed {
            add("seed", &seed.to_string());
        }
        if let Some(interval) = self.switch_interval_us {
            add("interval", &interval.to_string());
        }
        if let Some(cost) = self.instruction_ns {
            add("cost", &cost.to_string());
        }
        if let Some(cores) = self.cores {
            add("cores", &cores.to_string());
        }
        if let Some(gil) = self.gil {
            add("gil", if gil { "1" } else { "0" });
        }
        if let Some(quantum) = self.quantum_us {
            add("quantum", &quantum.to_string());
        }
        if let Some(depth) = self.depth {
            add("depth", &depth.to_string());
        }
        if let Some(unbuffered) = self.unbuffered {
            add("unbuffered", if unbuffered { "1" } else { "0" });
        }
    }

    /// Takes in a key and its value; false if the key is unknown.
    pub(super) fn read(&mut self, key: &str, value: &str) -> Result<bool, LinkError> {
        let wrong = || LinkError::value(key, value);
        match key {
            "policy" => {
                let policy = Policy::ALL.into_iter().find(|policy| policy.word() == value);
                self.policy = Some(policy.ok_or_else(wrong)?);
            }
            "switch" => {
                let points = [SwitchPoints::CPython, SwitchPoints::Instruction]
                    .into_iter()
                    .find(|points| switch_word(*points) == value);
                self.switch_points = Some(points.ok_or_else(wrong)?);
            }
            "seed" => self.seed = Some(number(key, value, u64::MAX)?),
            "interval" => self.switch_interval_us = Some(time(key, value)?),
            "cost" => self.instruction_ns = Some(time(key, value)?),
            "cores" => self.cores = Some(small(key, value)?),
            "gil" => self.gil = Some(truth(key, value)?),
            "quantum" => self.quantum_us = Some(time(key, value)?),
            "depth" => self.depth = Some(small(key, value)?),
            "unbuffered" => self.unbuffered = Some(truth(key, value)?),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn time(key: &str, value: &str) -> Result<u32, LinkError> {
    let time = u32::try_from(number(key, value, LARGEST_TIME)?).ok();
    time.filter(|time| *time > 0)
        .ok_or_else(|| LinkError::value(key, value))
}

/// A number from 1 to 64.
fn small(key: &str, value: &str) -> Result<u32, LinkError> {
    let small = u32::try_from(number(key, value, 64)?).ok();
    small
        .filter(|small| *small > 0)
        .ok_or_else(|| LinkError::value(key, value))
}

fn truth(key: &str, value: &str) -> Result<bool, LinkError> {
    match value {
        "1" => Ok(true),
        "0" => Ok(false),
        _ => Err(LinkError::value(key, value)),
    }
}

fn switch_word(points: SwitchPoints) -> &'static str {
    match points {
        SwitchPoints::CPython => "cpython",
        SwitchPoints::Instruction => "any",
    }
}
