//! Digests, checksums, compression, and the random numbers that begin with a digest.

use machine::digest::{
    Algorithm, CompressError, Hasher, adler32, compress, compression_level, crc32, decompress,
};
use machine::int::Int;
use machine::mersenne::Mersenne;
use machine::text::{float_repr, str_repr};

use crate::random::Random;
use crate::{check_expressions, python, shown};

const MAX_BYTES: usize = 1 << 20;

fn random_bytes(random: &mut Random, most: u64) -> Vec<u8> {
    let length = random.below(most + 1);
    (0..length)
        .map(|_| random.next() as u8 & random.pick(&[0xff, 0x01]))
        .collect()
}

#[test]
fn seeds_give_cpythons_numbers() {
    let mut random = Random(51);
    let mut cases = Vec::new();
    let mut ask = |seed: String, mut generator: Mersenne| {
        let sizes = [1, 0, 31, 32, 33, 64, 100, 1000];
        let (bits, below): (Vec<String>, Vec<String>) = sizes
            .iter()
            .map(|size| {
                let bound = Int::from(num_bigint::BigInt::from(1) << *size).add(&Int::Small(1));
                (shown(&generator.bits(*size)), shown(&generator.below(&bound)))
            })
            .unzip();
        let floats: Vec<String> = (0..700).map(|_| float_repr(generator.random())).collect();
        let state = generator.state().1;
        let expression = format!(
            "(lambda r: ([(hex(r.getrandbits(k)), hex(r._randbelow((1 << k) + 1))) for k in {sizes:?}], \
             [r.random() for _ in range(700)], r.getstate()[1][-1]))(__import__('random').Random({seed}))"
        );
        let pairs: Vec<String> = bits
            .iter()
            .zip(&below)
            .map(|(bits, below)| format!("('{bits}', '{below}')"))
            .collect();
        cases.push((
            expression,
            format!("([{}], [{}], {state})", pairs.join(", "), floats.join(", ")),
        ));
    };
    for seed in 0..4 {
        ask(seed.to_string(), Mersenne::from_int(&Int::Small(seed)));
    }
    for _ in 0..40 {
        let seed = random.int(25_000);
        ask(shown(&seed), Mersenne::from_int(&seed));
        let seed = random.float();
        if let Some(generator) = Mersenne::from_float(seed) {
            ask(format!("float('{}')", float_repr(seed)), generator);
        }
        let seed = random.string(&["a", "é", "💡", "lesson"], 9);
        ask(str_repr(&seed), Mersenne::from_bytes(seed.as_bytes()));
        let seed = random_bytes(&mut random, 100);
        ask(format!("bytes({seed:?})"), Mersenne::from_bytes(&seed));
    }
    check_expressions("random", &cases);
    let mut generator = Mersenne::from_int(&Int::Small(7));
    generator.word();
    let (words, next) = generator.state();
    assert_eq!(Mersenne::from_state(*words, next), generator);
}

#[test]
fn digests_and_checksums_are_cpythons() {
    let mut random = Random(52);
    let mut cases = Vec::new();
    for round in 0..300 {
        let (first, second) = (random_bytes(&mut random, 300), random_bytes(&mut random, round));
        for algorithm in Algorithm::ALL {
            let mut hasher = Hasher::new(algorithm);
            hasher.update(&first);
            let before = hasher.clone();
            hasher.update(&second);
            assert_eq!(before == hasher, second.is_empty());
            let name = algorithm.name();
            assert_eq!(Algorithm::named(&name.to_uppercase()), Some(algorithm));
            let digest: String = hasher.digest().iter().map(|byte| format!("{byte:02x}")).collect();
            let ours = format!(
                "('{digest}', {}, {})",
                algorithm.digest_size(),
                algorithm.block_size()
            );
            let expression = format!(
                "(lambda h: (h.hexdigest(), h.digest_size, h.block_size))(__import__('hashlib').{name}(bytes({first:?}) + bytes({second:?})))"
            );
            cases.push((expression, ours));
        }
        let start = random.next() as u32;
        let long = second.repeat(40);
        cases.push((
            format!("(lambda z, b: (z.crc32(b), z.adler32(b), z.crc32(b, {start}), z.adler32(b * 40)))(__import__('zlib'), bytes({second:?}))"),
            format!("({}, {}, {}, {})", crc32(&second, 0), adler32(&second, 1), crc32(&second, start), adler32(&long, 1)),
        ));
    }
    check_expressions("digests", &cases);
}

#[test]
fn what_is_compressed_here_opens_in_cpython_and_the_other_way_round() {
    const SCRIPT: &str = r#"
import sys, zlib
for line in sys.stdin:
    ours, level = line.split()
    print(zlib.compress(zlib.decompress(bytes.fromhex(ours)), int(level)).hex())
"#;
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut random = Random(53);
    let mut originals = Vec::new();
    let mut lines = String::new();
    for round in 0..200 {
        let original = random_bytes(&mut random, 20 * round).repeat(3);
        let level = random.below(11).cast_signed() - 1;
        lines += &format!("{} {level}\n", hex(&compressed(&original, level)));
        originals.push(original);
    }
    let answers = python("zlib", SCRIPT, &lines);
    assert_eq!(answers.lines().count(), originals.len());
    for (original, theirs) in originals.iter().zip(answers.lines()) {
        let bytes: Vec<u8> = (0..theirs.len() / 2)
            .map(|at| u8::from_str_radix(&theirs[2 * at..2 * at + 2], 16).expect("hexadecimal"))
            .collect();
        assert_eq!(
            decompress(&bytes, MAX_BYTES, &mut |_| true).as_ref(),
            Ok(original)
        );
    }
}

#[test]
fn what_cannot_be_decompressed_is_refused_with_cpythons_words() {
    let good = compressed(&b"abc".repeat(100), 6);
    let mut wrong_sum = good.clone();
    if let Some(last) = wrong_sum.last_mut() {
        *last ^= 1;
    }
    let truncated = &good[..good.len() - 5];
    let mut cases = Vec::new();
    for bytes in [
        &b"hello"[..],
        b"",
        b"\x78",
        &wrong_sum,
        truncated,
        b"\x78\x9c\x07",
    ] {
        let error = decompress(bytes, MAX_BYTES, &mut |_| true).expect_err("no compressed data");
        cases.push((
            format!("__import__('zlib').decompress(bytes({bytes:?}))"),
            format!("error: {error}"),
        ));
    }
    let error = compression_level(10).expect_err("no level");
    cases.push((
        "__import__('zlib').compress(b'', 10)".to_owned(),
        format!("error: {error}"),
    ));
    check_expressions("zlib_errors", &cases);
    let opened = |most| decompress(&good, most, &mut |_| true).map(|bytes| bytes.len());
    assert_eq!(opened(299), Err(CompressError::TooLarge));
    assert_eq!(opened(300), Ok(300));
}

#[test]
fn compression_is_the_same_in_pieces_and_stops_between_them() {
    let mut random = Random(54);
    let long: Vec<u8> = (0..300_000).map(|_| random.below(40) as u8).collect();
    for level in 0..10 {
        let packed = compressed(&long, level);
        let mut asked = Vec::new();
        let opened = decompress(&packed, MAX_BYTES, &mut |bytes| {
            asked.push(bytes);
            true
        });
        assert_eq!(opened.as_ref(), Ok(&long));
        assert!(asked.is_sorted() && asked.len() > 5, "{asked:?}");
        for last in 1..4 {
            let stops = || {
                let mut times = 0;
                move |_| {
                    times += 1;
                    times < last
                }
            };
            let compression = compression_level(level).expect("a level");
            assert_eq!(
                compress(&long, compression, &mut stops()),
                Err(CompressError::Stopped)
            );
            assert_eq!(
                decompress(&packed, MAX_BYTES, &mut stops()),
                Err(CompressError::Stopped)
            );
        }
    }
}

fn compressed(bytes: &[u8], level: i64) -> Vec<u8> {
    let level = compression_level(level).expect("a level");
    compress(bytes, level, &mut |_| true).expect("nobody stops it")
}
