//! Lessons: programs, their parameters and manifests.

mod manifest;
mod parameters;

pub use manifest::{Entry, Manifest, Program, course, manifest};
pub use parameters::{
    Choice, Control, Fault, Parameter, ParameterError, Value, Wanted, faults, parameters, set_parameter,
};
