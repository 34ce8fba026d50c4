//! Live runs on the operating system's threads.

mod common;
mod processes;
mod races;
mod threads;
mod work;
