//! `math`: to the bit where that is promised, and counted in units in the last place where it is not.

use machine::int::{Error, Int};
use machine::math;
use machine::text::float_repr;

use crate::random::Random;
use crate::{check_expressions, python, shown, shown_float};

const MAX_BITS: u64 = 1 << 20;

fn float(value: f64) -> String {
    format!("float('{}')", float_repr(value))
}

fn result(ours: Result<f64, Error>) -> String {
    ours.map_or_else(|error| error.to_string(), float_repr)
}

fn integer(ours: Result<Int, Error>) -> String {
    ours.map_or_else(|error| error.to_string(), |value| format!("'{}'", shown(&value)))
}

/// Arguments at which functions have something to say, and ordinary ones.
fn argument(random: &mut Random) -> f64 {
    match random.below(6) {
        0 => random.float(),
        1 => (random.next() >> 11) as f64 * 2_f64.powi(-53),
        2 => (random.next() >> 11) as f64 * 2_f64.powi(-49) - 8.0,
        3 => (random.below(401).cast_signed() - 200) as f64 / 2.0,
        4 => (random.next() >> 11) as f64 * 2_f64.powi(-43) - 500.0,
        _ => random.pick(&[
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            1e300,
            -1e-300,
        ]),
    }
}

/// How far apart two floats are, in floats.
fn distance(a: f64, b: f64) -> u64 {
    let ordered = |value: f64| match value.to_bits().cast_signed() {
        bits if bits < 0 => i64::MIN - bits,
        bits => bits,
    };
    ordered(a).abs_diff(ordered(b))
}

type Unary = fn(f64) -> Result<f64, Error>;
type Binary = fn(f64, f64) -> Result<f64, Error>;

#[test]
fn elementary_functions_are_within_a_few_units_of_cpythons() {
    const SCRIPT: &str = r#"
import math, struct, sys
read = lambda text: struct.unpack(">d", bytes.fromhex(text[1:]))[0]
for line in sys.stdin:
    name, *arguments = line.split()
    try: print(struct.pack(">d", getattr(math, name)(*map(read, arguments))).hex())
    except Exception as error: print(f"{type(error).__name__}: {error}")
"#;
    // The most units by which each may differ from a C library that rounds well.
    let unary: [(&str, Unary, u64); 25] = [
        ("sqrt", math::sqrt, 0),
        ("exp", math::exp, 1),
        ("exp2", math::exp2, 1),
        ("expm1", math::expm1, 1),
        ("log", math::log, 1),
        ("log2", math::log2, 1),
        ("log10", math::log10, 2),
        ("log1p", math::log1p, 1),
        ("sin", math::sin, 1),
        ("cos", math::cos, 1),
        ("tan", math::tan, 1),
        ("asin", math::asin, 1),
        ("acos", math::acos, 1),
        ("atan", math::atan, 1),
        ("sinh", math::sinh, 2),
        ("cosh", math::cosh, 2),
        ("tanh", math::tanh, 2),
        ("asinh", math::asinh, 2),
        ("acosh", math::acosh, 2),
        ("atanh", math::atanh, 2),
        ("cbrt", math::cbrt, 3),
        ("erf", |x| Ok(math::erf(x)), 1),
        ("erfc", |x| Ok(math::erfc(x)), 4),
        ("gamma", math::gamma, 8),
        ("lgamma", math::lgamma, 8),
    ];
    let binary: [(&str, Binary, u64); 4] = [
        ("pow", math::pow, 1),
        ("atan2", |y, x| Ok(math::atan2(y, x)), 1),
        ("fmod", math::fmod, 0),
        ("remainder", math::remainder, 0),
    ];
    let mut random = Random(61);
    let mut cases = Vec::new();
    let mut lines = String::new();
    for _ in 0..4000 {
        let (x, y) = (argument(&mut random), argument(&mut random));
        for (name, function, most) in unary {
            cases.push((name, function(x), most));
            lines += &format!("{name} {}\n", shown_float(x));
        }
        for (name, function, most) in binary {
            cases.push((name, function(x, y), most));
            lines += &format!("{name} {} {}\n", shown_float(x), shown_float(y));
        }
    }
    let answers = python("elementary", SCRIPT, &lines);
    assert_eq!(answers.lines().count(), cases.len());
    let mut counts = std::collections::BTreeMap::<&str, (u64, u64, u64)>::new();
    let mut wrong = Vec::new();
    for ((asked, (name, ours, most)), theirs) in lines.lines().zip(&cases).zip(answers.lines()) {
        let units = match (ours, u64::from_str_radix(theirs, 16).map(f64::from_bits)) {
            (Ok(ours), Ok(theirs)) if ours.is_nan() && theirs.is_nan() => 0,
            // Near its zeros the logarithm has few digits in common with that of a gamma rounded before.
            (Ok(ours), Ok(theirs)) if *name == "lgamma" && theirs.abs() < 1.0 => {
                ((ours - theirs).abs() / f64::EPSILON) as u64
            }
            (Ok(ours), Ok(theirs)) => distance(*ours, theirs),
            (Err(error), Err(_)) if error.to_string() == theirs => 0,
            _ => u64::MAX,
        };
        let (differ, worst, all) = counts.entry(name).or_default();
        *differ += u64::from(units > 0);
        *worst = (*worst).max(units);
        *all += 1;
        if units > *most {
            wrong.push(format!("{asked}: {units} units: {ours:?} {theirs}"));
        }
    }
    for (name, (differ, worst, all)) in counts {
        println!("{name}: {differ} of {all} differ, by {worst} units at most");
    }
    assert!(
        wrong.is_empty(),
        "{}\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
}

#[test]
fn floats_are_taken_apart_as_in_cpython() {
    let mut random = Random(62);
    let mut cases = Vec::new();
    for _ in 0..4000 {
        let (x, y) = (argument(&mut random), argument(&mut random));
        let mut ask = |call: String, ours: String| cases.push((format!("__import__('math').{call}"), ours));
        let (fraction, exponent) = math::frexp(x);
        ask(
            format!("frexp({})", float(x)),
            format!("({}, {exponent})", float_repr(fraction)),
        );
        let (fraction, whole) = math::modf(x);
        ask(
            format!("modf({})", float(x)),
            format!("({}, {})", float_repr(fraction), float_repr(whole)),
        );
        let exponent = random.below(4400).cast_signed() - 2200;
        let exponent = Int::Small(exponent);
        ask(
            format!("ldexp({}, {})", float(x), shown(&exponent)),
            result(math::ldexp(x, &exponent)),
        );
        ask(
            format!("nextafter({}, {})", float(x), float(y)),
            float_repr(math::next_after(x, y)),
        );
        ask(format!("ulp({})", float(x)), float_repr(math::ulp(x)));
        ask(format!("degrees({})", float(x)), float_repr(math::degrees(x)));
        ask(format!("radians({})", float(x)), float_repr(math::radians(x)));
        let plain = |ours: Result<Int, Error>| {
            ours.map_or_else(|error| error.to_string(), |value| format!("'{}'", shown(&value)))
        };
        for (name, ours) in [
            ("floor", math::floor(x)),
            ("ceil", math::ceil(x)),
            ("trunc", math::trunc(x)),
        ] {
            cases.push((
                format!("hex(__import__('math').{name}({}))", float(x)),
                plain(ours),
            ));
        }
        let near = x + x * random.pick(&[1e-9, 1.1e-9, 1e-12, 0.0]);
        let (relative, absolute) = (
            random.pick(&[1e-9, 0.0, -1.0, 0.5]),
            random.pick(&[0.0, 1e-9, f64::INFINITY]),
        );
        let is_close = math::is_close(x, near, relative, absolute);
        let is_close = is_close.map_or_else(
            |error| error.to_string(),
            |is| if is { "True" } else { "False" }.to_owned(),
        );
        let arguments = format!(
            "{}, {}, rel_tol={}, abs_tol={}",
            float(x),
            float(near),
            float(relative),
            float(absolute)
        );
        cases.push((format!("__import__('math').isclose({arguments})"), is_close));
    }
    for (x, exponent) in [
        (1.0, "0xffffffffffffffffffff"),
        (-1.0, "-0xffffffffffffffffffff"),
        (0.0, "0xffffffffffffffffffff"),
    ] {
        let huge = Int::Small(1)
            .shl(&Int::Small(80), MAX_BITS)
            .expect("80 bits")
            .sub(&Int::Small(1));
        let huge = if exponent.starts_with('-') {
            huge.neg()
        } else {
            huge
        };
        cases.push((
            format!("__import__('math').ldexp({x}, {exponent})"),
            result(math::ldexp(x, &huge)),
        ));
    }
    check_expressions("taken_apart", &cases);
}

#[test]
fn sums_and_lengths_are_rounded_as_in_cpython() {
    let mut random = Random(63);
    let mut cases = Vec::new();
    for round in 0..4000 {
        let items: Vec<f64> = (0..random.below(8))
            .map(|_| {
                if round % 3 == 0 {
                    argument(&mut random)
                } else {
                    random.float()
                }
            })
            .flat_map(|item| {
                [
                    item,
                    if round % 2 == 0 {
                        -item.next_up()
                    } else {
                        item * 0.5
                    },
                ]
            })
            .collect();
        let literals: Vec<String> = items.iter().map(|item| float(*item)).collect();
        let literals = literals.join(", ");
        let mut sum = math::Sum::new();
        let added = items.iter().try_for_each(|item| sum.add(*item));
        let ours = result(added.and_then(|()| sum.total()));
        cases.push((format!("__import__('math').fsum([{literals}])"), ours));
        cases.push((
            format!("__import__('math').hypot({literals})"),
            float_repr(math::hypot(&items)),
        ));
        let (p, q) = items.split_at(items.len() / 2);
        let dist = math::dist(p, q).expect("as many coordinates");
        let list = |items: &[f64]| {
            items
                .iter()
                .map(|item| float(*item))
                .collect::<Vec<_>>()
                .join(", ")
        };
        cases.push((
            format!("__import__('math').dist([{}], [{}])", list(p), list(q)),
            float_repr(dist),
        ));
    }
    assert_eq!(math::dist(&[1.0], &[]), None);
    check_expressions("sums", &cases);
}

#[test]
fn functions_of_integers_are_cpythons() {
    let mut random = Random(64);
    let mut cases = Vec::new();
    let mut ask = |call: String, ours: Result<Int, Error>| {
        cases.push((format!("hex(__import__('math').{call})"), integer(ours)));
    };
    for _ in 0..2000 {
        let (a, b) = (random.int(300), random.int(300));
        let factor = random.int(100);
        let (a, b) = (
            a.mul(&factor, MAX_BITS).expect("short"),
            b.mul(&factor, MAX_BITS).expect("short"),
        );
        ask(
            format!("gcd({}, {})", shown(&a), shown(&b)),
            Ok(math::gcd(&a, &b)),
        );
        ask(
            format!("lcm({}, {})", shown(&a), shown(&b)),
            math::lcm(&a, &b, MAX_BITS),
        );
        ask(format!("isqrt({})", shown(&a)), math::isqrt(&a));
        let square = a
            .mul(&a, MAX_BITS)
            .expect("short")
            .sub(&Int::Small(random.below(3).cast_signed() - 1));
        ask(format!("isqrt({})", shown(&square)), math::isqrt(&square));
        let n = Int::Small(random.below(600).cast_signed() - 3);
        let k = Int::Small(random.below(620).cast_signed() - 3);
        ask(
            format!("comb({}, {})", shown(&n), shown(&k)),
            math::comb(&n, &k, MAX_BITS),
        );
        ask(
            format!("perm({}, {})", shown(&n), shown(&k)),
            math::perm(&n, &k, MAX_BITS),
        );
        ask(format!("factorial({})", shown(&n)), math::factorial(&n, MAX_BITS));
        let k = Int::Small(random.below(20).cast_signed());
        ask(
            format!("comb({}, {})", shown(&a), shown(&k)),
            math::comb(&a, &k, MAX_BITS),
        );
        ask(
            format!("perm({}, {})", shown(&a), shown(&k)),
            math::perm(&a, &k, MAX_BITS),
        );
    }
    let huge = Int::Small(1).shl(&Int::Small(70), MAX_BITS).expect("70 bits");
    let huger = huge.shl(&Int::Small(1), MAX_BITS).expect("71 bits");
    ask(
        format!("factorial({})", shown(&huge)),
        math::factorial(&huge, MAX_BITS),
    );
    ask(
        format!("perm({}, {})", shown(&huge), shown(&huge)),
        math::perm(&huge, &huge, MAX_BITS),
    );
    ask(
        format!("comb({}, {})", shown(&huger), shown(&huge)),
        math::comb(&huger, &huge, MAX_BITS),
    );
    ask(
        format!("comb({}, {})", shown(&huge), shown(&huge)),
        math::comb(&huge, &huge, MAX_BITS),
    );
    check_expressions("integers_of_math", &cases);

    let million = Int::Small(1_000_000_000);
    assert_eq!(math::factorial(&million, MAX_BITS), Err(Error::TooLarge));
    assert_eq!(
        math::comb(&million, &Int::Small(400_000_000), MAX_BITS),
        Err(Error::TooLarge)
    );
    assert_eq!(math::perm(&million, &million, MAX_BITS), Err(Error::TooLarge));
}

#[test]
fn logarithms_of_integers_reach_past_the_largest_float() {
    let mut random = Random(65);
    let mut cases = Vec::new();
    for _ in 0..500 {
        let value = random.int(9000);
        let ours = math::log_int(&value, math::log2);
        let rounded = ours.map(|log| (log * 1e9).round() / 1e9);
        cases.push((
            format!("round(__import__('math').log2({}), 9)", shown(&value)),
            result(rounded),
        ));
    }
    check_expressions("logarithms", &cases);
}
