//! Our own standard streams. Whoever reads them may have left: then there is nobody to tell.

use std::io::{self, Write as _};

use trace::Stream;

/// Writes what the program writes, at once.
///
/// # Errors
/// When nobody reads the stream.
pub(crate) fn write(stream: Stream, text: &str) -> io::Result<()> {
    match stream {
        Stream::Out => {
            let mut out = io::stdout().lock();
            out.write_all(text.as_bytes())?;
            out.flush()
        }
        Stream::Err => io::stderr().lock().write_all(text.as_bytes()),
    }
}

/// Writes lines of our own to the standard output.
pub(crate) fn say(text: &str) {
    let _ = write(Stream::Out, text);
}

/// Writes lines of our own to the standard error stream.
pub(crate) fn complain(text: &str) {
    let _ = write(Stream::Err, &format!("{}\n", text.trim_end()));
}
