//! Builds the whole of `dist/` through Trunk, and finishes what Trunk leaves unfinished.

use crate::process::{self, Outcome};
use crate::{files, linked_toolchain, setup, wasm_opt};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Where the page finds its parts, each named in the document by a `<meta>` of this name.
const PARTS: [&str; 3] = ["engine-threads", "engine-single", "editor"];

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

/// Trunk's last hook: names the parts in the document; in a release also optimises the page's module.
pub fn finish(staging: &Path, is_release: bool) -> Outcome<()> {
    let document = staging.join("index.html");
    let mut html = files::read_text(&document)?;
    if is_release {
        html = shrink(staging, &html)?;
    }
    let metas = metas(staging)?;
    let head = html.find("<title>").ok_or("index.html has no <title>.")?;
    html.insert_str(head, &metas);
    files::write(&document, html)
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

fn metas(staging: &Path) -> Outcome<String> {
    let mut metas = String::new();
    let files = files::list(staging)?;
    for part in PARTS {
        let found = files
            .iter()
            .filter_map(|path| path.iter().next()?.to_str())
            .find(|name| name.strip_prefix(part).is_some_and(|rest| rest.starts_with('-')));
        if let Some(name) = found {
            metas.push_str(&format!("<meta name=\"{part}\" content=\"{name}\">"));
        }
    }
    Ok(metas)
}
