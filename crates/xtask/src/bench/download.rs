//! What a visitor downloads, by part, and what takes the space.

use crate::files;
use crate::process::{self, Outcome};
use std::path::Path;
use std::process::Command;

/// What the page may weigh before it can be used, compressed, in kilobytes.
const AIM_PAGE: f64 = 400.0;
/// What everything that an isolated visitor downloads may weigh.
const AIM_ALL: f64 = 1000.0;

/// Compresses as hosts do and prints both sizes of each file named on its command line.
const COMPRESS: &str = "const { readFileSync } = require('fs'), z = require('zlib');
for (const name of process.argv.slice(1)) {
  const bytes = readFileSync(name);
  console.log(bytes.length, z.gzipSync(bytes, { level: 9 }).length, z.brotliCompressSync(bytes).length);
}";

/// When a part is downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Page,
    Engine,
    Editor,
    Lessons,
    /// Only where the page is not isolated.
    SingleEngine,
    /// After everything else, for the next visit.
    ServiceWorker,
}

impl Part {
    const ALL: [(Self, &str); 6] = [
        (Self::Page, "page"),
        (Self::Engine, "engine with threads"),
        (Self::Editor, "editor"),
        (Self::Lessons, "all lessons"),
        (
            Self::SingleEngine,
            "engine without threads (only where there is no isolation)",
        ),
        (Self::ServiceWorker, "service worker (after the page is ready)"),
    ];

    /// Which part a file of `dist/` belongs to.
    fn of(path: &str) -> Self {
        let starts = [
            ("engine-threads-", Self::Engine),
            ("engine-single-", Self::SingleEngine),
            ("editor-", Self::Editor),
            ("lessons/", Self::Lessons),
            ("service-worker", Self::ServiceWorker),
        ];
        starts
            .iter()
            .find(|(start, _)| path.starts_with(start))
            .map_or(Self::Page, |(_, part)| *part)
    }
}

/// Sizes in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sizes {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Sizes {
    fn add(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }

    fn print(self, name: &str) {
        let kilobytes = |bytes: u64| bytes as f64 / 1000.0;
        println!(
            "{:>9.1} {:>9.1} {:>9.1}  {name}",
            kilobytes(self.raw),
            kilobytes(self.gzip),
            kilobytes(self.brotli)
        );
    }
}

/// Measures and prints.
pub fn print(dist: &Path) -> Outcome<()> {
    let mut measured = Vec::new();
    for (path, sizes) in measure(dist)? {
        measured.push((Part::of(&path), path, sizes));
    }
    measured.sort_by_key(|(_, _, sizes)| std::cmp::Reverse(sizes.gzip));

    println!("\nDownload, kB (1000 bytes): as it is, gzip -9, brotli -11");
    let mut page = Sizes::default();
    let mut all = Sizes::default();
    for (part, name) in Part::ALL {
        let mut total = Sizes::default();
        measured
            .iter()
            .filter(|(other, ..)| *other == part)
            .for_each(|(_, _, sizes)| total.add(*sizes));
        total.print(name);
        for (_, path, sizes) in measured.iter().filter(|(other, ..)| *other == part) {
            if sizes.gzip > 500 {
                sizes.print(&format!("  {path}"));
            }
        }
        match part {
            Part::Page => page = total,
            Part::Engine | Part::Editor | Part::Lessons => all.add(total),
            Part::SingleEngine | Part::ServiceWorker => {}
        }
    }
    all.add(page);
    all.print("everything an isolated visitor loads");
    let share = |bytes: u64, aim: f64| bytes as f64 / 1000.0 / aim;
    println!(
        "page / aim of {AIM_PAGE} kB: {:.2} (gzip)",
        share(page.gzip, AIM_PAGE)
    );
    println!(
        "everything / aim of {AIM_ALL} kB: {:.2} (gzip)",
        share(all.gzip, AIM_ALL)
    );
    Ok(())
}

/// Each file of a folder with its sizes.
fn measure(folder: &Path) -> Outcome<Vec<(String, Sizes)>> {
    let paths = files::list(folder)?;
    let mut node = Command::new("node");
    node.args(["-e", COMPRESS]).args(&paths).current_dir(folder);
    let printed = process::read(&mut node).ok_or("node could not compress the files of dist/.")?;
    let sizes = printed.lines().map(read_sizes).collect::<Option<Vec<_>>>();
    let sizes = sizes.ok_or("node printed something that is not sizes.")?;
    Ok(paths
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .zip(sizes)
        .collect())
}

fn read_sizes(line: &str) -> Option<Sizes> {
    let mut numbers = line.split_whitespace().map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Sizes {
        raw: next()?,
        gzip: next()?,
        brotli: next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_belong_to_the_part_that_loads_them() {
        assert_eq!(Part::of("engine-threads-00/engine_bg.wasm"), Part::Engine);
        assert_eq!(Part::of("engine-single-00/engine_bg.wasm"), Part::SingleEngine);
        assert_eq!(Part::of("app-00_bg.wasm"), Part::Page);
        assert_eq!(Part::of("index.html"), Part::Page);
    }

    #[test]
    fn compression_is_nodes() {
        let folder = files::root().join("crates/xtask/src/bench");
        let sizes = measure(&folder).unwrap();
        let (_, own) = sizes.iter().find(|(path, _)| path == "download.rs").unwrap();
        assert_eq!(
            own.raw,
            files::read(&folder.join("download.rs")).unwrap().len() as u64
        );
        assert!(own.gzip * 2 < own.raw && own.brotli < own.gzip, "{own:?}");
    }
}
