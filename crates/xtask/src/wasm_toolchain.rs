//! Which Rust builds for wasm. The engine's threads need a standard library compiled with atomics, so Rust's own
//! source must be there, and a compiler that accepts `-Zbuild-std`: Debian's, or a pinned nightly from rustup.

use crate::process;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The nightly for machines where Debian's packages are not to be had.
pub const NIGHTLY: &str = "nightly-2026-05-20";

/// What `Cargo.toml` calls `rust-version`: an older compiler does not do.
const OLDEST: (u32, u32) = (1, 95);

/// A compiler for wasm and the environment it wants.
#[derive(Debug)]
pub struct WasmToolchain {
    /// Where its cargo, rustc and clippy are.
    pub bin: PathBuf,
    /// Variables for its cargo.
    pub environment: Vec<(&'static str, String)>,
}

/// The toolchain of the machine itself, which builds everything that is not wasm.
#[derive(Debug)]
pub struct NativeToolchain {
    /// The folder above `bin`.
    pub sysroot: PathBuf,
    /// The name under which rustup knows it, if it is one of rustup's.
    pub rustup_name: Option<String>,
}

impl NativeToolchain {
    /// The one whose cargo runs this program.
    pub fn current() -> Option<Self> {
        let cargo = std::env::var_os("CARGO")
            .map(PathBuf::from)
            .or_else(|| process::find("cargo"))?;
        let sysroot = cargo.parent()?.parent()?.to_owned();
        let is_rustups = sysroot
            .parent()
            .is_some_and(|folder| folder.ends_with("toolchains"));
        let rustup_name = sysroot
            .file_name()
            .filter(|_| is_rustups)
            .map(|name| name.to_string_lossy().into_owned());
        Some(Self { sysroot, rustup_name })
    }

    /// The linker that rustup's toolchains bring along.
    fn linker(&self) -> Option<PathBuf> {
        let host = std::fs::read_dir(self.sysroot.join("lib/rustlib")).ok()?;
        host.filter_map(Result::ok)
            .map(|entry| entry.path().join("bin/rust-lld"))
            .find(|lld| lld.is_file())
    }
}

impl WasmToolchain {
    /// Debian's packages, if a recent enough compiler, its source and a linker are installed.
    pub fn debian(native: &NativeToolchain) -> Option<Self> {
        let bin = PathBuf::from("/usr/bin");
        let has_source = Path::new("/usr/lib/rustlib/src/rust/library/std").exists();
        if !has_source || version(&bin.join("rustc"))? < OLDEST {
            return None;
        }
        let linker = native.linker().or_else(|| process::find("wasm-ld-22"))?;
        let mut environment = environment(&bin);
        // Debian's compiler is a stable release; this opens the door that a nightly leaves open.
        environment.push(("RUSTC_BOOTSTRAP", "1".to_owned()));
        environment.push((
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
            linker.display().to_string(),
        ));
        Some(Self { bin, environment })
    }

    /// The pinned nightly, if rustup has it and its source.
    pub fn nightly() -> Option<Self> {
        let rustc = process::read(Command::new("rustup").args(["which", "rustc", "--toolchain", NIGHTLY]))?;
        let bin = Path::new(&rustc).parent()?.to_owned();
        let source = bin.parent()?.join("lib/rustlib/src/rust/library/std");
        source.exists().then(|| Self {
            environment: environment(&bin),
            bin,
        })
    }
}

fn environment(bin: &Path) -> Vec<(&'static str, String)> {
    let program = |name: &str| bin.join(name).display().to_string();
    vec![
        ("CARGO", program("cargo")),
        ("RUSTC", program("rustc")),
        ("RUSTDOC", program("rustdoc")),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
    ]
}

/// The major and minor version of a Rust compiler.
pub fn version(rustc: &Path) -> Option<(u32, u32)> {
    let text = process::read(Command::new(rustc).arg("--version"))?;
    let mut numbers = text.strip_prefix("rustc ")?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}
