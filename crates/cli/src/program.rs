//! A program from its file: parameters written into it, checked, compiled.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lesson::ParameterError;
use machine::{Program, Script};
use trace::{Diagnostic, Place, Severity};

use crate::arguments::ProgramArguments;
use crate::console;
use crate::failure::Failure;

/// A program's text.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its file, as the command line names it.
    pub path: PathBuf,
    /// Its text with all parameters written into it.
    pub text: String,
}

impl Source {
    /// Reads a program and writes its parameters' values into it.
    ///
    /// # Errors
    /// When the file cannot be read, or a parameter is not there or may not have that value.
    pub fn read(arguments: &ProgramArguments) -> Result<Self, Failure> {
        let path = arguments.file.clone();
        let bytes = fs::read(&path)
            .map_err(|error| Failure::new(format!("can't open file '{}': {error}", path.display())))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::new(format!("'{}' is not a text in UTF-8.", path.display())))?;
        Self { path, text }.with(&arguments.parameters)
    }

    /// The same with other values for its parameters.
    ///
    /// # Errors
    /// When a parameter is not there or may not have that value.
    pub fn with(mut self, parameters: &[(String, String)]) -> Result<Self, Failure> {
        for (name, value) in parameters {
            self.text = set(&self.text, name, value)
                .map_err(|error| Failure::new(format!("--param {name}={value}: {}", error.text().en)))?;
        }
        Ok(self)
    }

    /// Compiles it. `SyntaxWarning`s go to the standard error stream, as CPython's do.
    ///
    /// # Errors
    /// With all that is wrong with it.
    pub fn load(&self, arguments: &[String]) -> Result<Arc<Program>, Failure> {
        let program = self.compile(arguments)?;
        for warning in program.warnings() {
            let Place { line, .. } = warning.place;
            let excerpt = self.line(line).trim();
            console::complain(&format!(
                "{}:{line}: {}\n  {excerpt}",
                self.absolute(),
                warning.message.en
            ));
        }
        Ok(Arc::new(program))
    }

    /// Compiles it.
    ///
    /// # Errors
    /// With all that is wrong with it.
    pub fn compile(&self, arguments: &[String]) -> Result<Program, Failure> {
        let own_name = self.path.to_string_lossy().into_owned();
        let script = Script {
            file: self.absolute(),
            arguments: std::iter::once(own_name)
                .chain(arguments.iter().cloned())
                .collect(),
        };
        machine::load_script(&self.text, script).map_err(|diagnostics| Failure {
            message: self.describe(&diagnostics),
        })
    }

    /// Diagnostics with the lines that they are about.
    pub fn describe(&self, diagnostics: &[Diagnostic]) -> String {
        let mut text = String::new();
        for diagnostic in diagnostics {
            let Place { line, column, .. } = diagnostic.place;
            let path = self.path.display();
            let _ = writeln!(text, "{path}:{line}:{column}: {}", diagnostic.message.en);
            text += &self.excerpt(diagnostic.place);
            if let Some(instead) = &diagnostic.instead {
                let _ = writeln!(text, "    instead: {}", instead.en);
            }
        }
        text
    }

    /// What is wrong with the lines that declare parameters.
    pub fn parameter_faults(&self) -> Vec<Diagnostic> {
        let faults = lesson::faults(&self.text);
        let diagnostic = |error: ParameterError| {
            let line = error.line.unwrap_or(1);
            Diagnostic {
                place: Place {
                    line,
                    column: 1,
                    end_line: line,
                    end_column: 1 + self.line(line).chars().count() as u32,
                },
                severity: Severity::Warning,
                message: error.fault.text(),
                instead: None,
            }
        };
        faults.into_iter().map(diagnostic).collect()
    }

    /// A line of the source, from 1.
    pub fn line(&self, number: u32) -> &str {
        let place = (number as usize).checked_sub(1);
        place
            .and_then(|place| self.text.lines().nth(place))
            .unwrap_or_default()
    }

    /// A line with carets under a stretch of it.
    fn excerpt(&self, place: Place) -> String {
        let line = self.line(place.line);
        let shown = line.trim_start();
        if shown.is_empty() {
            return String::new();
        }
        let indentation = line.chars().count() - shown.chars().count();
        let start = (place.column as usize).saturating_sub(1 + indentation);
        let end = if place.end_line == place.line {
            (place.end_column as usize).saturating_sub(1 + indentation)
        } else {
            shown.chars().count()
        };
        let carets = "^".repeat(end.saturating_sub(start).max(1));
        format!("    {shown}\n    {}{carets}\n", " ".repeat(start))
    }

    /// The file's absolute path, which CPython 3.11 shows in tracebacks; it resolves nothing in it.
    fn absolute(&self) -> String {
        let folder = std::env::current_dir().unwrap_or_default();
        folder.join(Path::new(&self.path)).to_string_lossy().into_owned()
    }
}

fn set(source: &str, name: &str, value: &str) -> Result<String, ParameterError> {
    let parameter = lesson::parameters(source)
        .into_iter()
        .find(|parameter| parameter.name == name);
    let value = match parameter {
        Some(parameter) => parameter.read(value)?,
        // Whatever the value is, there is nobody to have it.
        None => lesson::Value::Text(value.to_owned()),
    };
    lesson::set_parameter(source, name, &value)
}
