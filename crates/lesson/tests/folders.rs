//! Every lesson's folder is complete and right: manifest, programs, texts, buttons, and its line in the course's list.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use lesson::{Manifest, Parameter, course, faults, manifest, parameters};
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

#[test]
fn the_list_of_lessons_names_every_folder_as_its_manifest_does() {
    let list = course(&read(&lessons().join("index.json"))).expect("a list of lessons");
    let listed: BTreeSet<&str> = list.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(listed.len(), list.len(), "a lesson is listed twice");
    let folders = folders();
    let present: BTreeSet<&str> = folders.iter().map(|(_, manifest)| manifest.id.as_str()).collect();
    assert_eq!(listed, present);
    for (folder, manifest) in &folders {
        assert_eq!(
            folder.file_name().and_then(|name| name.to_str()),
            Some(manifest.id.as_str())
        );
        let entry = list.iter().find(|entry| entry.id == manifest.id).expect("listed");
        assert_eq!(
            (&entry.section, &entry.title),
            (&manifest.section, &manifest.title)
        );
    }
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
        for text in [&manifest.title]
            .into_iter()
            .chain(manifest.programs.iter().map(|program| &program.title))
        {
            assert!(!text.en.is_empty() && text.en.is_ascii(), "{text:?}");
            assert!(!text.zh.is_empty() && !text.zh.is_ascii(), "{text:?}");
        }
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
fn programs_run_on_cpython() {
    for (folder, manifest) in folders() {
        for program in &manifest.programs {
            let run = Command::new("python3")
                .arg("-B")
                .arg(folder.join(&program.file))
                .output()
                .expect("python3 is on the path");
            let errors = String::from_utf8_lossy(&run.stderr);
            assert!(
                run.status.success() && errors.is_empty(),
                "{}: {errors}",
                program.file
            );
            assert!(!run.stdout.is_empty(), "{} prints nothing", program.file);
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
