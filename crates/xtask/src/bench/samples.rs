//! Repeated measurements, and how they are read and printed.

use crate::process::Outcome;
use std::collections::BTreeMap;
use std::process::{Command, Stdio};

/// Measurements of one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// The middle one; the mean of two where there are two. Not a number if there are none.
    pub fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        match sorted.as_slice() {
            [] => f64::NAN,
            all if all.len() % 2 == 1 => all[middle],
            all => f64::midpoint(all[middle - 1], all[middle]),
        }
    }

    /// A line of a table: smallest, median, largest, what it is, how many there are.
    pub fn print(&self, name: &str) {
        let smallest = self.0.iter().copied().fold(f64::NAN, f64::min);
        let largest = self.0.iter().copied().fold(f64::NAN, f64::max);
        let cells = [smallest, self.median(), largest].map(cell);
        println!("{}  {name} ({} times)", cells.join(" "), self.0.len());
    }
}

/// Nine columns, with as many digits as a measurement is worth.
fn cell(value: f64) -> String {
    match value {
        _ if value.is_nan() => format!("{:>9}", "-"),
        _ if value < 10.0 => format!("{value:>9.2}"),
        _ => format!("{value:>9.1}"),
    }
}

/// The head of a table of `Samples`.
pub fn head(what: &str, unit: &str) {
    println!("\n{what}, {unit}: smallest, median, largest");
}

/// One ratio of medians, with the aim for it; nothing where one of the two was not measured.
pub fn ratio(name: &str, value: f64, aim: &str) {
    if value.is_finite() {
        println!("{name}: {} (aim: {aim})", significant(value));
    }
}

/// Two digits that say something, also of a very small ratio.
fn significant(value: f64) -> String {
    let leading = if value > 0.0 {
        value.log10().floor().min(0.0)
    } else {
        0.0
    };
    format!("{value:.*}", 1 + leading.abs() as usize)
}

/// Measurements by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings(BTreeMap<String, Samples>);

impl Readings {
    /// Runs a program that prints lines `name value` or `name value unit`, and adds what it prints.
    pub fn take(&mut self, command: &mut Command) -> Outcome<()> {
        let program = command.get_program().to_string_lossy().into_owned();
        let output = command
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .output()
            .map_err(|error| format!("`{program}` did not start: {error}."))?;
        if !output.status.success() {
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            return Err(format!("`{program}` failed ({}).", output.status));
        }
        self.add(&String::from_utf8_lossy(&output.stdout));
        Ok(())
    }

    fn add(&mut self, lines: &str) {
        for line in lines.lines() {
            let mut words = line.split_whitespace();
            if let (Some(name), Some(Ok(value))) = (words.next(), words.next().map(str::parse)) {
                self.0.entry(name.to_owned()).or_default().0.push(value);
            }
        }
    }

    /// What was measured under this name: nothing, if it never was.
    pub fn of(&self, name: &str) -> Samples {
        self.0.get(name).cloned().unwrap_or_default()
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_samples() {
        let mut readings = Readings::default();
        readings.add("loop 3.5 ms\nstep 9 ns\nA sentence.\n");
        readings.add("loop 1.5 ms\nloop 7 ms\n");
        assert_eq!(readings.of("loop"), Samples(vec![3.5, 1.5, 7.0]));
        assert!(readings.has("step") && !readings.has("A"));
    }

    #[test]
    fn ratios_keep_two_digits() {
        let texts = [12.34, 1.233, 0.728, 0.0027, 0.000_016].map(significant);
        assert_eq!(texts, ["12.3", "1.2", "0.73", "0.0027", "0.000016"]);
    }

    #[test]
    fn median_is_the_middle() {
        assert_eq!(Samples(vec![9.0, 1.0, 2.0]).median(), 2.0);
        assert_eq!(Samples(vec![9.0, 1.0, 2.0, 4.0]).median(), 3.0);
        assert!(Samples::default().median().is_nan());
    }
}
