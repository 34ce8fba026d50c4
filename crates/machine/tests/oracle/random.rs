//! The generators of cases.

use machine::int::Int;
use num_bigint::{BigInt, BigUint};

/// SplitMix64 (Steele, Lea and Flood, 2014): the same cases on every run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize]
    }

    /// Up to `most` picks, one after the other.
    pub fn string(&mut self, from: &[&str], most: u64) -> String {
        (0..self.below(most + 1)).map(|_| self.pick(from)).collect()
    }

    pub fn float(&mut self) -> f64 {
        const SPECIAL: [f64; 22] = [
            0.0,
            1e16,
            9_999_999_999_999_998.0,
            1e15,
            1e17,
            1e-4,
            9.999e-5,
            1e-5,
            5e-324,
            f64::MAX,
            f64::MIN_POSITIVE,
            f64::INFINITY,
            f64::NAN,
            1e22,
            1e23,
            0.5,
            1.5,
            2.5,
            0.1,
            123_456.789,
            9.5,
            99.95,
        ];
        let magnitude = match self.below(8) {
            0 => f64::from_bits(self.next() & !(1 << 63)),
            1 => self.pick(&SPECIAL),
            // Halves, quarters and eighths: ties of the rounding.
            2 => self.below(10_000) as f64 / 8.0,
            3 => self.below(100_000) as f64 / 1000.0,
            4 => 10_f64.powi(self.below(40) as i32 - 20) * self.below(1000) as f64,
            5 => self.below(1 << 20) as f64,
            6 => (self.next() >> self.below(64)) as f64,
            _ => f64::from_bits((self.below(120) + 960) << 52 | self.next() >> 12),
        };
        if self.chance(30) { -magnitude } else { magnitude }
    }

    pub fn int(&mut self, most_bits: u64) -> Int {
        let near = i128::from(self.below(5)) - 2;
        let magnitude = match self.below(6) {
            0 => return Int::from(near),
            1 => return Int::from(i128::from(self.next().cast_signed() >> self.below(64))),
            2 => {
                return Int::from(
                    i128::from(self.pick(&[i64::MIN, i64::MAX, 1 << 53, -(1 << 53), 1 << 32])) + near,
                );
            }
            3 => (BigInt::from(1) << self.below(most_bits)) + near,
            4 => (BigInt::from(self.next()) << self.below(most_bits)) + near,
            _ => {
                let limbs = (0..=self.below(most_bits / 32))
                    .map(|_| self.next() as u32)
                    .collect();
                BigInt::from(BigUint::new(limbs))
            }
        };
        Int::from(if self.chance(40) { -magnitude } else { magnitude })
    }

    /// Mostly well-formed.
    pub fn spec(&mut self, codes: &[&str]) -> String {
        if self.chance(4) {
            let parts = [
                "<",
                "=",
                "+",
                "z",
                "#",
                "0",
                "5",
                ",",
                "_",
                ".",
                "f",
                "d",
                "é",
                "٣",
                "\u{1}",
                "99999999999999999999",
            ];
            return self.string(&parts, 6);
        }
        let mut spec = String::new();
        if self.chance(40) {
            spec += self.pick(&["", "", "*", "0", "é", "💡", "<", "{"]);
            spec += self.pick(&["<", ">", "^", "="]);
        }
        let mut part = |percent: u64, choices: &[&str]| {
            if self.chance(percent) {
                spec += self.pick(choices);
            }
        };
        part(25, &["+", "-", " "]);
        part(8, &["z"]);
        part(20, &["#"]);
        part(30, &["0"]);
        part(
            50,
            &[
                "1", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "20", "33", "100", "٣",
            ],
        );
        part(30, &[",", "_"]);
        part(
            50,
            &[
                ".0", ".1", ".2", ".3", ".5", ".10", ".15", ".16", ".17", ".18", ".30", ".60", ".400",
                ".1200", ".",
            ],
        );
        part(80, codes);
        spec
    }
}
