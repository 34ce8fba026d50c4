//! A toolchain made of two small scripts: builds for wasm go to the compiler that can do them, everything else to the
//! machine's own. Linked into rustup for this checkout, it makes plain `trunk` work, which calls whatever `cargo` is.

use crate::files;
use crate::process::{self, Outcome};
use crate::wasm_toolchain::{NativeToolchain, WasmToolchain};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Its name in rustup.
const NAME: &str = "interleave";

/// Where the scripts are: beside cargo's own things, since every checkout of the project shares them.
fn folder() -> Outcome<PathBuf> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")))
        .ok_or("neither CARGO_HOME nor HOME says where cargo keeps its things.")?;
    Ok(home.join("interleave-toolchain"))
}

/// The folder to put first on the PATH of a program that shall build for wasm; `None` before set-up.
pub fn bin() -> Outcome<PathBuf> {
    let bin = folder()?.join("bin");
    if bin.join("cargo").is_file() {
        return Ok(bin);
    }
    Err("the wasm toolchain is not set up yet; run `cargo xtask setup` first.".to_owned())
}

/// Writes the scripts and links them, where that is not done yet.
pub fn set_up(native: &NativeToolchain, wasm: &WasmToolchain) -> Outcome<()> {
    let folder = folder()?;
    for program in ["cargo", "rustc"] {
        write_program(&folder.join("bin").join(program), &script(program, native, wasm))?;
    }
    let Some(native_name) = &native.rustup_name else {
        return Ok(());
    };
    // rustup looks for the other programs of a toolchain too; those are the machine's own.
    for program in ["rustdoc", "rustfmt", "cargo-fmt", "cargo-clippy", "clippy-driver"] {
        if native.sysroot.join("bin").join(program).is_file() {
            write_program(
                &folder.join("bin").join(program),
                &format!("#!/bin/sh\n{}", hand_over(program, native)),
            )?;
        }
    }
    files::create(&folder.join("lib"))?;

    let rustup = || {
        let mut command = Command::new("rustup");
        command.env("RUSTUP_TOOLCHAIN", native_name);
        command
    };
    let link = native.sysroot.with_file_name(NAME);
    if std::fs::read_link(link).ok().as_ref() != Some(&folder) {
        println!("Linking the wasm toolchain into rustup, because plain `trunk` calls rustup's cargo.");
        process::run(rustup().args(["toolchain", "link", NAME]).arg(&folder))?;
    }
    let root = files::root();
    let overrides = process::read(rustup().args(["override", "list"])).unwrap_or_default();
    if !is_overridden(&overrides, &root) {
        println!("Choosing it for this folder; whatever is not wasm still goes to {native_name}.");
        process::run(rustup().args(["override", "set", NAME, "--path"]).arg(&root))?;
    }
    Ok(())
}

/// Whether rustup's list of overrides (a folder and a toolchain a line) has our toolchain for this folder.
fn is_overridden(overrides: &str, folder: &Path) -> bool {
    overrides.lines().any(|line| {
        line.trim_end()
            .strip_suffix(NAME)
            .is_some_and(|rest| Path::new(rest.trim()) == folder)
    })
}

/// The script that stands for cargo or rustc.
fn script(program: &str, native: &NativeToolchain, wasm: &WasmToolchain) -> String {
    let mut exports = String::new();
    for (name, value) in &wasm.environment {
        let _ = writeln!(exports, "    export {name}='{value}'");
    }
    let target_folder = if program == "cargo" {
        target_folder(native)
    } else {
        String::new()
    };
    format!(
        "#!/bin/sh
# Written by `cargo xtask setup`: builds for wasm go to one toolchain, everything else to another.
case \" $* ${{CARGO_BUILD_TARGET-}} \" in
*wasm32-unknown-unknown*)
{target_folder}{exports}    export PATH='{bin}':\"$PATH\"
    unset RUSTUP_TOOLCHAIN RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
    exec '{bin}/{program}' \"$@\"
    ;;
esac
{hand_over}",
        bin = wasm.bin.display(),
        hand_over = hand_over(program, native),
    )
}

/// Two compilers that take turns in one folder would each throw away what the other remembers there.
fn target_folder(native: &NativeToolchain) -> String {
    format!(
        "    if [ -z \"${{CARGO_TARGET_DIR-}}\" ]; then
        manifest=$('{}/bin/cargo' locate-project --workspace --message-format plain) || exit
        export CARGO_TARGET_DIR=\"${{manifest%/*}}/target/wasm\"
    fi
",
        native.sysroot.display()
    )
}

/// The lines that hand over to the machine's own program.
fn hand_over(program: &str, native: &NativeToolchain) -> String {
    let choice = native
        .rustup_name
        .as_ref()
        .map(|name| format!("export RUSTUP_TOOLCHAIN='{name}'\n"))
        .unwrap_or_default();
    format!(
        "{choice}exec '{}/bin/{program}' \"$@\"\n",
        native.sysroot.display()
    )
}

fn write_program(path: &Path, script: &str) -> Outcome<()> {
    if std::fs::read_to_string(path).is_ok_and(|present| present == script) {
        return Ok(());
    }
    // Another process may be running the old script: replace it in one step instead of writing into it.
    let draft = path.with_extension(format!("{}.draft", std::process::id()));
    files::write(&draft, script)?;
    make_executable(&draft)?;
    files::rename(&draft, path)
}

#[cfg(unix)]
fn make_executable(path: &Path) -> Outcome<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
        .map_err(|error| format!("cannot make {} executable: {error}.", path.display()))
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> Outcome<()> {
    Err("the wasm toolchain is made of shell scripts; build on Linux, macOS or WSL.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn override_counts_for_its_own_folder_only() {
        let list = "/home/someone/interleave-old        \tinterleave\n/home/someone/site   \tstable\n";
        assert!(is_overridden(list, Path::new("/home/someone/interleave-old")));
        assert!(!is_overridden(list, Path::new("/home/someone/interleave")));
        assert!(!is_overridden(list, Path::new("/home/someone/site")));
    }
}
