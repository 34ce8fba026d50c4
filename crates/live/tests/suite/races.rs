//! Programs whose outcome is a matter of luck, run over and over: every repetition of a recording is the run that it records.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use trace::Stream;

use crate::common::{ends_well, repeated};

/// How often each of the twenty programs runs.
const TIMES: u32 = 50;

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/races");
    let files = fs::read_dir(folder).expect("there are races");
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a readable file").path()).collect();
    files.sort();
    files
}

#[test]
fn every_repetition_is_the_run_that_was_recorded() {
    let programs = programs();
    assert_eq!(programs.len(), 20);
    for path in programs {
        let source = fs::read_to_string(&path).expect("readable");
        let mut seen = BTreeSet::new();
        for _ in 0..TIMES {
            let finished = repeated(&source);
            ends_well(&finished);
            seen.insert(finished.trace.output(Stream::Out));
        }
        println!("{}: {} outcomes of {TIMES} runs", path.display(), seen.len());
    }
}
