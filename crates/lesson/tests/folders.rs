//! Every lesson's folder is complete and right: manifest, programs, texts, buttons, and its line in the course's list.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use lesson::{CORES, Control, Manifest, Parameter, Value, faults, manifest, parameters};
use serde::Deserialize;
use trace::Text;
use wire::Link;

fn lessons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/lessons")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn folders() -> Vec<(PathBuf, Manifest)> {
    let mut folders: Vec<PathBuf> = fs::read_dir(lessons())
        .expect("the lessons lie in www/lessons")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders
        .into_iter()
        .map(|folder| {
            let json = read(&folder.join("lesson.json"));
            let manifest = manifest(&json).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
            (folder, manifest)
        })
        .collect()
}

/// The addresses of a Markdown text's links into the page.
fn buttons(markdown: &str) -> Vec<&str> {
    let links = markdown.split("](#").skip(1);
    links.map(|rest| rest.split(')').next().unwrap_or("")).collect()
}

/// A section of `course.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    title: Text,
    lessons: Vec<String>,
}

#[test]
fn the_course_names_every_folder_once() {
    let course: Vec<Section> =
        serde_json::from_str(&read(&lessons().join("course.json"))).expect("a list of sections");
    let listed: Vec<&str> = course
        .iter()
        .flat_map(|section| section.lessons.iter().map(String::as_str))
        .collect();
    let mut sorted = listed.clone();
    sorted.sort_unstable();
    let folders = folders();
    let present: Vec<&str> = folders.iter().map(|(_, manifest)| manifest.id.as_str()).collect();
    assert_eq!(sorted, present);
    for (folder, manifest) in &folders {
        assert_eq!(
            folder.file_name().and_then(|name| name.to_str()),
            Some(manifest.id.as_str())
        );
    }
    for section in &course {
        assert_in_both_languages(&section.title);
        let number = section.title.en.split(' ').next().expect("a number");
        for (_, manifest) in folders
            .iter()
            .filter(|(_, manifest)| section.lessons.contains(&manifest.id))
        {
            assert_eq!(
                manifest.section.split('.').next(),
                Some(number),
                "{}",
                manifest.id
            );
        }
    }
}

fn assert_in_both_languages(text: &Text) {
    assert!(
        !text.en.is_empty() && text.en.chars().all(|c| !is_chinese(c)),
        "{text:?}"
    );
    // A figure or a name of Python's needs no translation.
    let is_word = text.en.chars().filter(|c| c.is_alphabetic()).count() > 12;
    assert!(
        !text.zh.is_empty() && (!is_word || text.zh.chars().any(is_chinese)),
        "{text:?}"
    );
}

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

#[test]
fn manifests_name_what_is_there_and_nothing_is_left_over() {
    for (folder, manifest) in folders() {
        assert!(
            !manifest.programs.is_empty() && !manifest.modes.is_empty(),
            "{}",
            manifest.id
        );
        let mut expected: BTreeSet<String> = ["lesson.json", "en.md", "zh.md"]
            .into_iter()
            .map(str::to_owned)
            .collect();
        for program in &manifest.programs {
            assert!(
                expected.insert(program.file.clone()),
                "{} is named twice",
                program.file
            );
            let link = Link {
                lesson: Some(manifest.id.clone()),
                program: Some(program.id().to_owned()),
                ..Link::default()
            };
            let fragment = link.to_fragment().expect("short");
            assert_eq!(
                Link::from_fragment(&fragment),
                Ok(link),
                "names must fit into links"
            );
        }
        let present: BTreeSet<String> = fs::read_dir(&folder)
            .expect("readable")
            .map(|entry| {
                entry
                    .expect("readable")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        assert_eq!(present, expected);
        let mut texts = vec![&manifest.title, &manifest.about];
        texts.extend(manifest.programs.iter().map(|program| &program.title));
        let question = manifest
            .question
            .as_ref()
            .unwrap_or_else(|| panic!("{} asks nothing", manifest.id));
        assert!(question.answers.len() >= 2, "{}", manifest.id);
        texts.push(&question.asks);
        texts.extend(question.answers.iter().map(|answer| &answer.says));
        for plot in &manifest.plots {
            texts.push(&plot.title);
            texts.extend(plot.curves.iter().map(|curve| &curve.label));
        }
        texts.into_iter().for_each(assert_in_both_languages);
    }
}

#[test]
fn parameters_are_right_and_have_names_in_both_languages() {
    for (folder, manifest) in folders() {
        for program in &manifest.programs {
            let source = read(&folder.join(&program.file));
            assert_eq!(faults(&source), [], "{}", program.file);
            for parameter in parameters(&source) {
                assert_ne!(parameter.label.en, parameter.name, "{}", program.file);
                assert!(
                    !parameter.label.zh.is_ascii(),
                    "{}: {}",
                    program.file,
                    parameter.name
                );
            }
        }
    }
}

#[test]
fn plots_vary_a_parameter_of_a_program_within_its_range() {
    for (folder, manifest) in folders() {
        for plot in &manifest.plots {
            let program = manifest
                .programs
                .iter()
                .find(|program| program.id() == plot.program);
            let program = program.unwrap_or_else(|| panic!("{}: no program {}", manifest.id, plot.program));
            assert!(
                manifest.modes.contains(&plot.mode) && !plot.curves.is_empty(),
                "{}",
                manifest.id
            );
            if plot.sweep == CORES {
                assert!(
                    plot.values.iter().all(|cores| (1.0..=64.0).contains(cores)),
                    "{}",
                    manifest.id
                );
                continue;
            }
            let declared = parameters(&read(&folder.join(&program.file)));
            let parameter = declared.iter().find(|parameter| parameter.name == plot.sweep);
            let parameter = parameter.unwrap_or_else(|| panic!("{}: no {}", manifest.id, plot.sweep));
            assert!(
                !plot.values.is_empty() || matches!(parameter.control, Control::Slider { .. }),
                "{}: {} has no values of its own",
                manifest.id,
                plot.sweep
            );
            for value in &plot.values {
                assert_eq!(
                    parameter
                        .check(&Value::Number(*value))
                        .map_err(|error| error.text()),
                    Ok(()),
                    "{}",
                    manifest.id
                );
            }
        }
    }
}

#[test]
fn buttons_set_what_the_programs_have_and_are_the_same_in_both_languages() {
    for (folder, manifest) in folders() {
        let (en, zh) = (read(&folder.join("en.md")), read(&folder.join("zh.md")));
        assert_eq!(buttons(&en), buttons(&zh), "{}", manifest.id);
        assert!(!buttons(&en).is_empty());
        for address in buttons(&en) {
            let button = Link::from_button(address).expect(address).expect(address);
            assert!(
                button.mode.is_none_or(|mode| manifest.modes.contains(&mode)),
                "{address}"
            );
            // A button that names no program must fit whichever is open.
            let named = |id: &str| button.program.as_ref().is_none_or(|program| program == id);
            let programs: Vec<_> = manifest
                .programs
                .iter()
                .filter(|program| named(program.id()))
                .collect();
            assert!(!programs.is_empty(), "{address}");
            for program in programs {
                let declared = parameters(&read(&folder.join(&program.file)));
                for (name, value) in &button.parameters {
                    let has = |parameter: &&Parameter| parameter.name == *name;
                    let parameter = declared
                        .iter()
                        .find(has)
                        .unwrap_or_else(|| panic!("{address}: {name}"));
                    assert_eq!(
                        parameter.read(value).map_err(|error| error.text()).map(drop),
                        Ok(()),
                        "{address}"
                    );
                }
            }
        }
    }
}
