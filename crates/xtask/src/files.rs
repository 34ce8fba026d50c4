//! The project's folders, and small things done to files. Failures become sentences that name the file.

use crate::process::Outcome;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The folder that holds the workspace's manifest.
pub fn root() -> PathBuf {
    // Cargo tells a running program where its package is; started by hand, it is where it was compiled.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package)
        .ancestors()
        .nth(2)
        .unwrap_or(Path::new("."))
        .to_owned()
}

pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| complaint("read", path, &error))
}

pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| complaint("read", path, &error))
}

/// Writes the file, and makes the folders above it.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Outcome<()> {
    if let Some(folder) = path.parent() {
        create(folder)?;
    }
    fs::write(path, contents).map_err(|error| complaint("write", path, &error))
}

pub fn create(folder: &Path) -> Outcome<()> {
    fs::create_dir_all(folder).map_err(|error| complaint("create", folder, &error))
}

pub fn rename(from: &Path, to: &Path) -> Outcome<()> {
    fs::rename(from, to).map_err(|error| complaint("rename", from, &error))
}

/// An empty folder, whatever was there before.
pub fn recreate(folder: &Path) -> Outcome<()> {
    remove(folder)?;
    create(folder)
}

/// Removes a folder and all in it; one that is not there is fine.
pub fn remove(folder: &Path) -> Outcome<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(complaint("remove", folder, &error))
        }
        _ => Ok(()),
    }
}

/// All files below a folder, as paths relative to it, in order; none if there is no such folder.
pub fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries = match fs::read_dir(&next) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(complaint("list", &next, &error)),
        };
        for entry in entries {
            let path = entry.map_err(|error| complaint("list", &next, &error))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                found.push(relative.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Copies all files below one folder to another.
pub fn copy_all(from: &Path, to: &Path) -> Outcome<()> {
    for relative in list(from)? {
        write(&to.join(&relative), read(&from.join(&relative))?)?;
    }
    Ok(())
}

/// A short name for this content, for file names that caches may keep for ever.
pub fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        part.hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// A short name for the names and contents of all files in a folder.
pub fn fingerprint_of_folder(folder: &Path) -> Outcome<String> {
    let mut parts = Vec::new();
    for relative in list(folder)? {
        parts.push(relative.to_string_lossy().into_owned().into_bytes());
        parts.push(read(&folder.join(relative))?);
    }
    Ok(fingerprint(parts.iter().map(Vec::as_slice)))
}

fn complaint(verb: &str, path: &Path, error: &std::io::Error) -> String {
    format!("cannot {verb} {}: {error}.", path.display())
}
