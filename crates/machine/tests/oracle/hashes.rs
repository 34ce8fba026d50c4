//! Hashes, under `PYTHONHASHSEED=0`.

use std::collections::BTreeSet;

use machine::hash;
use machine::int::Int;

use crate::random::Random;
use crate::{check_expressions, shown};

#[test]
fn hashes_are_those_of_cpython() {
    let mut random = Random(11);
    let mut cases = Vec::new();
    let mut ask = |literal: String, hash: i64| cases.push((format!("hash({literal})"), hash.to_string()));
    let parts = [
        "a",
        "bc",
        "é",
        "ÿ",
        "中",
        "💡",
        "\u{100}",
        "0123456789",
        "\u{10ffff}",
    ];
    for _ in 0..3000 {
        let text = random.string(&parts, 9);
        ask(format!("'{text}'"), hash::string(&text));
        let bytes: Vec<u8> = (0..random.below(40)).map(|_| random.next() as u8).collect();
        ask(format!("bytes({bytes:?})"), hash::bytes(&bytes));
        let items: Vec<Int> = (0..random.below(7)).map(|_| random.int(100)).collect();
        let hashes: Vec<i64> = items.iter().map(Int::python_hash).collect();
        let literals: String = items.iter().map(|item| shown(item) + ",").collect();
        ask(format!("({literals})"), hash::tuple(hashes.iter().copied()));
        let nested = hash::tuple([hash::tuple(hashes.iter().copied()), hash::boolean(true)]);
        ask(format!("(({literals}), True)"), nested);
        let distinct: BTreeSet<&Int> = items.iter().collect();
        let elements = distinct.iter().map(|item| item.python_hash());
        ask(format!("frozenset([{literals}])"), hash::frozenset(elements));
        let (start, step) = (random.int(70), Int::Small(random.below(5).cast_signed() + 2));
        let length = Int::Small(random.below(5).cast_signed());
        // The ranges of fewer than two items contain CPython's hash of None, which is an address.
        if length > Int::Small(1) {
            let stop = start.add(&step.mul(&length, 1000).expect("small"));
            let literal = format!("range({}, {}, {})", shown(&start), shown(&stop), shown(&step));
            ask(literal, hash::range(&length, &start, &step));
        }
    }
    check_expressions("hashes", &cases);
    assert_eq!(
        hash::range(&Int::Small(0), &Int::Small(5), &Int::Small(1)),
        hash::tuple([0, hash::NONE, hash::NONE])
    );
    assert_eq!(hash::identity(0x7f00_0000_0010), 0x07f0_0000_0001);
}
