//! Finishes what only the finished page can know: the names of its parts, a content security policy that admits no
//! inline script, and the service worker that keeps the files of this build.

use crate::files;
use crate::process::Outcome;
use std::path::Path;

/// The parts that the page loads by itself, each named in the document by a `<meta>` of this name.
const PARTS: [&str; 3] = ["engine-threads", "engine-single", "editor"];

/// `wasm-unsafe-eval` compiles wasm and nothing else. The editor writes its styles into the document. The page speaks to
/// no other host.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; \
    form-action 'none'";

/// Puts into the document's head where the parts are.
pub fn name_parts(staging: &Path, html: &str) -> Outcome<String> {
    let names = top_level_names(staging)?;
    let mut metas = String::new();
    for part in PARTS {
        let belongs = |name: &&String| name.strip_prefix(part).is_some_and(|rest| rest.starts_with('-'));
        let name = names
            .iter()
            .find(belongs)
            .ok_or_else(|| format!("the build left no {part} in dist/."))?;
        metas.push_str(&format!("<meta name=\"{part}\" content=\"{name}\">"));
        if name.ends_with(".js") {
            // The page imports it only when a program is there; what comes first must not wait for it, nor it for that.
            metas.push_str(&format!(
                "<link rel=\"modulepreload\" href=\"./{name}\" fetchpriority=\"low\">"
            ));
        }
    }
    insert(html, &metas)
}

/// Moves the inline script into a file, adds the one that registers the service worker, and forbids all others.
pub fn secure(staging: &Path, html: &str) -> Outcome<String> {
    let (before, rest) = html
        .split_once("<script type=module>")
        .ok_or("Trunk wrote no module script.")?;
    let (script, after) = rest
        .split_once("</script>")
        .ok_or("Trunk's module script has no end.")?;
    if after.contains("<script") {
        return Err("the document has a second inline script, which its policy would forbid.".to_owned());
    }
    let isolation = files::read_text(&files::root().join("www/isolation.js"))?;
    let html = [
        before,
        &script_tag(staging, "isolation", &isolation)?,
        &script_tag(staging, "boot", script)?,
        after,
    ]
    .concat();
    insert(
        &html,
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"),
    )
}

/// Writes `service-worker.js`. It keeps everything but itself and the engine without threads, which an isolated page
/// never loads.
pub fn add_service_worker(staging: &Path) -> Outcome<()> {
    let build = format!("interleave-{}", files::fingerprint_of_folder(staging)?);
    let mut kept = Vec::new();
    for path in files::list(staging)? {
        let path = path.to_string_lossy().replace('\\', "/");
        if path == "index.html" {
            kept.push("'./'".to_owned());
        } else if !path.starts_with("engine-single-") {
            kept.push(format!("'{path}'"));
        }
    }
    let text = files::read_text(&files::root().join("www/service-worker.js"))?;
    let names = format!("const BUILD = '{build}';\nconst FILES = [{}];\n", kept.join(", "));
    files::write(&staging.join("service-worker.js"), names + &text)
}

/// Puts elements before the title, and so before whatever they are about.
fn insert(html: &str, elements: &str) -> Outcome<String> {
    let (before, after) = html.split_once("<title>").ok_or("index.html has no <title>.")?;
    Ok(format!("{before}{elements}<title>{after}"))
}

fn script_tag(staging: &Path, name: &str, script: &str) -> Outcome<String> {
    let file = format!("{name}-{}.js", files::fingerprint([script.as_bytes()]));
    files::write(&staging.join(&file), script)?;
    Ok(format!("<script type=module src=./{file}></script>"))
}

fn top_level_names(staging: &Path) -> Outcome<Vec<String>> {
    let files = files::list(staging)?;
    let first = |path: &std::path::PathBuf| Some(path.iter().next()?.to_string_lossy().into_owned());
    Ok(files.iter().filter_map(first).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_before_the_title() {
        assert_eq!(
            insert("<head><title>x</title>", "<meta>").unwrap(),
            "<head><meta><title>x</title>"
        );
        assert!(insert("<head>", "<meta>").is_err());
    }

    #[test]
    fn policy_admits_no_inline_script_and_no_other_host() {
        let scripts = POLICY
            .split(';')
            .find(|rule| rule.trim_start().starts_with("script-src"))
            .unwrap();
        assert!(
            !scripts.contains("'unsafe-inline'") && !scripts.contains("'unsafe-eval'"),
            "{scripts}"
        );
        assert!(!POLICY.contains("http") && !POLICY.contains('*'));
    }
}
