//! What Trunk calls before, during and after its own build (see Trunk.toml).

use crate::process::Outcome;
use crate::{editor, engine, files, lessons, page};
use std::path::PathBuf;

/// Runs the hook of one of Trunk's stages.
pub fn run(stage: &str) -> Outcome<()> {
    let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let is_release = variable("TRUNK_PROFILE")? == "release";
    match stage {
        // Trunk copies everything it finds here, also what an earlier build left.
        "pre_build" => files::remove(&files::root().join("target/wasm-bindgen")),
        "build" => {
            lessons::build(&staging)?;
            editor::build(&staging)?;
            engine::build_all(&staging)
        }
        "post_build" => page::finish(&staging, is_release),
        _ => Err(format!("Trunk has no stage `{stage}`.")),
    }
}

fn variable(name: &str) -> Outcome<String> {
    std::env::var(name).map_err(|_| format!("{name} is not set; this command is for Trunk to call."))
}
