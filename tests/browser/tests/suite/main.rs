//! The page as a learner meets it, end to end: a module for each side of it.

mod bad_links;
mod bad_programs;
mod browsers;
mod engine;
mod faults;
mod lesson;
mod lessons;
mod looks;
mod measures;
mod own;
mod runs;
mod search;
mod steps;
