//! Copies the lessons and turns their texts into HTML, so that the page needs no Markdown parser.

use crate::files;
use crate::process::Outcome;
use pulldown_cmark::{Options, Parser, html};
use std::path::Path;

/// Puts `lessons/<id>/` into `staging`: `en.md` becomes `en.html` (a fragment), other files stay as they are.
pub fn build(staging: &Path) -> Outcome<()> {
    let source = files::root().join("www/lessons");
    for relative in files::list(&source)? {
        let from = source.join(&relative);
        let to = staging.join("lessons").join(&relative);
        if relative.extension().is_some_and(|extension| extension == "md") {
            files::write(&to.with_extension("html"), render(&files::read_text(&from)?))?;
        } else {
            files::write(&to, files::read(&from)?)?;
        }
    }
    Ok(())
}

fn render(markdown: &str) -> String {
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let mut fragment = String::new();
    html::push_html(&mut fragment, parser);
    fragment
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn tables_and_code_become_html() {
        let fragment = render("| a | b |\n|---|---|\n| `x` | *y* |\n");
        assert!(
            fragment.contains("<td><code>x</code></td><td><em>y</em></td>"),
            "{fragment}"
        );
    }
}
