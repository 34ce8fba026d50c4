//! Plots: a program that is run once for each value of a parameter, and the figures of those runs as curves.

use serde::Deserialize;
use trace::Text;
use wire::LinkMode;

use crate::figure::{Figure, Measure};

/// A plot.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plot {
    /// What it shows.
    pub title: Text,
    /// Which of the lesson's programs runs, by its name in links.
    pub program: String,
    /// The parameter that takes the values: that is the horizontal axis. [`CORES`] is the model's setting of that name.
    pub sweep: String,
    /// Its values in order; without them those of its slider, some of them if there are many.
    #[serde(default)]
    pub values: Vec<f64>,
    /// How the runs are made.
    pub mode: LinkMode,
    /// Which axes are logarithmic.
    #[serde(default)]
    pub log: Log,
    /// What is drawn.
    pub curves: Vec<Curve>,
}

impl Plot {
    /// Whether it varies the model's number of processors.
    #[must_use]
    pub fn sweeps_cores(&self) -> bool {
        self.sweep == CORES
    }
}

impl Log {
    /// Whether the horizontal axis is logarithmic.
    #[must_use]
    pub fn x(self) -> bool {
        matches!(self, Self::X | Self::Xy)
    }

    /// Whether the vertical axis is logarithmic.
    #[must_use]
    pub fn y(self) -> bool {
        matches!(self, Self::Y | Self::Xy)
    }
}

/// What a plot's `sweep` says to vary the number of processors.
pub const CORES: &str = "cores";

/// Which axes are logarithmic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Log {
    /// None.
    #[default]
    None,
    /// The horizontal one.
    X,
    /// The vertical one.
    Y,
    /// Both.
    Xy,
}

/// A curve.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Curve {
    /// What to call it.
    pub label: Text,
    /// What it is drawn from.
    pub figure: Figure,
}

/// A curve as manifests write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    label: Text,
    printed: Option<String>,
    measured: Option<Measure>,
}

impl TryFrom<Written> for Curve {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let figure = match (written.printed, written.measured) {
            (Some(prefix), None) => Figure::Printed(prefix),
            (None, Some(measure)) => Figure::Measured(measure),
            _ => return Err("a curve is drawn from `printed` or from `measured`"),
        };
        Ok(Self {
            label: written.label,
            figure,
        })
    }
}
