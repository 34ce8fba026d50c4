//! Bundles the editor (`www/editor/`) into one hashed module.

use crate::files;
use crate::process::{self, Outcome};
use std::path::Path;
use std::process::Command;

/// Puts `editor-<fingerprint>.js` into `staging`.
pub fn build(staging: &Path) -> Outcome<()> {
    let root = files::root();
    let bundle = root.join("target/editor/editor.js");
    let outfile = format!("--outfile={}", bundle.display());
    let arguments = [
        "run",
        "--silent",
        "build:editor",
        "--",
        "--log-level=warning",
        &outfile,
    ];
    process::run(Command::new("npm").args(arguments).current_dir(&root))?;
    let contents = files::read(&bundle)?;
    let fingerprint = files::fingerprint([contents.as_slice()]);
    files::write(&staging.join(format!("editor-{fingerprint}.js")), contents)
}
