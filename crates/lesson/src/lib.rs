//! Lessons: programs, their parameters and manifests.

mod figure;
mod manifest;
mod parameters;
mod plot;
mod question;
mod spread;

pub use figure::{Ending, Figure, Measure, Observed};
pub use manifest::{Entry, Manifest, Program, Section, View, course, manifest};
pub use parameters::{
    Choice, Control, Fault, Parameter, ParameterError, Value, Wanted, faults, parameters, set_parameter,
};
pub use plot::{CORES, Curve, Log, Plot};
pub use question::{Answer, Condition, Question};
