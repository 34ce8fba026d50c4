//! Builds the whole of `dist/` through Trunk, and finishes what Trunk leaves unfinished.

use crate::process::{self, Outcome};
use crate::{document, files, linked_toolchain, setup, wasm_opt};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Sets up what is missing and builds `dist/`, optimised.
#[expect(
    clippy::disallowed_methods,
    reason = "says how long the build took; no simulation is near"
)]
pub fn build() -> Outcome<()> {
    setup::for_building()?;
    let start = Instant::now();
    process::run(trunk()?.args(["build", "--release"]))?;
    println!("Built dist/ in {:.0} s.", start.elapsed().as_secs_f64());
    Ok(())
}

/// Trunk, with a cargo on its PATH that builds for wasm.
fn trunk() -> Outcome<Command> {
    let mut path = linked_toolchain::bin()?.into_os_string();
    if let Some(rest) = std::env::var_os("PATH") {
        path.push(":");
        path.push(rest);
    }
    let mut command = Command::new("trunk");
    // Trunk reads NO_COLOR as a boolean and stops at any other value.
    command
        .env_remove("NO_COLOR")
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    command.current_dir(files::root()).env("PATH", path);
    Ok(command)
}

/// Trunk's last hook: names the parts in the document; a release is optimised, locked down and kept for offline use.
pub fn finish(staging: &Path, is_release: bool) -> Outcome<()> {
    let path = staging.join("index.html");
    let mut html = document::name_parts(staging, &files::read_text(&path)?)?;
    if is_release {
        html = document::secure(staging, &shrink(staging, &html)?)?;
    }
    files::write(&path, html)?;
    if is_release {
        document::add_service_worker(staging)?;
    }
    Ok(())
}

/// Optimises the page's module and names it anew, since Trunk took its fingerprint before.
fn shrink(staging: &Path, html: &str) -> Outcome<String> {
    let module = files::list(staging)?
        .into_iter()
        .find(|path| path.to_string_lossy().ends_with("_bg.wasm") && path.parent() == Some(Path::new("")))
        .ok_or("Trunk left no module in the staging folder.")?;
    let old = module.to_string_lossy().trim_end_matches("_bg.wasm").to_owned();
    let wasm = staging.join(&module);
    wasm_opt::optimise(&wasm, "-Os")?;
    let script = staging.join(format!("{old}.js"));
    let fingerprint = files::fingerprint([files::read(&wasm)?.as_slice(), files::read(&script)?.as_slice()]);
    let new = format!("app-{fingerprint}");
    files::rename(&wasm, &staging.join(format!("{new}_bg.wasm")))?;
    files::rename(&script, &staging.join(format!("{new}.js")))?;
    Ok(html.replace(&old, &new))
}
