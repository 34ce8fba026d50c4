//! Integer arithmetic, and where integers and floats meet.

use machine::int::{Error, Int, hash_float};
use num_bigint::BigInt;

use crate::random::Random;
use crate::{Table, shown, shown_float, shown_result};

const MAX_BITS: u64 = 1 << 20;

#[test]
fn integers_compute_as_cpython_computes() {
    let mut random = Random(5);
    let mut table = Table::default();
    for round in 0..5000 {
        let bits = if round % 2 == 0 { 70 } else { 2500 };
        let (x, y) = (random.int(bits), random.int(bits));
        let (left, right) = (shown(&x), shown(&y));
        let int = |value: Int| {
            let is_normal =
                matches!(&value, Int::Big(big) if i64::try_from(big).is_err()) || value.to_i64().is_some();
            assert!(is_normal, "{value:?} fits a word");
            Ok(shown(&value))
        };
        let mut binary = |name: &str, ours: Result<String, Error>| table.ask(&[name, &left, &right], ours);
        binary("add", int(x.add(&y)));
        binary("sub", int(x.sub(&y)));
        binary("mul", x.mul(&y, MAX_BITS).and_then(int));
        binary("floordiv", x.floordiv(&y).and_then(int));
        binary("mod", x.modulo(&y).and_then(int));
        binary(
            "divmod",
            x.divmod(&y).map(|(q, r)| format!("{} {}", shown(&q), shown(&r))),
        );
        binary("truediv", x.true_divide(&y).map(shown_result));
        binary("and", int(x.bitand(&y)));
        binary("or", int(x.bitor(&y)));
        binary("xor", int(x.bitxor(&y)));
        binary(
            "compare",
            Ok(["<", "=", ">"][(x.cmp(&y) as i8 + 1) as usize].to_owned()),
        );
        let mut unary = |name: &str, ours: Result<String, Error>| table.ask(&[name, &left], ours);
        unary("neg", int(x.neg()));
        unary("abs", int(x.abs()));
        unary("invert", int(x.invert()));
        unary("bits", int(Int::from(x.bits().cast_signed())));
        unary("str", x.to_decimal());
        unary("to_float", x.to_f64().map(shown_result));
        unary("hash", Ok(x.python_hash().to_string()));
        let count = Int::from(random.below(200).cast_signed() - 3);
        table.ask(
            &["lshift", &left, &shown(&count)],
            x.shl(&count, MAX_BITS).and_then(int),
        );
        table.ask(&["rshift", &left, &shown(&count)], x.shr(&count).and_then(int));
        table.ask(
            &["rshift", &left, "0xffffffffffffffffffff"],
            x.shr(&Int::from(i128::from(u64::MAX) << 16 | 0xffff))
                .and_then(int),
        );
        let exponent = Int::from(random.below(40).cast_signed() - 2);
        let power = x
            .pow(&exponent, MAX_BITS)
            .and_then(|power| power.map_or(Ok("float".to_owned()), int));
        table.ask(&["pow", &left, &shown(&exponent)], power);
    }
    table.check("arithmetic");
}

#[test]
fn integers_and_floats_meet_as_in_cpython() {
    let mut random = Random(6);
    let mut table = Table::default();
    let order = |order: Option<std::cmp::Ordering>| match order {
        None => "unordered",
        Some(order) => ["<", "=", ">"][(order as i8 + 1) as usize],
    };
    for _ in 0..8000 {
        let (x, y) = (random.int(1100), random.float());
        let near = x.to_f64().unwrap_or(f64::MAX);
        for float in [y, near, near.next_up(), near + 0.5] {
            table.ask(
                &["compare", &shown(&x), &shown_float(float)],
                Ok(order(x.compare_f64(float)).to_owned()),
            );
        }
        table.ask(
            &["hash", &shown_float(y)],
            Ok(hash_float(y).map_or("identity".to_owned(), |hash| hash.to_string())),
        );
        table.ask(
            &["hash", &shown_float(near)],
            Ok(hash_float(near).map_or("identity".to_owned(), |hash| hash.to_string())),
        );
        table.ask(
            &["trunc", &shown_float(y)],
            Int::from_f64(y).map(|int| shown(&int)),
        );
        // Halfway between neighbours, and beside it: the rounding of conversion.
        let between =
            Int::from(BigInt::from(2 * (1_u64 << 52 | random.next() >> 12) + 1) << random.below(973));
        for offset in [-1, 0, 1] {
            let value = between.add(&Int::Small(offset));
            table.ask(&["to_float", &shown(&value)], value.to_f64().map(shown_result));
            // Quotients that are normal, subnormal, nothing, or too large.
            let divisor = Int::from(BigInt::from(1 + 2 * random.below(3)) << random.below(2100));
            table.ask(
                &["truediv", &shown(&value), &shown(&divisor)],
                value.true_divide(&divisor).map(shown_result),
            );
        }
    }
    table.check("mixed");
}
