//! Installs what a command needs and the machine lacks. Asks nothing; is quick when nothing is missing.
//!
//! Building needs: a Rust that builds for wasm, Trunk, wasm-bindgen, Node's packages. Testing needs browsers and their
//! drivers on top. On Debian the first and the last come from apt; elsewhere Rust comes from rustup, and browsers from
//! whoever sits at the machine.

use crate::process::{self, Outcome};
use crate::wasm_toolchain::{NIGHTLY, NativeToolchain, WasmToolchain};
use crate::{files, linked_toolchain};
use std::path::Path;
use std::process::Command;

/// A program that cargo builds from its registry.
struct CargoProgram {
    name: &'static str,
    package: &'static str,
    version: &'static str,
    why: &'static str,
    /// Whether to use the versions its authors locked; wasm-bindgen's list names some that were withdrawn.
    locked: bool,
}

const TRUNK: CargoProgram = CargoProgram {
    name: "trunk",
    package: "trunk",
    version: "0.21.14",
    why: "it builds the page",
    locked: true,
};

const WASM_BINDGEN: CargoProgram = CargoProgram {
    name: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    why: "it joins wasm and JavaScript, and must be of the library's version",
    locked: false,
};

const GECKODRIVER: CargoProgram = CargoProgram {
    name: "geckodriver",
    package: "geckodriver",
    version: "0.37.1",
    why: "it drives Firefox in the end-to-end tests",
    locked: true,
};

/// Debian's compiler for wasm with its library source (which a library with atomics is built from) and its linter.
const DEBIAN_RUST: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];

/// Chromium, Firefox and Safari's engine with their drivers, a screen for the last, and Chinese letters for pictures.
const DEBIAN_BROWSERS: [&str; 7] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "fonts-noto-cjk",
];

/// Everything that `cargo xtask build` needs.
pub fn for_building() -> Outcome<()> {
    let native =
        NativeToolchain::current().ok_or("cargo is not on the PATH; install Rust from https://rustup.rs.")?;
    let wasm = wasm_toolchain(&native)?;
    linked_toolchain::set_up(&native, &wasm)?;
    install(&TRUNK, &native)?;
    install(&WASM_BINDGEN, &native)?;
    node_packages()
}

/// Everything that `cargo xtask test` needs beyond building.
pub fn for_testing() -> Outcome<()> {
    let native = NativeToolchain::current().ok_or("cargo is not on the PATH.")?;
    require(
        "python3",
        "the tests compare with CPython; install Python 3.11 or later.",
    )?;
    if process::find("apt-get").is_some() {
        apt_install(
            &DEBIAN_BROWSERS,
            "the browsers in which the tests play the learner",
        )?;
    }
    install(&GECKODRIVER, &native)?;
    for (program, whose) in [
        ("chromedriver", "Chrome or Chromium"),
        ("geckodriver", "Firefox"),
        ("WebKitWebDriver", "WebKitGTK"),
        ("Xvfb", "WebKitGTK on a screen that is none"),
    ] {
        require(
            program,
            &format!("the end-to-end tests drive {whose}; install the browser and its driver."),
        )?;
    }
    Ok(())
}

fn require(program: &str, otherwise: &str) -> Outcome<()> {
    process::find(program)
        .map(drop)
        .ok_or_else(|| format!("`{program}` is not on the PATH: {otherwise}"))
}

fn wasm_toolchain(native: &NativeToolchain) -> Outcome<WasmToolchain> {
    if let Some(found) = WasmToolchain::debian(native).or_else(WasmToolchain::nightly) {
        return Ok(found);
    }
    let why = "Rust with its library's source, to build a library with threads for wasm";
    if apt_offers_rust() {
        println!("Taking Debian's Rust for wasm.");
        apt_install(&DEBIAN_RUST, why)?;
        if let Some(found) = WasmToolchain::debian(native) {
            return Ok(found);
        }
        apt_install(&["lld-22"], "a linker for wasm")?;
        return WasmToolchain::debian(native)
            .ok_or_else(|| "Debian's Rust is installed, yet its source or a linker is missing.".to_owned());
    }
    require(
        "rustup",
        "apt does not offer a recent Rust for wasm here, so rustup has to; see https://rustup.rs.",
    )?;
    println!("Taking Rust {NIGHTLY} from rustup ({why}).");
    process::run(Command::new("rustup").args([
        "toolchain",
        "install",
        NIGHTLY,
        "--profile=minimal",
        "--component=rust-src",
        "--component=clippy",
        "--target=wasm32-unknown-unknown",
    ]))?;
    WasmToolchain::nightly().ok_or_else(|| format!("rustup installed {NIGHTLY}, yet its source is missing."))
}

/// Whether apt has a new enough `rustc-web`; asks once more after an update if it has never heard of it.
fn apt_offers_rust() -> bool {
    if process::find("apt-get").is_none() {
        return false;
    }
    let offered = || {
        let policy =
            process::read(Command::new("apt-cache").args(["policy", "rustc-web"])).unwrap_or_default();
        policy
            .lines()
            .find_map(candidate)
            .is_some_and(|version| version >= (1, 95))
    };
    offered() || (apt(&["update"]).is_ok() && offered())
}

/// The version in a line such as `  Candidate: 1.96.0+dfsg1-1~deb12u2`.
fn candidate(line: &str) -> Option<(u32, u32)> {
    let mut numbers = line.trim().strip_prefix("Candidate: ")?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

fn apt_install(packages: &[&str], why: &str) -> Outcome<()> {
    let query = "${Package} ${db:Status-Status}\n";
    let known = Command::new("dpkg-query")
        .args(["-W", "-f", query])
        .args(packages)
        .output();
    let known = known
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    let missing: Vec<&str> = packages
        .iter()
        .copied()
        .filter(|package| !has_package(&known, package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    println!("Installing {names} with apt: {why}.");
    let arguments = [
        &["install", "--yes", "--no-install-recommends"],
        missing.as_slice(),
    ]
    .concat();
    if apt(&arguments).is_ok() {
        return Ok(());
    }
    println!("apt's lists may be old: updating them and trying again.");
    apt(&["update"]).and_then(|()| apt(&arguments)).map_err(|_| {
        format!("apt could not install {names} ({why}); install them by hand and run this again.")
    })
}

fn has_package(known: &str, package: &str) -> bool {
    known
        .lines()
        .any(|line| line.strip_prefix(package) == Some(" installed"))
}

fn apt(arguments: &[&str]) -> Outcome<()> {
    let is_root = process::read(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = if is_root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--non-interactive", "apt-get"]);
        sudo
    };
    process::run(
        command
            .arg("-qq")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn install(program: &CargoProgram, native: &NativeToolchain) -> Outcome<()> {
    let CargoProgram {
        name,
        package,
        version,
        why,
        locked,
    } = program;
    let present = process::read(Command::new(name).arg("--version")).unwrap_or_default();
    if present
        .lines()
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .any(|word| word == *version)
    {
        return Ok(());
    }
    println!("Installing {package} {version} with cargo: {why}.");
    let mut command = Command::new(native.sysroot.join("bin/cargo"));
    command.args(["install", "--quiet", &format!("{package}@{version}")]);
    if *locked {
        command.arg("--locked");
    }
    // These run for seconds and take minutes to compile: a light optimisation is the better bargain.
    command
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off");
    command
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove("CARGO_TARGET_DIR");
    if let Some(toolchain) = &native.rustup_name {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    process::run(&mut command)
        .map_err(|error| format!("{package} {version} could not be installed ({why}): {error}"))?;
    require(
        name,
        "cargo installed it, but cargo's bin folder is not on the PATH; add it and run this again.",
    )
}

/// `npm ci`, unless it ran for this very lock file.
fn node_packages() -> Outcome<()> {
    require(
        "npm",
        "the editor is bundled, and wasm optimised, by packages for Node; install Node 20 or later.",
    )?;
    let root = files::root();
    let lock = files::read(&root.join("package-lock.json"))?;
    let mark = root.join("node_modules/.installed-for");
    let fingerprint = files::fingerprint([lock.as_slice()]);
    if std::fs::read_to_string(&mark).is_ok_and(|known| known == fingerprint) {
        return Ok(());
    }
    println!("Installing the packages of package-lock.json with npm: the editor's parts and wasm-opt.");
    install_node_packages(&root)?;
    files::write(&mark, fingerprint)
}

fn install_node_packages(root: &Path) -> Outcome<()> {
    let arguments = [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ];
    process::run(Command::new("npm").args(arguments).current_dir(root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_counts_when_installed_whole() {
        let known = "chromium installed\nxvfb config-files\nfirefox-esr not-installed\n";
        assert!(has_package(known, "chromium"));
        assert!(!has_package(known, "chromium-driver"));
        assert!(!has_package(known, "xvfb"));
        assert!(!has_package(known, "firefox-esr"));
    }

    #[test]
    fn candidate_is_read_from_the_policy() {
        assert_eq!(candidate("  Candidate: 1.96.0+dfsg1-1~deb12u2"), Some((1, 96)));
        assert_eq!(candidate("  Candidate: (none)"), None);
        assert_eq!(candidate("  Installed: 1.96.0"), None);
    }

    #[test]
    fn tool_and_library_of_wasm_bindgen_have_one_version() {
        let manifest = files::read_text(&files::root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)));
    }
}
