//! `cargo xtask serve`: builds `dist/` and serves it on this machine.

use crate::http::{self, Host};
use crate::process::{self, Outcome};
use crate::{files, page};
use std::io::{IsTerminal, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Where the page is if nobody says otherwise and nobody else is there.
const USUAL_PORT: u16 = 8080;

/// How to serve; see `HELP` in main.
#[derive(Debug)]
struct Options {
    port: Option<u16>,
    host: Host,
    build: bool,
    open: bool,
    folder: PathBuf,
}

/// Builds and serves until it is stopped. The last line printed is the address.
pub fn run(arguments: &[&str]) -> Outcome<()> {
    let options = parse(arguments)?;
    if options.build {
        page::build()?;
    }
    let listener = listen(options.port)?;
    let port = listener
        .local_addr()
        .map_err(|error| format!("the server has no address: {error}."))?
        .port();
    let address = format!("http://localhost:{port}/");
    println!("Serving {} until you press Ctrl+C.", options.folder.display());
    println!("{address}");
    // A program that waits for the address reads it through a pipe.
    let _ = std::io::stdout().flush();
    if options.open && std::io::stdout().is_terminal() {
        open(&address);
    }
    http::serve(&listener, &options.folder, options.host)
}

fn parse(arguments: &[&str]) -> Outcome<Options> {
    let folder = files::root().join("dist");
    let mut options = Options {
        port: None,
        host: Host::Isolated,
        build: true,
        open: true,
        folder,
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match *argument {
            "--no-build" => options.build = false,
            "--no-open" => options.open = false,
            "--as-static-host" => options.host = Host::Static,
            "--without-isolation" => options.host = Host::NotIsolated,
            "--port" => {
                let number = arguments.next().and_then(|text| text.parse().ok());
                options.port = Some(number.ok_or("--port wants a number from 0 (any free one) to 65535.")?);
            }
            "--folder" => {
                options.folder = arguments
                    .next()
                    .ok_or("--folder wants a folder to serve.")?
                    .into();
            }
            _ => {
                return Err(format!(
                    "`serve` has no option {argument}; `cargo xtask help` lists them."
                ));
            }
        }
    }
    Ok(options)
}

/// Listens on the port that was asked for; else on the usual one, or any free one if that is taken.
fn listen(port: Option<u16>) -> Outcome<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let result = match port {
        Some(port) => bind(port),
        None => bind(USUAL_PORT).or_else(|_| bind(0)),
    };
    result.map_err(|error| format!("port {} is not free: {error}.", port.unwrap_or(USUAL_PORT)))
}

/// Shows the page in the person's browser, if there is a screen.
fn open(address: &str) {
    let has_screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if has_screen && process::find("xdg-open").is_some() {
        "xdg-open"
    } else {
        return;
    };
    // The address stands on the terminal; a browser that does not come up is no failure.
    let _ = Command::new(opener)
        .arg(address)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_understood_or_refused() {
        let options = parse(&["--port", "0", "--no-build", "--without-isolation"]).unwrap();
        assert_eq!(
            (options.port, options.build, options.host),
            (Some(0), false, Host::NotIsolated)
        );
        assert!(parse(&["--port"]).is_err());
        assert!(parse(&["--port", "70000"]).is_err());
        assert!(parse(&["--prot", "80"]).unwrap_err().contains("--prot"));
    }

    #[test]
    fn a_taken_port_is_said_to_be() {
        let taken = listen(Some(0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(
            listen(Some(port))
                .unwrap_err()
                .contains(&format!("port {port} is not free"))
        );
    }
}
