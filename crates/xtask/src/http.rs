//! A server for static files, with the headers that the page needs: enough HTTP/1.1 for browsers, and no more.

use crate::files;
use crate::process::Outcome;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

/// What kind of host to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// One that sends the headers of cross-origin isolation.
    Isolated,
    /// One that sends files only, as static hosts do; the service worker adds the headers.
    Static,
    /// One where isolation cannot be had: no headers, and no service worker either (private windows, odd hosts).
    NotIsolated,
}

/// Without these a document has no `SharedArrayBuffer`, and workers and frames under them need them as well.
const ISOLATION: &str = "Cross-Origin-Opener-Policy: same-origin\r\n\
    Cross-Origin-Embedder-Policy: require-corp\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n";

/// The file in `dist/` that a host without isolation does not have.
const SERVICE_WORKER: &str = "service-worker.js";

/// Longest request head that is read, in bytes.
const MAX_HEAD: u64 = 16 * 1024;

/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// Answers for ever, a thread per connection.
pub fn serve(listener: &TcpListener, folder: &Path, host: Host) -> Outcome<()> {
    std::thread::scope(|scope| {
        for connection in listener.incoming() {
            let connection = connection.map_err(|error| format!("the server cannot listen on: {error}."))?;
            scope.spawn(move || {
                // A browser closes connections as it likes; that ends this one and nothing else.
                let _ = converse(&connection, folder, host);
            });
        }
        Ok(())
    })
}

fn converse(connection: &TcpStream, folder: &Path, host: Host) -> std::io::Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    connection.set_nodelay(true)?;
    let mut reader = BufReader::new(connection);
    while let Some(request) = read_request(&mut reader)? {
        let mut answer = answer(&request, folder, host);
        let body = if request.method == "HEAD" {
            Vec::new()
        } else {
            std::mem::take(&mut answer.body)
        };
        let mut writer = connection;
        writer.write_all(&[answer.head.as_bytes(), &body].concat())?;
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
struct Request {
    method: String,
    /// Decoded, without the query.
    path: String,
}

/// The next request, `None` at the end of the connection. Bodies are not expected: nothing here takes one.
fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut head = reader.take(MAX_HEAD);
    let mut first = String::new();
    if head.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = first.split_whitespace();
    let method = words.next().unwrap_or_default().to_owned();
    let target = words.next().unwrap_or_default();
    let path = decode(target.split(['?', '#']).next().unwrap_or_default());
    Ok(Some(Request { method, path }))
}

/// Resolves `%41` and the like.
fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .filter(|_| byte == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(code) = code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(code);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

struct Answer {
    head: String,
    body: Vec<u8>,
}

fn answer(request: &Request, folder: &Path, host: Host) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return refusal("405 Method Not Allowed", "Only GET and HEAD work here.", host);
    }
    let Some(file) = locate(&request.path, folder) else {
        return refusal("404 Not Found", "There is no such file here.", host);
    };
    if host == Host::NotIsolated && file.ends_with(SERVICE_WORKER) {
        return refusal("404 Not Found", "This host takes no service worker.", host);
    }
    if file.is_dir() {
        let head = format!(
            "HTTP/1.1 301 Moved Permanently\r\nLocation: {}/\r\nContent-Length: 0\r\n\r\n",
            request.path
        );
        return Answer {
            head,
            body: Vec::new(),
        };
    }
    let Ok(body) = files::read(&file) else {
        return refusal("404 Not Found", "There is no such file here.", host);
    };
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let cache = if has_fingerprint(&request.path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    Answer {
        head: head("200 OK", media_type(&name), body.len(), cache, host),
        body,
    }
}

fn refusal(status: &str, sentence: &str, host: Host) -> Answer {
    let body = format!("{sentence}\n").into_bytes();
    Answer {
        head: head(status, "text/plain; charset=utf-8", body.len(), "no-store", host),
        body,
    }
}

fn head(status: &str, media_type: &str, length: usize, cache: &str, host: Host) -> String {
    let isolation = if host == Host::Isolated { ISOLATION } else { "" };
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         Cache-Control: {cache}\r\nX-Content-Type-Options: nosniff\r\n{isolation}\r\n"
    )
}

/// The file for this path; `None` if it would lie outside the folder or is not there.
fn locate(path: &str, folder: &Path) -> Option<PathBuf> {
    let relative = Path::new(path.strip_prefix('/')?);
    if !relative
        .components()
        .all(|component| matches!(component, Component::Normal(_)))
    {
        return None;
    }
    let mut file = folder.join(relative);
    if path.ends_with('/') {
        file.push("index.html");
    }
    file.exists().then_some(file)
}

/// Whether some part of the path is named after its content (`app-0123456789abcdef.js`), and so never changes.
fn has_fingerprint(path: &str) -> bool {
    let is_fingerprint = |word: &str| word.len() == 16 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.split(['/', '-', '.', '_']).any(is_fingerprint)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "py" | "md" | "txt" | "toml" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetch(method: &str, path: &str, host: Host) -> (String, String) {
        let folder = files::root().join("crates/xtask");
        let text = format!("{method} {path} HTTP/1.1\r\nHost: here\r\n\r\n");
        let request = read_request(&mut text.as_bytes()).unwrap().unwrap();
        let answer = answer(&request, &folder, host);
        (answer.head, String::from_utf8(answer.body).unwrap())
    }

    #[test]
    fn file_comes_with_type_and_length() {
        let (head, body) = fetch("GET", "/src/%68ttp.rs?x=1", Host::Isolated);
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        assert!(
            head.contains(&format!("Content-Length: {}\r\n", body.len())),
            "{head}"
        );
        assert!(head.contains("Cache-Control: no-cache\r\n"), "{head}");
        assert!(body.starts_with("//! A server"));
    }

    #[test]
    fn isolation_is_the_hosts_choice() {
        assert!(
            fetch("GET", "/Cargo.toml", Host::Isolated)
                .0
                .contains("Embedder-Policy: require-corp")
        );
        assert!(
            !fetch("GET", "/Cargo.toml", Host::Static)
                .0
                .contains("Embedder-Policy")
        );
        assert!(
            !fetch("GET", "/Cargo.toml", Host::NotIsolated)
                .0
                .contains("Embedder-Policy")
        );
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for path in [
            "/../../Cargo.toml",
            "/src/../Cargo.toml",
            "/%2e%2e/%2e%2e/Cargo.toml",
            "//etc/passwd",
            "*",
        ] {
            let (head, _) = fetch("GET", path, Host::Isolated);
            assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
        }
        assert!(
            fetch("POST", "/Cargo.toml", Host::Isolated)
                .0
                .starts_with("HTTP/1.1 405")
        );
    }

    #[test]
    fn folder_without_a_slash_is_redirected() {
        assert!(
            fetch("GET", "/src", Host::Isolated)
                .0
                .contains("Location: /src/\r\n")
        );
    }

    #[test]
    fn only_names_after_content_are_kept_for_ever() {
        assert!(has_fingerprint("/app-eb6361657969547e_bg.wasm"));
        assert!(has_fingerprint("/engine-single-9851e5077a97e7f4/engine.js"));
        assert!(!has_fingerprint("/lessons/lost-update/en.html"));
        assert!(!has_fingerprint("/index.html"));
    }
}
