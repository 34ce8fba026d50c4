//! The traces of many runs, natively; `tests/web.rs` compares the same in a browser.
#![cfg(not(target_family = "wasm"))]

mod traces;

use engine::Engine;

/// Set, the file is written anew: `WRITE_FINGERPRINTS=1 cargo test --package engine --test native`.
const WRITE: &str = "WRITE_FINGERPRINTS";

#[test]
fn traces_are_those_of_the_file() {
    let found = traces::fingerprints(&mut Engine::new());
    if std::env::var_os(WRITE).is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/traces/fingerprints.txt");
        std::fs::write(path, found).expect("the file can be written");
        return;
    }
    let differing: Vec<(&str, &str)> = traces::EXPECTED
        .lines()
        .zip(found.lines())
        .filter(|(expected, found)| expected != found)
        .collect();
    assert!(
        differing.is_empty() && traces::EXPECTED.len() == found.len(),
        "If runs are meant to differ from what they were, write the file anew with {WRITE}=1 set.\n{differing:#?}"
    );
}
