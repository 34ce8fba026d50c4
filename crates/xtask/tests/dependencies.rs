//! The invariants of ARCHITECTURE.md about who may depend on whom, held against the real dependency graph.

use std::collections::BTreeSet;
use std::process::Command;

/// Names of all crates that `package` is built from, itself included, on any target.
fn built_from(package: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--package",
            package,
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--target",
            "all",
        ])
        .output()
        .expect("cargo runs: it runs this test");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    text.lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

const BROWSER: [&str; 5] = ["wasm-bindgen", "web-sys", "js-sys", "gloo", "yew"];

#[test]
fn the_page_contains_no_machine() {
    let page = built_from("app");
    for absent in [
        "machine",
        "syntax",
        "schedule",
        "explore",
        "live",
        "session",
        "rayon",
        "ruff_python_parser",
    ] {
        assert!(!page.contains(absent), "app depends on {absent}");
    }
    assert!(
        page.contains("wire") && page.contains("yew"),
        "the graph was read: {page:?}"
    );
}

#[test]
fn only_syntax_depends_on_ruff() {
    for package in ["trace", "wire", "lesson", "app", "xtask"] {
        assert!(
            !built_from(package).iter().any(|name| name.starts_with("ruff_")),
            "{package} depends on ruff"
        );
    }
    assert!(built_from("syntax").contains("ruff_python_parser"));
}

#[test]
fn the_core_knows_no_browser() {
    for package in ["trace", "syntax", "machine", "schedule", "wire", "lesson"] {
        let crates = built_from(package);
        for absent in BROWSER {
            assert!(!crates.contains(absent), "{package} depends on {absent}");
        }
    }
}

#[test]
fn the_machine_knows_no_scheduler() {
    let machine = built_from("machine");
    for absent in [
        "schedule", "explore", "live", "session", "wire", "lesson", "rayon",
    ] {
        assert!(!machine.contains(absent), "machine depends on {absent}");
    }
}
