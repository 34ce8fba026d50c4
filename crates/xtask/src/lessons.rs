//! Copies the lessons and turns their texts into HTML, so that the page needs no Markdown parser.

use crate::files;
use crate::process::Outcome;
use pulldown_cmark::{Options, Parser, html};
use serde_json::Value;
use std::path::Path;

/// Puts `lessons/<id>/` into `staging`: `en.md` becomes `en.html` (a fragment), other files stay as they are. `course.json`
/// becomes `index.json`, which says of each lesson what the list of lessons shows.
pub fn build(staging: &Path) -> Outcome<()> {
    let source = files::root().join("www/lessons");
    let index = index(&source)?;
    files::write(&staging.join("lessons/index.json"), index.to_string())?;
    for relative in files::list(&source)? {
        let from = source.join(&relative);
        let to = staging.join("lessons").join(&relative);
        if relative == Path::new("course.json") {
            continue;
        }
        if relative.extension().is_some_and(|extension| extension == "md") {
            files::write(&to.with_extension("html"), render(&files::read_text(&from)?))?;
        } else {
            files::write(&to, files::read(&from)?)?;
        }
    }
    Ok(())
}

/// The course with its lessons' manifests in place of their names, cut down to what tells lessons apart.
fn index(lessons: &Path) -> Outcome<Value> {
    let mut course = json(&lessons.join("course.json"))?;
    let sections = course.as_array_mut().into_iter().flatten();
    let lists = sections.filter_map(|section| section.get_mut("lessons")?.as_array_mut());
    for lesson in lists.flatten() {
        let id = lesson.as_str().unwrap_or_default();
        let manifest = json(&lessons.join(id).join("lesson.json"))?;
        let shown = ["id", "section", "title", "about"].map(|key| (key.to_owned(), manifest[key].clone()));
        *lesson = Value::Object(shown.into_iter().collect());
    }
    Ok(course)
}

fn json(path: &Path) -> Outcome<Value> {
    serde_json::from_str(&files::read_text(path)?).map_err(|error| format!("{}: {error}", path.display()))
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
