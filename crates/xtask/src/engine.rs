//! Builds the engine twice: with threads for isolated pages, and without for the others.

use crate::process::{self, Outcome};
use crate::{files, linked_toolchain, wasm_opt};
use std::path::{Path, PathBuf};
use std::process::Command;

/// One of the two engines.
#[derive(Debug)]
pub struct Flavour {
    /// How its folder's name goes on after `engine-`.
    pub name: &'static str,
    /// Cargo's folder for it, below `target/`: other flags make another standard library.
    pub target: &'static str,
    /// Flags for the compiler and the linker.
    pub flags: &'static str,
}

/// Shared memory and Web Workers as threads. The thread-local exports are named since rustc 1.93 keeps them only
/// on request; wasm-bindgen calls them. 1 GiB, since Safari on iOS refuses a shared memory that may grow to 2 GiB.
pub const THREADS: Flavour = Flavour {
    name: "threads",
    target: "wasm-threads",
    flags: "-Ctarget-feature=+atomics,+bulk-memory,+mutable-globals \
        -Clink-arg=--shared-memory -Clink-arg=--import-memory -Clink-arg=--max-memory=1073741824 \
        -Clink-arg=--export=__wasm_init_tls -Clink-arg=--export=__tls_size \
        -Clink-arg=--export=__tls_align -Clink-arg=--export=__tls_base",
};

/// Ordinary memory, one worker.
pub const SINGLE: Flavour = Flavour {
    name: "single",
    target: "wasm",
    flags: "",
};

/// Builds both flavours at once: linking and optimising each keep a single core busy for minutes.
pub fn build_all(staging: &Path) -> Outcome<()> {
    std::thread::scope(|scope| {
        let threads = scope.spawn(|| build(&THREADS, staging));
        let single = build(&SINGLE, staging);
        let threads = threads
            .join()
            .unwrap_or_else(|_| Err("The build of the engine with threads panicked.".to_owned()));
        threads.and(single)
    })
}

/// Builds one flavour and puts it into `staging` as `engine-<flavour>-<fingerprint>/`.
fn build(flavour: &Flavour, staging: &Path) -> Outcome<()> {
    let root = files::root();
    process::run(cargo(flavour)?.args(["build", "--quiet", "--release", "--package=engine", "--lib"]))?;
    let module = target_folder(flavour).join("wasm32-unknown-unknown/release/engine.wasm");
    let bound = root.join("target/engine").join(flavour.name);
    files::recreate(&bound)?;
    let bindgen = [
        "--target=web",
        "--no-typescript",
        "--out-name=engine",
        "--out-dir",
    ];
    process::run(Command::new("wasm-bindgen").args(bindgen).arg(&bound).arg(module))?;
    wasm_opt::optimise(&bound.join("engine_bg.wasm"), "-O3")?;
    files::copy_all(&root.join("www/engine"), &bound)?;
    let fingerprint = files::fingerprint_of_folder(&bound)?;
    files::copy_all(
        &bound,
        &staging.join(format!("engine-{}-{fingerprint}", flavour.name)),
    )
}

/// The wasm toolchain's cargo, set up for this flavour; it wants a subcommand and its arguments.
pub fn cargo(flavour: &Flavour) -> Outcome<Command> {
    let mut command = Command::new(linked_toolchain::bin()?.join("cargo"));
    command.current_dir(files::root());
    command.env("CARGO_BUILD_TARGET", "wasm32-unknown-unknown");
    command.env("CARGO_TARGET_DIR", target_folder(flavour));
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flavour.flags);
    Ok(command)
}

fn target_folder(flavour: &Flavour) -> PathBuf {
    files::root().join("target").join(flavour.target)
}
