//! Random programs of operations on sets and dicts, whose order of iteration must be CPython's.

use std::fmt::Write;

use machine::hash;
use machine::int::Int;
use machine::table::{Dict, Match, Probe, Search, Set};

use crate::random::Random;
use crate::{check_expressions, python};

/// A key as an index into the pool.
type Key = usize;

/// Keys with their hashes and their Python literals: small integers, integers that collide, strings.
fn pool() -> Vec<(i64, String)> {
    let small = -2..40_i64;
    let colliding = (1..30_i64).map(|step| step << 5);
    let words = (0..40)
        .map(|word| format!("w{word}"))
        .chain(["é".to_owned(), "中💡".to_owned()]);
    let integers = small.chain(colliding).chain([i64::MAX, 1 << 61, (1 << 61) + 31]);
    let mut seen = std::collections::BTreeSet::new();
    integers
        .filter(|value| seen.insert(*value))
        .map(|value| (Int::from(value).python_hash(), value.to_string()))
        .chain(words.map(|word| (hash::string(&word), format!("'{word}'"))))
        .collect()
}

fn same(left: &Key, right: &Key) -> Match {
    if left == right { Match::Yes } else { Match::No }
}

fn find(set: &Set<Key>, hash: i64, key: Key) -> Option<usize> {
    match set.find(hash, Probe::START, |other| same(other, &key)) {
        Search::Found(position) => Some(position),
        _ => None,
    }
}

/// Runs the programs on CPython and compares line by line.
fn check(name: &str, script: &str, program: &[String], ours: &[String]) {
    let answers = python(name, script, &program.join("\n"));
    for (at, (ours, theirs)) in ours.iter().zip(answers.lines()).enumerate() {
        let from = program[..at]
            .iter()
            .rposition(|line| line == "reset")
            .unwrap_or(0);
        assert_eq!(ours, theirs, "line {at} after {:?}", &program[from..=at]);
    }
    assert_eq!(ours.len(), answers.lines().count());
}

#[test]
fn sets_iterate_in_cpythons_order() {
    const SCRIPT: &str = r#"
import sys
POOL = eval(sys.stdin.readline())
def run(name, a, b, x):
    global S
    if name == "reset": S = [set() for _ in range(4)]
    elif name == "pop": return S[a].pop() if S[a] else "empty"
    elif name == "add": S[a].add(POOL[x])
    elif name == "discard": S[a].discard(POOL[x])
    elif name == "clear": S[a].clear()
    elif name == "fill":
        for key in POOL[x:x + 30]: S[a].add(key)
    elif name == "drain":
        for key in POOL[x:x + 30]: S[a].discard(key)
    elif name == "copy": S[b] = S[a].copy()
    elif name == "build": S[b] = frozenset(POOL[x:x + 7])
    elif name == "union": S[x % 4] = S[a] | S[b]
    elif name == "intersection": S[x % 4] = S[a] & S[b]
    elif name == "difference": S[x % 4] = S[a] - S[b]
    elif name == "symmetric": S[x % 4] = S[a] ^ S[b]
    elif a == b: pass
    elif name == "update": S[a] |= S[b]
    elif name == "intersection_update": S[a] &= S[b]
    elif name == "difference_update": S[a] -= S[b]
    elif name == "symmetric_update": S[a] ^= S[b]
    elif name == "subset": return S[a] <= S[b], S[a].isdisjoint(S[b])
for line in sys.stdin:
    name, *numbers = line.split()
    answer = run(name, *(map(int, numbers or "000")))
    S = [set().union(s) if isinstance(s, frozenset) else s for s in S]
    print(answer, S)
"#;
    let pool = pool();
    let literals: Vec<&str> = pool.iter().map(|(_, literal)| literal.as_str()).collect();
    let literal_set = |set: &Set<Key>| {
        if set.is_empty() {
            return "set()".to_owned();
        }
        let elements: Vec<&str> = set.iter().map(|element| literals[element.key]).collect();
        format!("{{{}}}", elements.join(", "))
    };
    let mut random = Random(12);
    let (mut program, mut ours) = (Vec::new(), Vec::new());
    let mut sets: [Set<Key>; 4] = Default::default();
    let names = [
        "add",
        "add",
        "add",
        "discard",
        "discard",
        "pop",
        "fill",
        "drain",
        "copy",
        "build",
        "clear",
        "union",
        "intersection",
        "difference",
        "symmetric",
        "update",
        "intersection_update",
        "difference_update",
        "symmetric_update",
        "subset",
    ];
    for step in 0..60_000 {
        let name = if step % 20 == 0 {
            "reset"
        } else {
            random.pick(&names)
        };
        let (a, b) = (random.below(4) as usize, random.below(4) as usize);
        let x = random.below(pool.len() as u64 - 30) as usize;
        let mut answer = "None".to_owned();
        let add = |set: &mut Set<Key>, key: Key| {
            if find(set, pool[key].0, key).is_none() {
                let granted = set.payload_bytes_after_insert();
                set.insert(pool[key].0, key);
                assert!(set.payload_bytes() <= granted);
            }
        };
        let discard = |set: &mut Set<Key>, key: Key| {
            if let Some(position) = find(set, pool[key].0, key) {
                set.remove(position);
            }
        };
        let other = sets[b].clone();
        match name {
            "reset" => sets = Default::default(),
            "pop" => {
                let popped = sets[a].pop();
                answer = popped
                    .map_or("empty", |element| literals[element.key].trim_matches('\''))
                    .to_owned();
            }
            "add" => add(&mut sets[a], x),
            "discard" => discard(&mut sets[a], x),
            "clear" => sets[a].clear(),
            "fill" => (x..x + 30).for_each(|key| add(&mut sets[a], key)),
            "drain" => (x..x + 30).for_each(|key| discard(&mut sets[a], key)),
            "copy" => sets[b] = sets[a].copied(),
            "build" => {
                let mut built = Set::new();
                (x..x + 7).for_each(|key| add(&mut built, key));
                sets[b] = built.copied();
            }
            "union" if a == b => sets[x % 4] = other.copied(),
            "union" => sets[x % 4] = sets[a].union(&other, same).expect("decided"),
            "intersection" if a == b => sets[x % 4] = other.copied(),
            "intersection" => sets[x % 4] = sets[a].intersection(&other, same).expect("decided"),
            "difference" => sets[x % 4] = sets[a].difference(&other, same).expect("decided"),
            "symmetric" => sets[x % 4] = sets[a].symmetric_difference(&other, same).expect("decided"),
            _ if a == b => {}
            "update" => sets[a].update(&other, same).expect("decided"),
            "intersection_update" => {
                let result = sets[a].intersection(&other, same).expect("decided");
                sets[a].replace(result);
            }
            "difference_update" => sets[a].difference_update(&other, same).expect("decided"),
            "symmetric_update" => sets[a]
                .symmetric_difference_update(&other, same)
                .expect("decided"),
            _ => {
                let is_subset = sets[a].is_subset(&other, same).expect("decided");
                let is_disjoint = sets[a].is_disjoint(&other, same).expect("decided");
                let shown = |is: bool| if is { "True" } else { "False" };
                answer = format!("({}, {})", shown(is_subset), shown(is_disjoint));
            }
        }
        program.push(if name == "reset" {
            name.to_owned()
        } else {
            format!("{name} {a} {b} {x}")
        });
        let shown: Vec<String> = sets.iter().map(literal_set).collect();
        ours.push(format!("{answer} [{}]", shown.join(", ")));
    }
    let script = SCRIPT.replace("eval(sys.stdin.readline())", &format!("[{}]", literals.join(",")));
    check("sets", &script, &program, &ours);
}

#[test]
fn displays_of_constants_iterate_in_cpythons_order() {
    let mut random = Random(15);
    let mut cases = Vec::new();
    for _ in 0..3000 {
        let mut set: Set<u64> = Set::new();
        let mut display = String::new();
        // No names: those may have been met before.
        let literal = |number: u64| match number {
            0..1000 => number.to_string(),
            _ => format!("'word {number}'"),
        };
        for _ in 0..random.below(22) + 3 {
            let number = random.below(2000);
            let hash = match number {
                0..1000 => number.cast_signed(),
                _ => hash::string(literal(number).trim_matches('\'')),
            };
            let is_same = |other: &u64| if *other == number { Match::Yes } else { Match::No };
            if set.find(hash, Probe::START, is_same) == Search::Absent {
                set.insert(hash, number);
            }
            write!(display, "{}, ", literal(number)).expect("a string takes everything");
        }
        let ours: Vec<String> = set
            .displayed()
            .iter()
            .map(|element| literal(element.key))
            .collect();
        cases.push((format!("list({{{display}}})"), format!("[{}]", ours.join(", "))));
    }
    check_expressions("displays", &cases);
}

#[test]
fn dicts_keep_order_and_iterators_stand_where_cpythons_stand() {
    const SCRIPT: &str = r#"
import sys
POOL = 0
def run(name, x):
    global D, I
    if name == "reset": D, I = {}, iter({})
    elif name == "set": D[POOL[x]] = x
    elif name == "delete": D.pop(POOL[x], None)
    elif name == "popitem": return D.popitem()[1] if D else "empty"
    elif name == "popfirst": return D.pop(next(iter(D))) if D else "empty"
    elif name == "clear": D.clear()
    elif name == "iter": I = iter(D)
    elif name == "replace" and D:
        del D[next(iter(D))]
        D[POOL[x]] = x
    elif name == "next":
        try: return next(I, "end")
        except RuntimeError as error: return str(error)
    elif name == "reversed": return list(reversed(D.values()))
for line in sys.stdin:
    name, x = line.split() if " " in line else ("reset", 0)
    answer = run(name, int(x))
    print(answer, list(D.values()))
"#;
    /// A dict's iterator as CPython keeps it.
    #[derive(Default)]
    struct Iteration {
        position: usize,
        /// The length at the beginning; none once the iteration is over.
        length: Option<usize>,
        remaining: usize,
    }
    // Only integers: CPython lays a dict out anew when strings get their first neighbour of another type.
    let mut pool = pool();
    pool.retain(|(_, literal)| !literal.starts_with('\''));
    let literals: Vec<&str> = pool.iter().map(|(_, literal)| literal.as_str()).collect();
    let mut random = Random(13);
    let (mut program, mut ours) = (Vec::new(), Vec::new());
    let mut dict: Dict<Key, Key> = Dict::new();
    let mut iteration = Iteration::default();
    let names = [
        "set", "set", "set", "set", "delete", "popitem", "popfirst", "clear", "iter", "next", "next", "next",
        "replace", "replace", "reversed",
    ];
    for step in 0..60_000 {
        let name = match step % 200 {
            0 => "reset",
            1..60 => random.pick(&["set", "set", "set", "delete"]),
            _ => random.pick(&names),
        };
        let x = random.below(pool.len() as u64) as usize;
        let mut answer = "None".to_owned();
        let set = |dict: &mut Dict<Key, Key>, key: Key| match dict
            .find(pool[key].0, Probe::START, |other| same(other, &key))
        {
            Search::Found(position) => *dict.value_mut(position).expect("found") = key,
            _ => {
                let granted = dict.payload_bytes_after_insert();
                dict.insert(pool[key].0, key, key);
                assert_eq!(dict.payload_bytes(), granted);
            }
        };
        let shown_value = |value: Option<Key>| value.map_or("empty".to_owned(), |value| value.to_string());
        match name {
            "reset" => (dict, iteration) = Default::default(),
            "set" => set(&mut dict, x),
            "delete" => {
                if let Search::Found(position) = dict.find(pool[x].0, Probe::START, |other| same(other, &x)) {
                    dict.remove(position);
                }
            }
            "popitem" => answer = shown_value(dict.pop_last().map(|entry| entry.value)),
            "popfirst" => answer = shown_value(dict.pop_first().map(|entry| entry.value)),
            "clear" => dict.clear(),
            "iter" => {
                iteration = Iteration {
                    position: 0,
                    length: Some(dict.len()),
                    remaining: dict.len(),
                };
            }
            "replace" => {
                if let Some((position, _)) = dict.next(0) {
                    dict.remove(position);
                    set(&mut dict, x);
                }
            }
            "next" => {
                answer = match (iteration.length, dict.next(iteration.position)) {
                    (None, _) => "end".to_owned(),
                    (Some(length), _) if length != dict.len() => {
                        iteration.length = Some(usize::MAX);
                        "dictionary changed size during iteration".to_owned()
                    }
                    (Some(_), None) => {
                        iteration.length = None;
                        "end".to_owned()
                    }
                    (Some(_), Some(_)) if iteration.remaining == 0 => {
                        iteration.length = None;
                        "dictionary keys changed during iteration".to_owned()
                    }
                    (Some(_), Some((position, entry))) => {
                        iteration.position = position + 1;
                        iteration.remaining -= 1;
                        literals[entry.key].to_owned()
                    }
                }
            }
            _ => {
                let values: Vec<Key> = dict.iter().rev().map(|entry| entry.value).collect();
                answer = format!("{values:?}");
            }
        }
        program.push(if name == "reset" {
            name.to_owned()
        } else {
            format!("{name} {x}")
        });
        let values: Vec<Key> = dict.iter().map(|entry| entry.value).collect();
        assert_eq!(values.len(), dict.len());
        ours.push(format!("{answer} {values:?}"));
    }
    let script = SCRIPT.replace("POOL = 0", &format!("POOL = [{}]", literals.join(",")));
    check("dicts", &script, &program, &ours);
}

#[test]
fn entries_move_to_both_ends() {
    const SCRIPT: &str = r#"
import sys
from collections import OrderedDict
D = OrderedDict((key, key) for key in range(12))
for line in sys.stdin:
    name, key = line.split()
    if name == "first": D.move_to_end(int(key), last=False)
    elif name == "last": D.move_to_end(int(key))
    elif D: D.popitem(last=False); D[int(key)] = int(key)
    print(list(D))
"#;
    let mut random = Random(14);
    let (mut program, mut ours) = (Vec::new(), Vec::new());
    let mut dict: Dict<Key, ()> = Dict::with_room(12);
    (0..12).for_each(|key| {
        dict.insert(key as i64, key, ());
    });
    for _ in 0..20_000 {
        let name = random.pick(&["first", "last", "renew"]);
        let keys: Vec<Key> = dict.iter().map(|entry| entry.key).collect();
        let mut key = random.pick(&keys);
        let found = dict.find(key as i64, Probe::START, |other| same(other, &key));
        let Search::Found(position) = found else {
            panic!("{key} is there")
        };
        match name {
            "first" => dict.move_to_front(position).map(|_| ()).expect("it is there"),
            "last" => dict.move_to_end(position).map(|_| ()).expect("it is there"),
            _ => {
                key = dict.pop_first().expect("twelve entries").key;
                dict.insert(key as i64, key, ());
            }
        }
        program.push(format!("{name} {key}"));
        let mut line = String::new();
        let keys: Vec<Key> = dict.iter().map(|entry| entry.key).collect();
        write!(line, "{keys:?}").expect("a string takes everything");
        ours.push(line);
    }
    check("ordered", SCRIPT, &program, &ours);
}

#[test]
fn an_undecided_search_goes_on_where_it_stopped() {
    // 5 and 13 share one hash here, as objects whose `__hash__` is constant do.
    for count in [2, 5, 6, 100] {
        let (mut dict, mut set) = (Dict::new(), Set::new());
        for key in 0..count {
            dict.insert(1, key, key);
            set.insert(1, key);
        }
        for wanted in 0..=count {
            let (mut from_dict, mut from_set) = (Probe::START, Probe::START);
            let mut asked = 0;
            let at = loop {
                match dict.find(1, from_dict, |_| Match::Unknown) {
                    Search::Ask(position, _)
                        if dict.entry(position).map(|entry| entry.key) == Some(wanted) =>
                    {
                        break Some(position);
                    }
                    Search::Ask(_, probe) => from_dict = Probe::from_bits(probe.to_bits()),
                    Search::Found(_) => panic!("nothing was decided"),
                    Search::Absent => break None,
                }
                asked += 1;
            };
            assert_eq!((asked, at.is_some()), (wanted, wanted < count));
            asked = 0;
            while let Search::Ask(position, probe) = set.find(1, from_set, |_| Match::Unknown) {
                if set.element(position).map(|element| element.key) == Some(wanted) {
                    break;
                }
                from_set = probe;
                asked += 1;
            }
            // The table has been laid out anew, and a path may come to a slot twice.
            assert!(if wanted < count {
                asked < 2 * count
            } else {
                asked >= count
            });
        }
        // A new layout starts the search over.
        let Search::Ask(_, old) = dict.find(1, Probe::START, |_| Match::Unknown) else {
            panic!("asked")
        };
        for key in count..count + 200 {
            dict.insert(1, key, key);
        }
        let asked_again = dict.find(1, old, |key| if *key == 0 { Match::Unknown } else { Match::No });
        assert!(matches!(asked_again, Search::Ask(0, _)));
    }
}

#[test]
fn what_is_undecided_in_the_algebra_says_how_far_it_came() {
    let unknown = |left: &Key, right: &Key| match (left, right) {
        (7, 7) => Match::Unknown,
        _ => same(left, right),
    };
    let of = |keys: &[Key]| {
        let mut set = Set::new();
        keys.iter().for_each(|key| set.insert(*key as i64, *key));
        set
    };
    let (left, right) = (of(&[1, 2, 7]), of(&[3, 7]));
    let mut changed = left.clone();
    let stopped = changed.update(&right, unknown).expect_err("7 must be compared");
    assert_eq!(right.element(stopped.0).map(|element| element.key), Some(7));
    assert_eq!(
        changed.iter().map(|element| element.key).collect::<Vec<_>>(),
        [1, 2, 3, 7]
    );
    assert!(left.intersection(&right, unknown).is_err());
    assert!(left.is_disjoint(&right, unknown).is_err());
    assert!(of(&[1]).union(&right, unknown).is_ok());
}
