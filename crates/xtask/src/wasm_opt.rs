//! Binaryen's optimiser, from npm: Debian's version is too old for what today's compilers put out.

use crate::files;
use crate::process::{self, Outcome};
use std::path::Path;
use std::process::Command;

/// What the compiler may have used; the optimiser refuses what it is not told of.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-threads",
];

/// Optimises the module in place: `-O3` for speed, `-Os` for size. It takes long, so results are kept.
pub fn optimise(module: &Path, level: &str) -> Outcome<()> {
    let root = files::root();
    let input = files::read(module)?;
    let lock = files::read(&root.join("package-lock.json"))?;
    let key = files::fingerprint([input.as_slice(), lock.as_slice(), level.as_bytes()]);
    let kept = root.join("target/wasm-opt").join(format!("{key}.wasm"));
    if !kept.is_file() {
        files::create(&root.join("target/wasm-opt"))?;
        let draft = kept.with_extension("draft");
        let program = root.join("node_modules/binaryen/bin/wasm-opt");
        process::run(
            Command::new("node")
                .arg(program)
                .arg(level)
                .args(FEATURES)
                .arg(module)
                .arg("-o")
                .arg(&draft),
        )?;
        files::rename(&draft, &kept)?;
    }
    files::write(module, files::read(&kept)?)
}
