//! Python as a state and one-instruction steps on it.
//!
//! The machine executes; it never decides who runs, reads no clock and does no I/O: whoever drives a [`Process`] does.
//! It never calls Python code from Rust recursively: a call pushes a frame, so every instruction is a place to stop.

mod attribute;
pub mod bytes;
mod canonical;
mod class;
mod code;
mod compile;
pub mod digest;
mod disassembly;
mod exception;
mod fiber;
pub mod hash;
mod heap;
pub mod int;
mod interpret;
mod kernel;
mod library;
mod marks;
pub mod math;
pub mod mersenne;
mod named;
mod naming;
mod native;
mod object;
mod opcode;
mod operators;
mod process;
mod range;
mod resource;
mod roots;
mod shared;
mod shown;
mod signal;
mod step;
mod string;
mod subscript;
mod switch;
mod symbol;
mod system;
pub mod table;
pub mod text;
mod turn;
mod value;
mod view;
mod work;
mod world;

pub use canonical::Canonical;
pub use code::{Program, Script};
pub use disassembly::{ListedHandler, ListedInstruction, Listing};
pub use fiber::Clock;
pub use kernel::{Kernel, Written};
pub use process::Process;
pub use turn::{Budget, Outcome, Turn};
pub use work::{Done, Work};
pub use world::{Lent, Part, World};

use trace::Diagnostic;

/// Parses and compiles a program.
///
/// # Errors
/// With everything that is wrong with it or that is not supported, in order of place.
pub fn load(source: &str) -> Result<Program, Vec<Diagnostic>> {
    load_script(source, Script::default())
}

/// The same for a program that is in a file or has arguments.
///
/// # Errors
/// As [`load`].
pub fn load_script(source: &str, script: Script) -> Result<Program, Vec<Diagnostic>> {
    compile::compile(source, &syntax::parse(source)?, script)
}
