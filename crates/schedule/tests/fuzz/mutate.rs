//! Changing programs at random: by characters, by tokens, by lines, with pieces of other programs.

/// A sequence that a seed determines: SplitMix64 (Steele, Lea, Flood 2014).
pub struct Random(u64);

impl Random {
    /// The sequence of a case.
    pub fn new(seed: u64, case: u64) -> Self {
        let mut random = Self(seed.rotate_left(32) ^ case.wrapping_mul(0xd134_2543_de82_ef95));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    /// A number below `bound`, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }

    fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// What is put in place of a token: values at the edge of what types can hold, and words that change what stands around.
const PIECES: [&str; 72] = [
    "0",
    "-1",
    "1",
    "2",
    "255",
    "256",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "10**30",
    "2**4000",
    "1e308",
    "-0.0",
    "1e-320",
    "float('inf')",
    "float('nan')",
    "True",
    "None",
    "...",
    "''",
    "'é'",
    "'锁'",
    "'\\0'",
    "'a' * 100000",
    "b''",
    "b'\\xff'",
    "[]",
    "()",
    "{}",
    "set()",
    "range(10**18)",
    "[0] * 100000",
    "object()",
    "int",
    "str",
    "type",
    "print",
    "len",
    "self",
    "lambda: 0",
    "(yield)",
    "await x",
    "*",
    "**",
    "//",
    "%",
    "<<",
    ">>",
    "@",
    ":=",
    "==",
    "is not",
    "not in",
    "and",
    "or",
    "not",
    "if",
    "else",
    "for",
    "while",
    "try",
    "finally",
    "return",
    "break",
    "continue",
    "raise",
    "global",
    "nonlocal",
    "async",
    "class",
    "del",
    "(",
];

/// Programs and all their tokens.
pub struct Corpus {
    sources: Vec<String>,
    tokens: Vec<String>,
}

impl Corpus {
    /// A corpus of programs, at least one.
    pub fn new(sources: Vec<String>) -> Self {
        let mut all: Vec<String> = sources.iter().flat_map(|source| tokens(source)).collect();
        all.sort();
        all.dedup();
        Self { sources, tokens: all }
    }

    /// A program that was changed in a few places.
    pub fn mutant(&self, random: &mut Random) -> String {
        let mut source = random.of(&self.sources).clone();
        // Half of them in one place: the fewer changes, the further it runs.
        let changes = 1 + random.below(2) * random.below(6);
        for _ in 0..changes {
            source = match random.below(8) {
                0 => characters(&source, random),
                1 | 2 => self.lines(&source, random),
                _ => self.tokens(&source, random),
            };
        }
        source
    }

    fn tokens(&self, source: &str, random: &mut Random) -> String {
        let mut all = tokens(source);
        if all.is_empty() {
            return source.to_owned();
        }
        let place = random.below(all.len());
        match random.below(6) {
            0 => drop(all.remove(place)),
            1 => all.insert(place, all[place].clone()),
            2 => {
                let other = random.below(all.len());
                all.swap(place, other);
            }
            3 => all[place] = random.of(&self.tokens).clone(),
            4 => all[place] = all[random.below(all.len())].clone(),
            _ => all[place] = (*random.of(&PIECES)).to_owned(),
        }
        all.concat()
    }

    fn lines(&self, source: &str, random: &mut Random) -> String {
        let mut all: Vec<&str> = source.split_inclusive('\n').collect();
        let place = random.below(all.len() + 1);
        match random.below(5) {
            0 if place < all.len() => drop(all.remove(place)),
            1 if place < all.len() => all.insert(place, all[place]),
            2 if place < all.len() => {
                let other = random.below(all.len());
                all.swap(place, other);
            }
            3 if place < all.len() => all.truncate(place),
            _ => {
                let other: Vec<&str> = random.of(&self.sources).split_inclusive('\n').collect();
                let start = random.below(other.len().max(1));
                let end = (start + 1 + random.below(6)).min(other.len());
                all.splice(place..place, other[start.min(end)..end].iter().copied());
            }
        }
        all.concat()
    }
}

fn characters(source: &str, random: &mut Random) -> String {
    let mut all: Vec<char> = source.chars().collect();
    let place = random.below(all.len() + 1);
    let end = (place + 1 + random.below(8)).min(all.len()).max(place);
    match random.below(4) {
        0 => drop(all.drain(place..end)),
        1 => {
            let copy: Vec<char> = all[place..end].to_vec();
            let to = random.below(all.len() + 1);
            all.splice(to..to, copy);
        }
        2 if place < all.len() => {
            let other = random.below(all.len());
            all.swap(place, other);
        }
        _ => drop(all.splice(place..place, random.of(&PIECES).chars())),
    }
    all.into_iter().collect()
}

/// Words, numbers, single other characters, stretches of blanks; joined they are the source again.
fn tokens(source: &str) -> Vec<String> {
    let kind = |character: char| match character {
        '_' => 0,
        _ if character.is_alphanumeric() => 0,
        ' ' | '\t' => 1,
        _ => 2,
    };
    let mut tokens: Vec<String> = Vec::new();
    let mut last = 2;
    for character in source.chars() {
        let this = kind(character);
        match tokens.last_mut() {
            Some(token) if this == last && this != 2 => token.push(character),
            _ => tokens.push(character.to_string()),
        }
        last = this;
    }
    tokens
}
