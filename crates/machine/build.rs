//! Takes comments and docstrings out of the library's modules: everybody downloads them, nobody reads them there.
//!
//! Lines keep their numbers, since tracebacks tell them.

use std::path::Path;
use std::{env, fs, io};

const QUOTES: &str = "\"\"\"";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=library");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let out = Path::new(&out).join("library");
    fs::create_dir_all(&out)?;
    for entry in fs::read_dir("library")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "py")
            && let Some(name) = path.file_name()
        {
            fs::write(out.join(name), bare(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// A module's text without what is not executed. A statement that begins with quotes is a docstring.
fn bare(source: &str) -> String {
    let mut bare = String::with_capacity(source.len());
    let (mut docstring, mut text) = (false, false);
    for line in source.lines() {
        let statement = line.trim_start();
        let quotes = line.matches(QUOTES).count();
        if docstring || !text && statement.starts_with(QUOTES) {
            if !docstring {
                // It may be all that there is in a function.
                bare.push_str(&line[..line.len() - statement.len()]);
                bare.push_str("pass");
            }
            docstring = docstring != (quotes % 2 == 1);
        } else if text || !statement.starts_with('#') {
            bare.push_str(line.trim_end());
            text = text != (quotes % 2 == 1);
        }
        bare.push('\n');
    }
    bare
}
