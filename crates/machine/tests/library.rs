//! Every module of the library is written as such modules must be: compiling one that is not panics.

use std::path::Path;

use machine::Process;
use trace::Model;

/// Names of the modules whose text lies in `library/`, sorted.
fn modules() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("library");
    let files = std::fs::read_dir(folder).expect("the library is a folder");
    let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names
        .filter_map(|name| Some(name.strip_suffix(".py")?.to_owned()))
        .collect();
    names.sort();
    names
}

fn load(source: &str) -> Process {
    let program = machine::load(source).unwrap_or_else(|problems| panic!("{source}: {problems:?}"));
    Process::new(program.into(), &Model::default()).expect("the library fits into memory")
}

#[test]
fn every_module_can_be_imported() {
    for name in modules() {
        if !name.starts_with('_') {
            load(&format!("import {name}\n"));
        }
    }
}

#[test]
fn all_modules_can_be_imported_together() {
    let public = modules().into_iter().filter(|name| !name.starts_with('_'));
    let source: String = public.map(|name| format!("import {name}\n")).collect();
    load(&source);
}

#[test]
fn a_star_takes_what_a_module_says_to_be_public() {
    load("from typing import *\nfrom itertools import *\nprint(List, chain)\n");
}
