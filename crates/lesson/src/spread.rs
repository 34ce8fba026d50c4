//! Which values of a parameter a sweep takes when nobody says which.

use crate::{Control, Parameter, Plot, Value};

/// So many points make a curve, and so many runs are soon made.
const MOST: usize = 8;

/// Numbers of processors: doubled until the model has no more.
const PROCESSORS: [f64; 7] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0];

/// A field without bounds is swept around its value.
const AROUND: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];

impl Parameter {
    /// Numbers in ascending order that it may be: some of a slider's or a field's, as evenly as its steps allow, or all of a
    /// list's. Fewer than two if there is nothing to sweep over.
    #[must_use]
    pub fn spread(&self) -> Vec<f64> {
        let mut values = match (&self.control, &self.value) {
            (
                Control::Slider {
                    min,
                    max,
                    step,
                    whole,
                },
                _,
            ) => evenly(*min, *max, Some(*step), *whole),
            (
                Control::Number {
                    min: Some(min),
                    max: Some(max),
                    step,
                    whole,
                },
                _,
            ) => evenly(*min, *max, *step, *whole),
            (Control::Number { whole, .. }, Value::Number(value)) => AROUND
                .iter()
                .map(|factor| factor * value)
                .map(|value| if *whole { value.round() } else { value })
                .collect(),
            (Control::Choice(choices), _) => choices
                .iter()
                .filter_map(|choice| match choice.value {
                    Value::Number(number) => Some(number),
                    Value::Boolean(_) | Value::Text(_) => None,
                })
                .collect(),
            (Control::Number { .. } | Control::Boolean | Control::Text, _) => Vec::new(),
        };
        values.retain(|value| self.check(&Value::Number(*value)).is_ok());
        values.sort_by(f64::total_cmp);
        values.dedup();
        values
    }
}

impl Plot {
    /// The values that the sweep takes, if the program has these parameters.
    #[must_use]
    pub fn values_among(&self, parameters: &[Parameter]) -> Vec<f64> {
        if !self.values.is_empty() {
            return self.values.clone();
        }
        if self.sweeps_cores() {
            return PROCESSORS.to_vec();
        }
        let parameter = parameters.iter().find(|parameter| parameter.name == self.sweep);
        parameter.map(Parameter::spread).unwrap_or_default()
    }
}

/// At most [`MOST`] values from `min` to `max`, whole steps away from `min`.
fn evenly(min: f64, max: f64, step: Option<f64>, whole: bool) -> Vec<f64> {
    let step = match step {
        Some(step) => step,
        None if whole => 1.0,
        None => (max - min) / (MOST - 1) as f64,
    };
    // A hair more, so that rounding does not lose the last step.
    let steps = ((max - min) / step + 1e-9).floor();
    if !steps.is_finite() || steps < 1.0 {
        return vec![min];
    }
    let gaps = steps.min((MOST - 1) as f64);
    (0..=gaps as usize)
        .map(|index| short(min + (index as f64 * steps / gaps).round() * step))
        .collect()
}

/// Without what adding up decimal steps in binary leaves behind the twelfth digit: `0.3` and not `0.30000000000000004`.
fn short(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use crate::parameters;

    fn spread(line: &str) -> Vec<f64> {
        parameters(line)[0].spread()
    }

    #[test]
    fn sliders_are_spread_evenly_from_end_to_end() {
        let cases: [(&str, &[f64]); 5] = [
            (
                "N = 1  # @param {type:\"slider\", min:1, max:4}",
                &[1.0, 2.0, 3.0, 4.0],
            ),
            (
                "N = 1  # @param {type:\"slider\", min:1, max:100}",
                &[1.0, 15.0, 29.0, 43.0, 58.0, 72.0, 86.0, 100.0],
            ),
            (
                "N = 0.1  # @param {type:\"slider\", min:0.1, max:0.5, step:0.1}",
                &[0.1, 0.2, 0.3, 0.4, 0.5],
            ),
            ("N = 3  # @param {type:\"slider\", min:3, max:3}", &[3.0]),
            (
                "N = 2  # @param {type:\"integer\", min:0, max:2}",
                &[0.0, 1.0, 2.0],
            ),
        ];
        for (line, values) in cases {
            assert_eq!(spread(line), values, "{line}");
        }
    }

    #[test]
    fn fields_without_bounds_are_swept_around_their_value_and_lists_in_order() {
        assert_eq!(
            spread("N = 10  # @param {type:\"integer\", min:4}"),
            [5.0, 10.0, 20.0, 40.0]
        );
        assert_eq!(spread("N = 0  # @param {type:\"integer\"}"), [0.0]);
        assert_eq!(spread("N = 0.1  # @param [0.1, 0.001, 0]"), [0.0, 0.001, 0.1]);
        assert_eq!(spread("N = \"a\"  # @param [\"a\", \"b\"]"), [0.0; 0]);
    }
}
