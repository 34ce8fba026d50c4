//! Amdahl's law, fitted to the times that a program takes on more and more processors.
//!
//! G. M. Amdahl, "Validity of the single processor approach to achieving large scale computing capabilities", AFIPS 1967: a part of
//! the work goes on one processor at a time, the rest is shared among all of them, so on `n` processors it takes
//! `serial + parallel / n`.

/// The law with the figures that suit the measured times best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amdahl {
    /// Seconds that no processor more shortens.
    serial: f64,
    /// Seconds of work that all processors share.
    parallel: f64,
    /// How far a measured time is from the law at most, as a part of it.
    pub off: f64,
}

impl Amdahl {
    /// The law with the least squares of differences to the times of these (processors, seconds); none if they are not of at least
    /// two numbers of processors, or say nothing.
    pub(crate) fn of(times: &[(f64, f64)]) -> Option<Self> {
        let count = times.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| times.iter().map(of).sum::<f64>() / count;
        let (share, time) = (mean(|(cores, _)| 1.0 / cores), mean(|(_, time)| *time));
        let spread: f64 = times.iter().map(|(cores, _)| (1.0 / cores - share).powi(2)).sum();
        let common: f64 = times
            .iter()
            .map(|(cores, seconds)| (1.0 / cores - share) * (seconds - time))
            .sum();
        let slope = common / spread;
        if !slope.is_finite() || time <= 0.0 {
            return None;
        }
        // Neither part can be below nothing: then the other one alone is fitted.
        let squares: f64 = times.iter().map(|(cores, _)| cores.powi(-2)).sum();
        let products: f64 = times.iter().map(|(cores, seconds)| seconds / cores).sum();
        let (serial, parallel) = match time - slope * share {
            _ if slope < 0.0 => (time, 0.0),
            serial if serial < 0.0 => (0.0, products / squares),
            serial => (serial, slope),
        };
        let mut law = Self {
            serial,
            parallel,
            off: 0.0,
        };
        let offs = times
            .iter()
            .map(|(cores, seconds)| (seconds / law.seconds(*cores) - 1.0).abs());
        law.off = offs.fold(0.0, f64::max);
        Some(law)
    }

    /// What it says of a number of processors.
    pub(crate) fn seconds(&self, cores: f64) -> f64 {
        self.serial + self.parallel / cores
    }

    /// The part of the work that is not shared, from 0 to 1.
    pub(crate) fn serial_share(&self) -> f64 {
        self.serial / (self.serial + self.parallel)
    }

    /// How many times as fast the program gets at most, however many processors there are; infinite if all work is shared.
    pub(crate) fn most(&self) -> f64 {
        1.0 / self.serial_share()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_is_found_again_in_times_that_follow_it() {
        let times = [1.0, 2.0, 4.0, 8.0].map(|cores: f64| (cores, 0.5 + 1.5 / cores));
        let law = Amdahl::of(&times).expect("times");
        assert!((law.serial_share() - 0.25).abs() < 1e-12, "{law:?}");
        assert!((law.most() - 4.0).abs() < 1e-9);
        assert!(law.off < 1e-12);
        assert!((law.seconds(3.0) - 1.0).abs() < 1e-12);
    }

    /// A share below 0 or over 1 would be no share: measured times can be a little better or worse than any law.
    #[test]
    fn shares_stay_between_nothing_and_all() {
        let better = [(1.0, 1.0), (2.0, 0.45), (4.0, 0.2)];
        let law = Amdahl::of(&better).expect("times");
        assert_eq!(law.serial_share(), 0.0);
        assert!(law.off > 0.05 && law.most().is_infinite());
        let slower = [(1.0, 1.0), (2.0, 1.1), (4.0, 1.3)];
        let law = Amdahl::of(&slower).expect("times");
        assert_eq!(law.serial_share(), 1.0);
        assert_eq!(law.most(), 1.0);
    }

    #[test]
    fn nothing_is_fitted_to_too_little() {
        assert_eq!(Amdahl::of(&[]), None);
        assert_eq!(Amdahl::of(&[(1.0, 1.0)]), None);
        assert_eq!(Amdahl::of(&[(2.0, 1.0), (2.0, 1.2)]), None);
        assert_eq!(Amdahl::of(&[(1.0, 0.0), (2.0, 0.0)]), None);
    }
}
