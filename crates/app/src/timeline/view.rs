//! The window of time that the timeline shows.

use trace::Nanos;

/// The shortest window, in nanoseconds: a few instructions of the model fill it.
const SHORTEST: f64 = 200.0;

/// A window of time, in nanoseconds since the run began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct View {
    /// Its left edge.
    pub from: f64,
    /// Its right edge.
    pub to: f64,
    /// The run's end, which no window exceeds.
    end: f64,
}

impl View {
    /// Everything, from start to `end`.
    pub(crate) fn whole(end: Nanos) -> Self {
        let end = (end as f64).max(1.0);
        Self {
            from: 0.0,
            to: end,
            end,
        }
    }

    /// How much time it shows.
    pub(crate) fn length(self) -> f64 {
        self.to - self.from
    }

    /// The pixel (from the left edge of `width` pixels) of a time.
    pub(crate) fn x(self, at: Nanos, width: f64) -> f64 {
        (at as f64 - self.from) / self.length() * width
    }

    /// The time at a pixel.
    pub(crate) fn time(self, x: f64, width: f64) -> Nanos {
        (self.from + x / width * self.length()).clamp(0.0, self.end) as Nanos
    }

    /// Shows `factor` times as much time, with what lies at the part `anchor` (0 left, 1 right) staying where it is.
    pub(crate) fn zoomed(self, factor: f64, anchor: f64) -> Self {
        let length = (self.length() * factor).clamp(SHORTEST.min(self.end), self.end);
        let fixed = self.from + self.length() * anchor;
        self.placed(fixed - length * anchor, length)
    }

    /// Moves by a part of its own length.
    pub(crate) fn panned(self, part: f64) -> Self {
        self.placed(self.from + part * self.length(), self.length())
    }

    /// Moves as little as possible so that a time lies inside, a tenth away from the edges.
    pub(crate) fn showing(self, at: Nanos) -> Self {
        let (at, margin) = (at as f64, self.length() / 10.0);
        if at < self.from + margin {
            return self.placed(at - margin, self.length());
        }
        if at > self.to - margin {
            return self.placed(at + margin - self.length(), self.length());
        }
        self
    }

    fn placed(self, from: f64, length: f64) -> Self {
        let from = from.clamp(0.0, (self.end - length).max(0.0));
        Self {
            from,
            to: from + length,
            end: self.end,
        }
    }
}

/// Times for an axis: round ones, at least `gap` pixels apart.
pub(crate) fn ticks(view: View, width: f64, gap: f64) -> Vec<Nanos> {
    let least = view.length() * gap / width.max(1.0);
    let mut unit = 1.0;
    while unit * 5.0 < least {
        unit *= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * unit)
        .find(|step| *step >= least)
        .unwrap_or(unit * 10.0);
    let first = (view.from / step).ceil() as u64;
    let last = (view.to / step).floor() as u64;
    (first..=last).map(|number| number * step as u64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_the_anchor_and_stays_within_the_run() {
        let whole = View::whole(1_000_000);
        let half = whole.zoomed(0.5, 0.25);
        assert_eq!((half.from, half.to), (125_000.0, 625_000.0));
        assert!((half.time(250.0, 1000.0) as f64 - 250_000.0).abs() < 1.0);
        assert_eq!(half.zoomed(100.0, 0.5), whole);
        assert_eq!(whole.zoomed(1e-12, 0.5).length(), SHORTEST);
    }

    #[test]
    fn panning_stops_at_both_ends() {
        let part = View::whole(1_000).zoomed(0.5, 0.0);
        assert_eq!(part.panned(-3.0).from, 0.0);
        assert_eq!(part.panned(3.0).to, 1_000.0);
    }

    #[test]
    fn showing_moves_only_when_it_must() {
        let part = View::whole(10_000).zoomed(0.1, 0.5);
        assert_eq!(part.showing(5_000), part);
        let moved = part.showing(9_000);
        assert!(moved.from < 9_000.0 && 9_000.0 < moved.to);
    }

    #[test]
    fn pixels_and_times_are_inverse() {
        let part = View::whole(1_000_000).zoomed(0.3, 0.7);
        let at = part.time(333.0, 900.0);
        assert!((part.x(at, 900.0) - 333.0).abs() < 0.01);
    }

    #[test]
    fn ticks_are_round_and_apart() {
        assert_eq!(
            ticks(View::whole(1_000), 500.0, 100.0),
            [0, 200, 400, 600, 800, 1_000]
        );
        assert_eq!(ticks(View::whole(7_300), 400.0, 100.0), [0, 2_000, 4_000, 6_000]);
        assert_eq!(ticks(View::whole(0), 400.0, 100.0).first(), Some(&0));
    }
}
