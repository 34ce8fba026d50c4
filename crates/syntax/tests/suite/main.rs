//! Tests of the whole crate through its interface. Those that compare with CPython need `python3` to be 3.11.

mod notation;
mod oracle;
mod refusals;
mod robustness;

/// Sources that are Python 3.11, all of which we have.
const RIGHT: &str = include_str!("sources/right.txt");

/// Sources that are errors to CPython 3.11.
const WRONG: &str = include_str!("sources/wrong.txt");

/// The sources of a file, each with what stands behind its `%%`.
fn sources(text: &str) -> Vec<(&str, String)> {
    let mut sources: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.split('\n') {
        match (line.strip_prefix("%%"), sources.last_mut()) {
            (Some(mark), _) => sources.push((mark.trim(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => panic!("the file begins with %%"),
        }
    }
    sources
        .into_iter()
        .map(|(mark, lines)| (mark, lines.join("\n")))
        .collect()
}
